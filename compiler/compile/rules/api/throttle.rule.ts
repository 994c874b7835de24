// Checks the burst limit against the rate limit and the concurrency of functions.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { concurrencyOf } from '../common/quotas';
import { throttlesOf } from '../common/throttles';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'burst-below-rate': {
    code: 'ENV3023',
    severity: 'warning',
    summary: 'The burst limit is too small for the rate limit.',
    explanation: [
      'The throttle is a token bucket of the size of the burst limit, which refills at the rate limit.',
      'Requests do not arrive evenly.',
      'If the bucket contains less than a tenth of a second of the rate, API Gateway rejects groups of requests (429) although their rate is below the limit.',
    ],
    message: (p: { burstLimit: number; rateLimit: number }) =>
      `burst limit ${p.burstLimit} covers ${Math.floor((p.burstLimit * 1000) / p.rateLimit)} ms of rate limit ${p.rateLimit}; requests that arrive together are rejected below that rate`,
  },
  'burst-beyond-concurrency': {
    code: 'ENV3024',
    severity: 'warning',
    summary: 'The burst limit of the throttle exceeds the reserved concurrency of a function.',
    explanation: [
      'API Gateway responds to requests above the throttle with 429, and clients retry.',
      'If Lambda rejects a request because no concurrency is left, the client receives 500, since API Gateway does not retry.',
      'With a burst limit of at most the reserved concurrency, the throttle rejects those requests instead.',
    ],
    message: (p: { burstLimit: number; name: string; instances: number }) =>
      `burst limit ${p.burstLimit} exceeds the reserved concurrency ${p.instances} of "${p.name}"; clients get 500, not 429`,
  },
});

/** The shortest time of the rate that a burst must cover, in seconds, because requests of several clients arrive together. */
const LEAST_BURST_SECONDS = 0.1;

/** ENV3023: a burst limit that is too small for the rate limit. ENV3024: a burst limit above the concurrency of a function. */
export const throttleRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    const { api } = environment;
    if (api === undefined) return;
    for (const { throttle, path, functions } of throttlesOf(api)) {
      const { rateLimit, burstLimit } = throttle;
      const burst = at([...path, 'burstLimit']);
      const least = Math.ceil(rateLimit * LEAST_BURST_SECONDS);
      if (burstLimit < least) {
        const related = otherSide('the rate limit', [...path, 'rateLimit']);
        const more = { help: `raise burstLimit to ${least}`, related };
        yield diagnose('burst-below-rate', burst, { burstLimit, rateLimit }, more);
      }
      for (const name of functions) {
        const instances = concurrencyOf(environment, name);
        if (burstLimit <= instances) continue;
        const help = `lower burstLimit to ${instances}; or raise functions.${name}.reservedConcurrency to ${burstLimit}`;
        const related = otherSide('the reserved concurrency', ['functions', name, 'reservedConcurrency']);
        yield diagnose('burst-beyond-concurrency', burst, { burstLimit, name, instances }, { help, related });
      }
    }
  },
};
