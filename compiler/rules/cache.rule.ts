// A cache that is paid for keeps something.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** ENV3031: a cache that keeps answers for 0 s. ENV3032: a cache without a route that it could keep answers of. */
export const cacheRule: Rule = ({ environment: { api }, at }) => {
  if (api?.cache === undefined) return [];
  const { clusterSizeGigabytes, ttlSeconds } = api.cache;
  return [
    ...(ttlSeconds === 0
      ? [
          diagnose(
            'cache-keeps-nothing',
            at(['api', 'cache', 'ttlSeconds']),
            { clusterSizeGigabytes },
            { help: 'ttlSeconds: 1 to 3600; or cache: null' },
          ),
        ]
      : []),
    ...(Object.values(api.routes).some(({ method }) => method === 'GET')
      ? []
      : [
          diagnose(
            'cache-without-route',
            at(['api', 'cache'], 'key'),
            { clusterSizeGigabytes },
            { help: 'a route with method GET; or cache: null' },
          ),
        ]),
  ];
};
