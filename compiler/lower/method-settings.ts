// The settings of a stage's methods: throttles, logs, and which answers its cache keeps.

import type { Api } from '../../schema/environment.generated';
import { type AnyResourceNode, nodeId } from '../graph/graph';
import { type NodeId, reference } from '../graph/value';
import { API_NODE, apiPartName, methodName } from '../resolve/logical-names';
import { type LowerContext, resource } from './section';

/** The settings of all methods, and those of each route that is cached. A method's own replace those of all: they say everything again. */
export function lowerMethodSettings({ originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const stageName = reference(nodeId('aws:apigateway/stage:Stage', api.stage), 'stageName');
  const settings = (
    name: string,
    path: readonly string[],
    methodPath: string,
    cachingEnabled: boolean,
    after: NodeId[],
  ) =>
    resource(
      'aws:apigateway/methodSettings:MethodSettings',
      name,
      originOf(path),
      {
        restApi: reference(API_NODE, 'id'),
        stageName,
        methodPath,
        settings: {
          throttlingRateLimit: api.throttle.rateLimit,
          throttlingBurstLimit: api.throttle.burstLimit,
          cachingEnabled,
          cacheTtlInSeconds: api.cache?.ttlSeconds,
          cacheDataEncrypted: true,
          // Otherwise anybody's `Cache-Control: max-age=0` empties the cache.
          requireAuthorizationForCacheControl: true,
          unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403',
          metricsEnabled: api.metrics,
          loggingLevel: api.executionLogging,
          dataTraceEnabled: api.dataTrace,
        },
      },
      { dependsOn: after },
    );
  // Of a stage that is cached, API Gateway caches the GET methods: where that is all of them, one setting says it.
  const reads = Object.entries(api.routes).filter(([, { method }]) => method === 'GET');
  const allCached = reads.length > 0 && reads.every(([, { cache }]) => cache);
  const nodes = [settings(apiPartName('method-settings'), ['api', 'throttle'], '*/*', allCached, [])];
  for (const [name, route] of reads) {
    if (!route.cache || allCached) continue;
    // API Gateway refuses two changes of a stage at a time.
    const after = nodes.slice(-1).map(({ id }) => id);
    const methodPath = `${route.path.replaceAll('/', '~1')}/${route.method}`;
    nodes.push(
      settings(
        `${methodName(route.method, route.path)} settings`,
        ['api', 'routes', name, 'cache'],
        methodPath,
        true,
        after,
      ),
    );
  }
  return nodes;
}
