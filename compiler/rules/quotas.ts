// What AWS grants an account, by what the spec says of it, or else by default.

import type { Environment } from '../../schema/environment.generated';

/** Regions whose accounts start with a smaller throttle (Amazon API Gateway quotas, "API Gateway account-level quotas, per Region"). */
const REGIONS_WITH_SMALLER_THROTTLE: ReadonlySet<string> = new Set([
  'af-south-1',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'mx-central-1',
]);

/** Instances that Lambda keeps for functions without a reservation (AWS Lambda Developer Guide, "Configuring reserved concurrency"). */
export const UNRESERVED_CONCURRENCY = 100;

/** The throttle of the account: steady requests a second, and requests at once. */
export function accountThrottle({ region, quotas: { apiGateway } }: Environment): { rate: number; burst: number } {
  const smaller = REGIONS_WITH_SMALLER_THROTTLE.has(region);
  return {
    rate: apiGateway.throttleRateLimit ?? (smaller ? 2500 : 10000),
    burst: apiGateway.throttleBurstLimit ?? (smaller ? 1250 : 5000),
  };
}

/** How many instances of a function may run at once: its reservation, or what the others leave of the account's. */
export function concurrencyOf({ functions, quotas }: Environment, name: string): number {
  const reserved = functions[name]?.reservedConcurrency;
  if (reserved !== undefined) return reserved;
  const others = Object.values(functions).reduce((sum, { reservedConcurrency = 0 }) => sum + reservedConcurrency, 0);
  return Math.max(0, quotas.lambda.concurrentExecutions - others);
}
