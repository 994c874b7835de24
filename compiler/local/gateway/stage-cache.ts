// The cache of a stage: responses of GET methods by their cache keys (Amazon API Gateway Developer Guide, "Cache settings for
// REST APIs in API Gateway").

import { ALL_METHODS_PATH, methodSettingsPath } from '../../graph/route-path';
import { ResponseCache } from '../../model/response-cache';
import type { LocalResources } from '../local-values';
import type { RunClock } from '../run-clock';
import type { RoutedRequest } from './checks/check';
import { valuesOf } from './event-headers';
import type { GatewayResponse } from './gateway-message';
import type { Route } from './routes';

/** The cached responses of a route. */
export interface RouteCache {
  /** Whether a request asks to replace the cached response, which only authorized callers may. */
  readonly mustRefuse: (request: RoutedRequest) => boolean;
  readonly get: (request: RoutedRequest) => GatewayResponse | undefined;
  /** Keeps a successful response. */
  readonly put: (request: RoutedRequest, response: GatewayResponse) => void;
}

const BYTES_PER_GIGABYTE = 1024 ** 3;

/** The memory of the cached responses of a stage, which is less than the smallest cache of API Gateway. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Creates the caches of a graph's stages: undefined for a route without one. */
export function createCaches(resources: LocalResources, clock: RunClock): (route: Route) => RouteCache | undefined {
  const settings = new Map(
    resources
      .of('aws:apigateway/methodSettings:MethodSettings')
      .map(({ inputs }) => [inputs.methodPath, inputs.settings] as const),
  );
  const sizes = new Map(
    resources
      .of('aws:apigateway/stage:Stage')
      .flatMap(({ inputs }): [string, number][] =>
        inputs.cacheClusterEnabled ? [[inputs.stageName, Number(inputs.cacheClusterSize)]] : [],
      ),
  );
  const stores = new Map<string, ResponseCache<GatewayResponse>>();

  return (route) => {
    const size = sizes.get(route.stage);
    const own = settings.get(methodSettingsPath(route.method, route.resourcePath)) ?? settings.get(ALL_METHODS_PATH);
    const { cachingEnabled, cacheTtlInSeconds: ttlSeconds = 0, requireAuthorizationForCacheControl } = own ?? {};
    if (size === undefined || !cachingEnabled || route.method !== 'GET' || ttlSeconds === 0) return undefined;
    const capacityBytes = Math.min(size * BYTES_PER_GIGABYTE, MOST_BYTES);
    const store = stores.get(route.stage) ?? new ResponseCache<GatewayResponse>({ ttlSeconds, capacityBytes });
    stores.set(route.stage, store);
    const now = () => clock.now() / 1000;
    return {
      mustRefuse: (request) => (requireAuthorizationForCacheControl ?? true) && isInvalidation(request),
      get: (request) => (isInvalidation(request) ? undefined : store.get(now(), keyOf(request))),
      put(request, response) {
        if (response.statusCode >= 300) return;
        store.put(now(), keyOf(request), response, Buffer.byteLength(response.body));
      },
    };
  };
}

function isInvalidation({ headers }: RoutedRequest): boolean {
  return valuesOf(headers, 'cache-control').some((value) => /\bmax-age=0\b/.test(value));
}

/** The method and the values of the parameters that the route's cache depends on. */
function keyOf({ route, pathParameters, query, headers }: RoutedRequest): string {
  const values = route.cacheKeyParameters.map((parameter) => {
    const [, place, name = ''] = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(parameter) ?? [];
    if (place === 'path') return pathParameters[name];
    return place === 'querystring' ? query.getAll(name) : valuesOf(headers, name.toLowerCase());
  });
  return JSON.stringify([route.method, route.resourcePath, values]);
}
