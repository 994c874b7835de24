// Compares the judgements of two systems: the incidents with another verdict, and the alarms that newly fire or no longer fire.

import type { Judgement, Verdict } from './judge';

/** An incident in which the alarms of two systems behave differently. */
export interface IncidentChange {
  readonly incident: string;
  readonly before: Verdict;
  readonly after: Verdict;
  /** The alarms that fire only in the second system. */
  readonly newlyFiring: readonly string[];
  /** The alarms that fire only in the first system. */
  readonly noLongerFiring: readonly string[];
}

/** The incidents that differ, in their order. A different time until an alarm fires does not count while the verdict is the same. */
export function compareJudgements(before: Judgement, after: Judgement): readonly IncidentChange[] {
  return before.incidents.flatMap(({ incident: { name }, verdict, firings }) => {
    const other = after.incidents.find(({ incident }) => incident.name === name);
    if (other === undefined) return [];
    const [old, now] = [firings, other.firings].map((all) => all.map(({ alarm }) => alarm)) as [string[], string[]];
    const newlyFiring = now.filter((alarm) => !old.includes(alarm));
    const noLongerFiring = old.filter((alarm) => !now.includes(alarm));
    const isSame = verdict === other.verdict && newlyFiring.length + noLongerFiring.length === 0;
    return isSame ? [] : [{ incident: name, before: verdict, after: other.verdict, newlyFiring, noLongerFiring }];
  });
}
