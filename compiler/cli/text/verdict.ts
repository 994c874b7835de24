// The verdicts on incidents, for people.

import type { Verdict } from '../../estimates/incidents/judge';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  quiet: 'quiet',
  'false alarm': 'FALSE ALARM',
  'not noticed': 'customers do not notice',
  paged: 'paged in time',
  late: 'PAGED LATE',
  never: 'NEVER PAGED',
};

/** A verdict as text; those that require a change of the alarms are in capitals. */
export function verdictText(verdict: Verdict): string {
  return VERDICTS[verdict];
}
