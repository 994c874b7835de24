// The diagnostics of a promotion: ENV7xxx.

import { defineDiagnostics } from '../../diagnostics/definition';

/** Creates a diagnostic of this phase. */
export const diagnose = defineDiagnostics({
  weaker: {
    code: 'ENV7001',
    severity: 'warning',
    summary: 'An environment is less safe than the environment that it is promoted from.',
    explanation: [
      'A safeguard that is tested in one environment must not be missing in the next: protection, point-in-time recovery, alarms, retention, authorization and encryption.',
      'The section "Safer" of docs/language.md states which values of a field are weaker.',
      'Set the value of the other spec or a safer value.',
      'If the field must be weaker, waive it with the reason.',
    ],
    message: (p: { path: string; value?: unknown; other: string; better: unknown }) =>
      `${p.path} is ${p.value === undefined ? 'absent' : JSON.stringify(p.value)}; ${p.other} has ${
        typeof p.better === 'object' ? 'a safer value' : `the safer value ${JSON.stringify(p.better)}`
      }`,
  },
});
