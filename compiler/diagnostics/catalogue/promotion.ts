// ENV7xxx: what `check-promotion` finds.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const PROMOTION = {
  weaker: {
    code: 'ENV7001',
    severity: 'warning',
    summary: 'An environment is weaker in something than the one that it is promoted from.',
    explanation:
      'What was tried in one environment goes to the next with at least the same protection, point-in-time recovery, alarms, retention, authorization and encryption: a safeguard that is there on the way and missing at the end was never tried where it matters. docs/language.md says under "Safer" which values of a field are the weaker ones. Give the field the value that the other spec has, or a safer one; where it has to be weaker, waive it at the field, with the reason.',
    message: (p: { path: string; value?: unknown; other: string; better: unknown }) =>
      `${p.path} is ${p.value === undefined ? 'absent' : JSON.stringify(p.value)}, which is weaker than ${
        typeof p.better === 'object' ? 'what there is' : JSON.stringify(p.better)
      } in ${p.other}`,
  },
} as const satisfies Record<string, CatalogueEntry>;
