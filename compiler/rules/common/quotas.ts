// The quotas of an AWS account: those in the spec, and AWS's defaults for others.

import type { Environment } from '../../../schema/environment.generated';
import { defaultAccountThrottle } from '../../model/gateway-throttle';
import type { Throttle } from '../../model/token-bucket';

/** The throttle of the account: its rate in requests a second, and its burst. */
export function accountThrottle({ region, quotas: { apiGateway } }: Environment): Throttle {
  const { rate, burst } = defaultAccountThrottle(region);
  return { rate: apiGateway.throttleRateLimit ?? rate, burst: apiGateway.throttleBurstLimit ?? burst };
}

/** The maximum concurrent executions of a function: its reservation, or the unreserved rest of the account. */
export function concurrencyOf(environment: Environment, name: string): number {
  return environment.functions[name]?.reservedConcurrency ?? unreservedConcurrency(environment);
}

/** Kept for each environment: a sum over all functions for each function would be quadratic. */
const unreserved = new WeakMap<Environment, number>();

function unreservedConcurrency(environment: Environment): number {
  const known = unreserved.get(environment);
  if (known !== undefined) return known;
  const { functions, quotas } = environment;
  const reserved = Object.values(functions).reduce((sum, { reservedConcurrency = 0 }) => sum + reservedConcurrency, 0);
  const rest = Math.max(0, quotas.lambda.concurrentExecutions - reserved);
  unreserved.set(environment, rest);
  return rest;
}
