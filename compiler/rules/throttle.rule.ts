// The throttle's burst suits its rate, and the functions that answer it.

import { diagnose } from '../diagnostics/diagnostic';
import { concurrencyOf } from './quotas';
import type { Rule } from './rule';
import { functionsBehind } from './throughput';

/** The least part of a second that a burst must hold: clients do not take turns, and requests come in bunches. */
const LEAST_BURST_SECONDS = 0.1;

/** ENV3023: a burst too small for the rate to be reached. ENV3024: a burst that a function has not the instances for. */
export const throttleRule: Rule = ({ environment, at, otherSide }) => {
  const { api } = environment;
  if (api === undefined) return [];
  const { rateLimit, burstLimit } = api.throttle;
  const burst = at(['api', 'throttle', 'burstLimit']);
  const least = Math.ceil(rateLimit * LEAST_BURST_SECONDS);
  return [
    ...(burstLimit < least
      ? [
          diagnose(
            'burst-below-rate',
            burst,
            { burstLimit, rateLimit },
            {
              help: `burstLimit: ${least} at least`,
              related: otherSide('the rate', ['api', 'throttle', 'rateLimit']),
            },
          ),
        ]
      : []),
    ...[...functionsBehind(api)].flatMap((name) => {
      const instances = concurrencyOf(environment, name);
      if (burstLimit <= instances) return [];
      return [
        diagnose(
          'burst-beyond-concurrency',
          burst,
          { burstLimit, name, instances },
          {
            help: `burstLimit: ${instances} at most; or functions.${name}.reservedConcurrency: ${burstLimit} at least`,
            related: otherSide('the instances', ['functions', name, 'reservedConcurrency']),
          },
        ),
      ];
    }),
  ];
};
