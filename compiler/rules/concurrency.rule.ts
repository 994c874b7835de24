// Which limit a growing number of requests meets first: the throttle, which says so, or the concurrency, which fails them (Little's law).

import { diagnose } from '../diagnostics/diagnostic';
import { concurrencyOf } from './quotas';
import type { Rule } from './rule';
import { functionsBehind } from './throughput';

/** An instance takes 10 requests a second at most, however short they are (AWS Lambda Developer Guide, "Understanding concurrency and requests per second"). */
const SHORTEST_MILLISECONDS = 100;

/** ENV3025: fewer requests than the throttle lets through keep all instances busy. ENV3026: an expected duration beyond the timeout. */
export const concurrencyRule: Rule = ({ environment, at, otherSide }) => {
  const { api, functions } = environment;
  const behind = api === undefined ? new Set() : functionsBehind(api);
  return Object.entries(functions).flatMap(([name, { expectedDurationMilliseconds, timeoutSeconds }]) => {
    const expected = ['functions', name, 'expectedDurationMilliseconds'];
    if (expectedDurationMilliseconds !== undefined && expectedDurationMilliseconds >= timeoutSeconds * 1000) {
      const related = otherSide('the timeout', ['functions', name, 'timeoutSeconds']);
      const parameters = { name, expectedDurationMilliseconds, timeoutSeconds };
      return [diagnose('expected-duration-beyond-timeout', at(expected), parameters, { related })];
    }
    if (api === undefined || !behind.has(name)) return [];
    const instances = concurrencyOf(environment, name);
    const duration = Math.max(expectedDurationMilliseconds ?? 0, SHORTEST_MILLISECONDS);
    const reachable = Math.floor((instances * 1000) / duration);
    const { rateLimit } = api.throttle;
    if (rateLimit <= reachable) return [];
    const needed = Math.ceil((rateLimit * duration) / 1000);
    return [
      diagnose(
        'concurrency-before-throttle',
        at(['api', 'throttle', 'rateLimit']),
        {
          name,
          instances,
          millisecondsEach: duration > SHORTEST_MILLISECONDS ? duration : undefined,
          reachable,
          rateLimit,
        },
        {
          help: `rateLimit: ${reachable} at most; or functions.${name}.reservedConcurrency: ${needed} at least`,
          related: [
            ...otherSide(`${instances} instances`, ['functions', name, 'reservedConcurrency']),
            ...(duration > SHORTEST_MILLISECONDS ? otherSide(`${duration} ms each`, expected) : []),
          ],
        },
      ),
    ];
  });
};
