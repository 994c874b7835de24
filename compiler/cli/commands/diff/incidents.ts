// The effect of a change on the alarms under the standard incidents.

import type { ComparedSpec } from '../../../diff/classes/change';
import { compareJudgements, type IncidentChange } from '../../../incidents/compare';
import { type Judgement, judgeAlarms } from '../../../incidents/judge';
import { UsageError } from '../../errors/usage-error';
import { verdictText } from '../../text/verdict';

/** The incidents in which the alarms behave differently. Throws UsageError for a spec without traffic. */
export function incidentChanges(before: ComparedSpec, after: ComparedSpec): readonly IncidentChange[] {
  const [old, now] = [before, after].map(judgementOf) as [Judgement, Judgement];
  return compareJudgements(old, now);
}

function judgementOf({ path, graph, expanded }: ComparedSpec): Judgement {
  const judgement = judgeAlarms({ graph, environment: expanded });
  if (judgement === undefined) throw new UsageError(`--incidents needs traffic, which ${path} does not state`);
  return judgement;
}

/** The cells of a row for an incident: its name, both verdicts, and the alarms that fire on one side only. */
export function incidentRow({ incident, before, after, ...alarms }: IncidentChange): readonly string[] {
  const lists = [
    ['newly fires', alarms.newlyFiring],
    ['no longer fires', alarms.noLongerFiring],
  ] as const;
  const texts = lists.flatMap(([what, names]) => (names.length === 0 ? [] : [`${what}: ${names.join(', ')}`]));
  return [incident, verdictText(before), verdictText(after), texts.join('; ')];
}
