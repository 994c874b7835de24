// Traces are sampled where there are traces.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** ENV3093: a sampling of traces where tracing is off. */
export const traceSamplingRule: Rule = ({ environment: { api, tracing }, at, otherSide }) =>
  api?.traceSampling === undefined || tracing
    ? []
    : [
        diagnose(
          'sampling-without-tracing',
          at(['api', 'traceSampling'], 'key'),
          {},
          { help: 'tracing: true; or traceSampling: null', related: otherSide('tracing', ['tracing']) },
        ),
      ];
