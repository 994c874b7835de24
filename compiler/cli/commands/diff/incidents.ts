// The effect of a change on the alarms under the standard incidents.

import type { ComparedSpec } from '../../../diff/classes/change';
import { compareJudgements, type IncidentChange } from '../../../estimates/incidents/compare';
import { judgeAlarms } from '../../../estimates/incidents/judge';
import { type Unknown, unknown } from '../../../estimates/traffic/amount';
import { verdictText } from '../../text/verdict';

/** The incidents in which the alarms behave differently, or the fact that this depends on. */
export type IncidentEffect = readonly IncidentChange[] | Unknown;

/** Whether the alarms of both specs could be judged. */
export function isJudged(effect: IncidentEffect): effect is readonly IncidentChange[] {
  return !('dependsOn' in effect);
}

/** The incidents in which the alarms behave differently. They depend on the traffic of both specs. */
export function incidentEffect(before: ComparedSpec, after: ComparedSpec): IncidentEffect {
  const silent = [before, after].find(({ expanded }) => expanded.traffic === undefined);
  if (silent !== undefined) return unknown(`traffic, which ${silent.path} does not state`);
  const [old, now] = [before, after].map(({ graph, expanded }) => judgeAlarms({ graph, environment: expanded }));
  return old === undefined || now === undefined ? [] : compareJudgements(old, now);
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
