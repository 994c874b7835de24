// The settings of a stage's methods: throttles, logs and caching.

import type { Api } from '../../schema/environment.generated';
import type { AnyResourceNode } from '../graph/graph';
import { handle } from '../graph/handle';
import type { NodeId } from '../graph/value';
import { API, apiPartName, methodHandle, stageHandle } from '../resolve/handles';
import { type LowerContext, resource } from './section';

/** The settings of all methods and of each cached route. A method's own settings replace the common ones, so they repeat them all. */
export function lowerMethodSettings({ originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const stageName = stageHandle(api).ref('stageName');
  const settings = (
    name: string,
    path: readonly string[],
    methodPath: string,
    cachingEnabled: boolean,
    after: NodeId[],
  ) =>
    resource(
      handle('aws:apigateway/methodSettings:MethodSettings', name),
      originOf(path),
      {
        restApi: API.ref('id'),
        stageName,
        methodPath,
        settings: {
          throttlingRateLimit: api.throttle.rateLimit,
          throttlingBurstLimit: api.throttle.burstLimit,
          cachingEnabled,
          cacheTtlInSeconds: api.cache?.ttlSeconds,
          cacheDataEncrypted: true,
          // Otherwise any caller's `Cache-Control: max-age=0` invalidates the cache.
          requireAuthorizationForCacheControl: true,
          unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403',
          metricsEnabled: api.metrics,
          loggingLevel: api.executionLogging,
          dataTraceEnabled: api.dataTrace,
        },
      },
      { dependsOn: after },
    );
  // A cached stage caches GET methods only: if all of them are cached, one setting is enough.
  const reads = Object.entries(api.routes).filter(([, { method }]) => method === 'GET');
  const allCached = reads.length > 0 && reads.every(([, { cache }]) => cache);
  const nodes = [settings(apiPartName('method-settings'), ['api', 'throttle'], '*/*', allCached, [])];
  for (const [name, route] of reads) {
    if (!route.cache || allCached) continue;
    // API Gateway rejects concurrent changes of a stage.
    const after = nodes.slice(-1).map(({ id }) => id);
    const methodPath = `${route.path.replaceAll('/', '~1')}/${route.method}`;
    nodes.push(
      settings(
        `${methodHandle(route.method, route.path).name} settings`,
        ['api', 'routes', name, 'cache'],
        methodPath,
        true,
        after,
      ),
    );
  }
  return nodes;
}
