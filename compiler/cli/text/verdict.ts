// The verdicts on incidents, for people.

import type { ComparedVerdict } from '../../estimates/incidents/compare';

const VERDICTS: Readonly<Record<ComparedVerdict, string>> = {
  quiet: 'quiet',
  'false alarm': 'FALSE ALARM',
  'not noticed': 'customers do not notice',
  paged: 'paged in time',
  late: 'PAGED LATE',
  never: 'NEVER PAGED',
  'not possible': 'not possible',
};

/** A verdict as text; those that require a change of the alarms are in capitals. */
export function verdictText(verdict: ComparedVerdict): string {
  return VERDICTS[verdict];
}
