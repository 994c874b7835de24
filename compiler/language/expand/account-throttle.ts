// The throttle of an AWS account: the quotas in the spec, and AWS's defaults for others.

import type { Environment } from '../../../schema/environment.generated';
import { defaultAccountThrottle } from '../../model/gateway-throttle';
import type { Throttle } from '../../model/token-bucket';

/** The throttle of the account: its rate in requests a second, and its burst. */
export function accountThrottle({ region, quotas: { apiGateway } }: Environment): Throttle {
  const { rate, burst } = defaultAccountThrottle(region);
  return { rate: apiGateway.throttleRateLimit ?? rate, burst: apiGateway.throttleBurstLimit ?? burst };
}
