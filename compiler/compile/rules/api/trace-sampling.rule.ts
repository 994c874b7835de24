// Checks that trace sampling is set only if tracing is on.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'sampling-without-tracing': {
    code: 'ENV3093',
    severity: 'warning',
    summary: 'Trace sampling is set, but tracing is off.',
    explanation: [
      '`api.traceSampling` selects which traces are recorded.',
      'With `tracing: false`, traces are not recorded, and the compiler does not create a sampling rule.',
    ],
    message: (_: object) => 'api.traceSampling has no effect: tracing is false',
  },
});

/** ENV3093: trace sampling without tracing. */
export const traceSamplingRule: Rule = {
  diagnose,
  *check({ environment: { api, tracing }, at, otherSide }) {
    if (api?.traceSampling === undefined || tracing) return;
    const help = 'set tracing to true; or set traceSampling to null';
    const related = otherSide('tracing', ['tracing']);
    yield diagnose('sampling-without-tracing', at(['api', 'traceSampling'], 'key'), {}, { help, related });
  },
};
