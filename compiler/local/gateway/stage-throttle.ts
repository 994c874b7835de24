// Derives the throttles and quotas of the API's stage from the settings of its methods, its usage plans and the account.

import type { AccountQuotas } from '../../graph/graph';
import { ALL_METHODS_PATH } from '../../graph/route-path';
import type { GatewaySettings } from '../../model/gateway-throttle';
import type { Throttle } from '../../model/token-bucket';
import type { LocalResources } from '../local-values';
import { throttleOf } from './throttle-settings';
import { deriveUsagePlans } from './usage-plans';

/** Derives the limits. Without settings of its own, a method has only the throttle of the account. */
export function deriveGatewaySettings(resources: LocalResources, { apiThrottle }: AccountQuotas): GatewaySettings {
  const throttles = resources
    .of('aws:apigateway/methodSettings:MethodSettings')
    .flatMap(({ inputs: { methodPath, settings } }): [string, Throttle][] => {
      const throttle = throttleOf(settings.throttlingRateLimit, settings.throttlingBurstLimit);
      return throttle === undefined ? [] : [[methodPath, throttle]];
    });
  const { [ALL_METHODS_PATH]: stage = apiThrottle, ...methods } = Object.fromEntries(throttles);
  return { account: apiThrottle, stage, methods, plans: deriveUsagePlans(resources) };
}
