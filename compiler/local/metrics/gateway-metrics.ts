// The metrics of the API: requests, errors and latencies of its stages, and with detailed metrics of each method.

import { ALL_METHODS_PATH, methodSettingsPath } from '../../graph/route-path';
import { API_METRICS } from '../../monitoring/metrics/api-gateway';
import type { AnsweredRequest } from '../gateway/gateway';
import type { Route } from '../gateway/routes';
import type { LocalResources } from '../local-values';
import type { RecordValue, RunMetrics } from './run-metrics';

type Name = keyof typeof API_METRICS.metrics;
type Recorders = (name: Name) => RecordValue;

/** Returns a function that records the answered requests of a graph's API. */
export function gatewayMetrics(resources: LocalResources, metrics: RunMetrics): (answered: AnsweredRequest) => void {
  const [api] = resources.of('aws:apigateway/restApi:RestApi');
  const ApiName = api?.inputs.name ?? api?.name ?? '';
  const stages = new Set(resources.of('aws:apigateway/stage:Stage').map(({ inputs }) => inputs.stageName));
  const detailed = new Map(
    resources
      .of('aws:apigateway/methodSettings:MethodSettings')
      .map(({ inputs: { methodPath, settings } }) => [methodPath, settings.metricsEnabled ?? false] as const),
  );
  const hasDetails = ({ method, resourcePath }: Route) =>
    detailed.get(methodSettingsPath(method, resourcePath)) ?? detailed.get(ALL_METHODS_PATH) ?? false;

  const known = new Map<string, Recorders>();
  function recordersOf(dimensions: Readonly<Record<string, string>>): Recorders {
    const key = JSON.stringify(dimensions);
    const found = known.get(key);
    if (found !== undefined) return found;
    const byName = new Map<Name, RecordValue>();
    const recorders: Recorders = (name) => {
      const one = byName.get(name) ?? metrics.recorder({ namespace: API_METRICS.namespace, name, dimensions });
      byName.set(name, one);
      return one;
    };
    known.set(key, recorders);
    return recorders;
  }

  return (answered) => {
    const { stage, route } = answered;
    if (!stages.has(stage)) return;
    record(recordersOf({ ApiName, Stage: stage }), answered);
    if (route === undefined || !hasDetails(route)) return;
    record(recordersOf({ ApiName, Stage: stage, Method: route.method, Resource: route.resourcePath }), answered);
  };
}

function record(recorders: Recorders, answered: AnsweredRequest): void {
  const { statusCode, milliseconds, integrationMilliseconds, isCacheHit } = answered;
  recorders('Count')(1);
  recorders('4XXError')(statusCode >= 400 && statusCode < 500 ? 1 : 0);
  recorders('5XXError')(statusCode >= 500 ? 1 : 0);
  recorders('Latency')(Math.round(milliseconds));
  if (isCacheHit !== undefined) recorders(isCacheHit ? 'CacheHitCount' : 'CacheMissCount')(1);
  if (integrationMilliseconds !== undefined) recorders('IntegrationLatency')(Math.round(integrationMilliseconds));
}
