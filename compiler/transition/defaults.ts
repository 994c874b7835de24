// Returns inputs that the spec no longer sets to the defaults of AWS.

import type { ResourceNode } from '../graph/graph';
import type { DeployedStack } from './deployed';
import type { Transition } from './pass';
import { reviseKind } from './revise';

/**
 * Sets an input to its default where the deployed resource has another value and the graph has none: to the provider, an
 * absent Computed input is no change.
 */
export function restoreDefaults(transition: Transition, deployed: DeployedStack): Transition {
  return restoreDatapoints(restoreCacheTtl(transition, deployed), deployed);
}

/** Seconds that a cached response lives unless a stage says otherwise (Amazon API Gateway Developer Guide, "Cache settings for REST APIs"). */
const CACHE_TTL_SECONDS = 300;

function restoreCacheTtl(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:apigateway/methodSettings:MethodSettings', ({ inputs }, outputs) => {
    const { settings } = inputs;
    const { cacheTtlInSeconds = CACHE_TTL_SECONDS } = (outputs.settings ?? {}) as { cacheTtlInSeconds?: number };
    if (settings.cacheTtlInSeconds !== undefined || cacheTtlInSeconds === CACHE_TTL_SECONDS) return {};
    return { inputs: { settings: { ...settings, cacheTtlInSeconds: CACHE_TTL_SECONDS } } };
  });
}

/** All periods have to breach unless an alarm says otherwise (Amazon CloudWatch API Reference, PutMetricAlarm, DatapointsToAlarm). */
function restoreDatapoints(transition: Transition, deployed: DeployedStack): Transition {
  type Alarm = 'aws:cloudwatch/metricAlarm:MetricAlarm';
  const decide = ({ inputs }: ResourceNode<Alarm>, { datapointsToAlarm }: { readonly datapointsToAlarm?: unknown }) => {
    const { evaluationPeriods } = inputs;
    const isDefault = !datapointsToAlarm || datapointsToAlarm === evaluationPeriods;
    return isDefault || inputs.datapointsToAlarm !== undefined
      ? {}
      : { inputs: { datapointsToAlarm: evaluationPeriods } };
  };
  return reviseKind<Alarm>(transition, deployed, 'aws:cloudwatch/metricAlarm:MetricAlarm', decide);
}
