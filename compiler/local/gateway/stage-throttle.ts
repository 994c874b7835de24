// Derives the throttles and quotas of the API's stage from the settings of its methods, its usage plans and the account.

import type { AccountQuotas } from '../../graph/graph';
import type { GatewaySettings } from '../../model/gateway-throttle';
import type { Throttle } from '../../model/token-bucket';
import type { LocalResources } from '../local-values';
import type { Route } from './routes';
import { throttleOf } from './throttle-settings';
import { deriveUsagePlans } from './usage-plans';

/** The path of the settings of all methods of a stage (MethodSetting, Amazon API Gateway API Reference). */
const ALL_METHODS = '*/*';

/** Derives the limits. Without settings of its own, a method has only the throttle of the account. */
export function deriveGatewaySettings(resources: LocalResources, { apiThrottle }: AccountQuotas): GatewaySettings {
  const throttles = resources
    .of('aws:apigateway/methodSettings:MethodSettings')
    .flatMap(({ inputs: { methodPath, settings } }): [string, Throttle][] => {
      const throttle = throttleOf(settings.throttlingRateLimit, settings.throttlingBurstLimit);
      return throttle === undefined ? [] : [[methodPath, throttle]];
    });
  const { [ALL_METHODS]: stage = apiThrottle, ...methods } = Object.fromEntries(throttles);
  return { account: apiThrottle, stage, methods, plans: deriveUsagePlans(resources) };
}

/** The path of a route's own settings, such as `~1payments~1{id}/GET`. */
export function methodPathOf({ resourcePath, method }: Pick<Route, 'resourcePath' | 'method'>): string {
  return `${resourcePath.replaceAll('/', '~1')}/${method}`;
}
