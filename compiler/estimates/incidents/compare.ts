// Compares the judgements of two systems: the incidents with another verdict, and the alarms that newly fire or no longer fire.

import type { Judgement, Verdict } from './judge';

/** The verdict on an incident; not possible: the system does not have the parts that the incident affects. */
export type ComparedVerdict = Verdict | 'not possible';

/** An incident in which the alarms of two systems behave differently. */
export interface IncidentChange {
  readonly incident: string;
  readonly before: ComparedVerdict;
  readonly after: ComparedVerdict;
  /** The alarms that fire only in the second system. */
  readonly newlyFiring: readonly string[];
  /** The alarms that fire only in the first system. */
  readonly noLongerFiring: readonly string[];
}

/** The incidents that differ, in their order. A different time until an alarm fires does not count while the verdict is the same. */
export function compareJudgements(before: Judgement, after: Judgement): readonly IncidentChange[] {
  const [byName, others] = [before, after].map(incidentsByName) as [Incidents, Incidents];
  return [...new Set([...byName.keys(), ...others.keys()])].flatMap((incident) => {
    const [old, now] = [byName.get(incident) ?? NOT_POSSIBLE, others.get(incident) ?? NOT_POSSIBLE];
    const newlyFiring = now.alarms.filter((alarm) => !old.alarms.includes(alarm));
    const noLongerFiring = old.alarms.filter((alarm) => !now.alarms.includes(alarm));
    const isSame = old.verdict === now.verdict && newlyFiring.length + noLongerFiring.length === 0;
    return isSame ? [] : [{ incident, before: old.verdict, after: now.verdict, newlyFiring, noLongerFiring }];
  });
}

interface Compared {
  readonly verdict: ComparedVerdict;
  readonly alarms: readonly string[];
}

type Incidents = ReadonlyMap<string, Compared>;

const NOT_POSSIBLE: Compared = { verdict: 'not possible', alarms: [] };

function incidentsByName({ incidents }: Judgement): Incidents {
  return new Map(
    incidents.map(({ incident, verdict, firings }): [string, Compared] => [
      incident.name,
      { verdict, alarms: firings.map(({ alarm }) => alarm) },
    ]),
  );
}
