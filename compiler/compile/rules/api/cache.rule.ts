// Checks that only cacheable routes use the cache, and that a billed cluster is used.

import type { Api } from '../../../../schema/environment.generated';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'cache-disabled': {
    code: 'ENV3031',
    severity: 'warning',
    summary: 'A cache cluster is billed and caches no responses.',
    explanation: [
      'A TTL of 0 turns caching off (Amazon API Gateway Developer Guide, "Cache settings for REST APIs").',
      'The cluster is billed by the hour even if it is not used.',
    ],
    message: (p: { clusterSizeGigabytes: string }) =>
      `the TTL of the ${p.clusterSizeGigabytes} GB cache is 0 s: it caches no responses and is billed by the hour`,
  },
  'cache-without-route': {
    code: 'ENV3032',
    severity: 'warning',
    summary: 'A cache cluster is billed and no route uses it.',
    explanation: [
      'API Gateway caches the responses of routes with `cache: true` only (Amazon API Gateway Developer Guide, "Cache settings for REST APIs").',
      'The cluster is billed by the hour even if it is not used.',
    ],
    message: (p: { clusterSizeGigabytes: string }) =>
      `no route uses the ${p.clusterSizeGigabytes} GB cache, which is billed by the hour`,
  },
  'uncacheable-route': {
    code: 'ENV3091',
    severity: 'error',
    summary: 'A route uses a cache that does not exist, or whose responses must not be cached.',
    explanation: [
      'A request with a cached response does not reach the function, so its write would not happen.',
      '`cache: true` is for GET, and requires the cluster in `api.cache` (Amazon API Gateway Developer Guide, "Cache settings for REST APIs").',
    ],
    message: (p: { route: string; method: string; hasCluster: boolean }) =>
      p.hasCluster
        ? `route "${p.route}" has cache: true, but its method is ${p.method}`
        : `route "${p.route}" has cache: true, but the spec has no api.cache`,
  },
  'cache-never-hit': {
    code: 'ENV3092',
    severity: 'warning',
    summary: 'A cached route receives signed requests, whose cache keys all differ.',
    explanation: [
      'Callers must not share cache entries, so the Authorization header is part of the cache key.',
      'A signature (Signature Version 4) covers the time of the request: the header differs each time, and no cache entry is used twice.',
      'The cluster is billed even if it is not used.',
    ],
    message: (p: { route: string }) =>
      `the cache never serves "${p.route}": each signed request has its own cache entry`,
  },
});

/** ENV3031: a cache with a TTL of 0 s. ENV3032: a cache that no route uses. ENV3091: a route that must not be cached. ENV3092: a route whose cache entries are never used again. */
export const cacheRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    const { api } = environment;
    if (api === undefined) return;
    yield* checkCluster(api, at);
    yield* checkRoutes(environment, at);
  },
};

function* checkCluster({ cache, routes }: Api, at: RuleContext['at']): Generator<Diagnostic> {
  if (cache === undefined) return;
  const { clusterSizeGigabytes, ttlSeconds } = cache;
  if (ttlSeconds === 0) {
    const help = 'set ttlSeconds to 1 or more, at most 3600; or set cache to null';
    yield diagnose('cache-disabled', at(['api', 'cache', 'ttlSeconds']), { clusterSizeGigabytes }, { help });
  }
  if (!Object.values(routes).some((route) => route.cache)) {
    const help = 'set cache to true in a route with method GET; or set cache to null';
    yield diagnose('cache-without-route', at(['api', 'cache'], 'key'), { clusterSizeGigabytes }, { help });
  }
}

function* checkRoutes({ api, facts }: ExpandedEnvironment, at: RuleContext['at']): Generator<Diagnostic> {
  for (const { route, authorization, part } of facts.methods) {
    if (!route.cache) continue;
    const name = part.at(-1) ?? '';
    const place = at([...part, 'cache']);
    if (route.method !== 'GET' || api?.cache === undefined) {
      const hasCluster = api?.cache !== undefined;
      const help = hasCluster ? 'remove the field' : 'define the cluster in api.cache, or remove the field';
      yield diagnose('uncacheable-route', place, { route: name, method: route.method, hasCluster }, { help });
    } else if (authorization === 'AWS_IAM') {
      yield diagnose('cache-never-hit', place, { route: name });
    }
  }
}
