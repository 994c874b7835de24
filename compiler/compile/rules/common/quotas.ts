// The concurrency that the quota of an AWS account leaves to a function.

import type { Environment } from '../../../../schema/environment.generated';

/** The maximum concurrent executions of a function: its reservation, or the unreserved rest of the account. */
export function concurrencyOf(environment: Environment, name: string): number {
  return environment.functions[name]?.reservedConcurrency ?? unreservedConcurrency(environment);
}

/** Cached for each environment, because summing over all functions for each function would be quadratic. */
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
