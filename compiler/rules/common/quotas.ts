// The quotas of an AWS account: those in the spec, and AWS's defaults for others.

import type { Environment } from '../../../schema/environment.generated';

/** Regions with a lower default throttle (Amazon API Gateway quotas, "API Gateway account-level quotas, per Region"). */
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

/** Concurrent executions that Lambda keeps for functions without a reservation (AWS Lambda Developer Guide, "Configuring reserved concurrency"). */
export const UNRESERVED_CONCURRENCY = 100;

/** The throttle of the account: its rate in requests a second, and its burst. */
export function accountThrottle({ region, quotas: { apiGateway } }: Environment): { rate: number; burst: number } {
  const smaller = REGIONS_WITH_SMALLER_THROTTLE.has(region);
  return {
    rate: apiGateway.throttleRateLimit ?? (smaller ? 2500 : 10000),
    burst: apiGateway.throttleBurstLimit ?? (smaller ? 1250 : 5000),
  };
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
