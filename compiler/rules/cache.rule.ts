// A cache keeps what it may keep, and what is paid for is used.

import type { Api } from '../../schema/environment.generated';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { authorizationOf } from '../resolve/route-authorization';
import type { Rule, RuleContext } from './rule';

/** ENV3031: a cache that keeps answers for 0 s. ENV3032: a cache that no route uses. ENV3091: a route that must not be cached. ENV3092: a route whose entries are never found again. */
export const cacheRule: Rule = ({ environment: { api }, at }) =>
  api === undefined ? [] : [...checkCluster(api, at), ...checkRoutes(api, at)];

function checkCluster({ cache, routes }: Api, at: RuleContext['at']): Diagnostic[] {
  if (cache === undefined) return [];
  const { clusterSizeGigabytes, ttlSeconds } = cache;
  const nothing = diagnose(
    'cache-keeps-nothing',
    at(['api', 'cache', 'ttlSeconds']),
    { clusterSizeGigabytes },
    { help: 'ttlSeconds: 1 to 3600; or cache: null' },
  );
  const unused = diagnose(
    'cache-without-route',
    at(['api', 'cache'], 'key'),
    { clusterSizeGigabytes },
    { help: 'cache: true in a route with method GET; or cache: null' },
  );
  return [
    ...(ttlSeconds === 0 ? [nothing] : []),
    ...(Object.values(routes).some((route) => route.cache) ? [] : [unused]),
  ];
}

function checkRoutes(api: Api, at: RuleContext['at']): Diagnostic[] {
  return Object.entries(api.routes).flatMap(([name, route]) => {
    if (!route.cache) return [];
    const place = at(['api', 'routes', name, 'cache']);
    if (route.method !== 'GET' || api.cache === undefined) {
      const parameters = { route: name, method: route.method, hasCluster: api.cache !== undefined };
      const help = api.cache === undefined ? 'describe the cluster under api.cache; or remove it' : 'remove it';
      return [diagnose('uncacheable-route', place, parameters, { help })];
    }
    return authorizationOf(api, route) === 'AWS_IAM' ? [diagnose('cache-never-hit', place, { route: name })] : [];
  });
}
