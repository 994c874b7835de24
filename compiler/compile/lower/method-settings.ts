// The settings of a stage's methods: throttles, logs and caching.

import type { Api } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { API, apiPartName, methodHandle, stageHandle } from '../../graph/handles';
import { ALL_METHODS_PATH, methodSettingsPath } from '../../graph/route-path';
import type { NodeId } from '../../graph/value';
import { type LowerContext, resource } from './section';

/**
 * The settings of all methods, and of each route with its own throttle or cache. API Gateway does not merge the two, so the
 * settings of a route repeat the common ones.
 */
export function lowerMethodSettings({ originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const settings = (name: string, path: readonly string[], chosen: ChosenSettings, after: NodeId[]) =>
    resource(
      handle('aws:apigateway/methodSettings:MethodSettings', name),
      originOf(path),
      {
        restApi: API.ref('id'),
        stageName: stageHandle(api).ref('stageName'),
        methodPath: chosen.methodPath,
        settings: {
          throttlingRateLimit: chosen.throttle.rateLimit,
          throttlingBurstLimit: chosen.throttle.burstLimit,
          cachingEnabled: chosen.cachingEnabled,
          cacheTtlInSeconds: api.cache?.ttlSeconds,
          cacheDataEncrypted: true,
          // Without this, any caller could invalidate the cache with `Cache-Control: max-age=0`.
          requireAuthorizationForCacheControl: true,
          unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403',
          metricsEnabled: api.metrics,
          loggingLevel: api.executionLogging,
          dataTraceEnabled: api.dataTrace,
        },
      },
      { dependsOn: after },
    );
  // API Gateway caches GET methods only. If all of them are cached, the common settings can enable the cache.
  const reads = Object.values(api.routes).filter(({ method }) => method === 'GET');
  const allCached = reads.length > 0 && reads.every(({ cache }) => cache);
  const common = { methodPath: ALL_METHODS_PATH, throttle: api.throttle, cachingEnabled: allCached };
  const nodes = [settings(apiPartName('method-settings'), ['api', 'throttle'], common, [])];
  // In the order of their paths, so that the key of a route has no effect on the graph.
  const routes = Object.entries(api.routes).map(([name, route]) => ({
    name,
    ...route,
    methodPath: methodSettingsPath(route.method, route.path),
  }));
  routes.sort((one, other) => (one.methodPath < other.methodPath ? -1 : 1));
  for (const { name, method, path, methodPath, cache, throttle } of routes) {
    const cachesApart = cache && method === 'GET' && !allCached;
    if (throttle === undefined && !cachesApart) continue;
    const own = {
      methodPath,
      throttle: throttle ?? api.throttle,
      cachingEnabled: cache,
    };
    const field = ['api', 'routes', name, throttle === undefined ? 'cache' : 'throttle'];
    // API Gateway rejects concurrent changes of a stage.
    const after = nodes.slice(-1).map(({ id }) => id);
    nodes.push(settings(`${methodHandle(method, path).name} settings`, field, own, after));
  }
  return nodes;
}

/** The settings of a method that are not those of the whole API. */
interface ChosenSettings {
  readonly methodPath: string;
  readonly throttle: Api['throttle'];
  readonly cachingEnabled: boolean;
}
