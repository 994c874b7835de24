// Checks that the origins of CORS do not contradict each other.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { list } from '../../../diagnostics/words';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'cors-any-origin': {
    code: 'ENV3206',
    severity: 'error',
    summary: 'The allowed origins contain * and other origins.',
    explanation: [
      'With `*`, pages of every origin may call the API (Fetch Standard, "CORS protocol").',
      'Other origins do not have an effect, and a reader may believe that only those are allowed.',
    ],
    message: (p: { others: readonly string[] }) =>
      `"*" already allows every origin; ${list(p.others)} would have no effect`,
  },
});

/** ENV3206: `*` beside other origins, which then have no effect. */
export const corsRule: Rule = {
  diagnose,
  *check({ environment: { api }, at }) {
    const origins = api?.cors?.origins ?? [];
    const any = origins.indexOf('*');
    if (any < 0 || origins.length === 1) return;
    const others = origins.filter((origin) => origin !== '*');
    const help = 'remove "*" to allow the named origins only, or keep "*" alone';
    yield diagnose('cors-any-origin', at(['api', 'cors', 'origins', any]), { others }, { help });
  },
};
