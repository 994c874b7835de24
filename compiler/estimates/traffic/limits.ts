// The limits of a system: their names, values and fields, without the load on them.

import type { Capacity, CapacityUnits } from '../../../schema/environment.generated';
import { specPath } from '../../../schema/spec-path';
import { accountThrottle } from '../../language/expand/account-throttle';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { ApiMethod } from '../../language/expand/methods';
import { fewestUnits, mostUnits } from '../../language/expand/throughput';
import { REQUESTS_PER_EXECUTION } from '../../model/lambda-concurrency';
import { type Direction, ON_DEMAND_UNITS, PARTITION_UNITS } from '../../model/throughput';
import type { PathStep } from '../../source/spec-node';
import type { Limit } from './bottleneck';

/** The throttle of a method. */
export function methodThrottle({ part, route, throttle }: ApiMethod): Limit {
  const name = part.at(-1) ?? '';
  const field: readonly PathStep[] =
    route.throttle === undefined ? ['api', 'throttle', 'rateLimit'] : ['api', 'routes', name, 'throttle', 'rateLimit'];
  return {
    what: `throttle of route ${name}`,
    value: throttle.rateLimit,
    unit: 'requests/s',
    field,
    beyond: 'API Gateway answers 429',
  };
}

/** The throttle of the account. */
export function accountLimit(environment: ExpandedEnvironment): Limit {
  return {
    what: 'throttle of the account',
    value: accountThrottle(environment).rate,
    unit: 'requests/s',
    field: specPath('quotas', 'apiGateway', 'throttleRateLimit'),
    beyond: 'API Gateway answers 429',
  };
}

/** The concurrency of a function, and the rate of invocations that this concurrency allows. */
export function concurrencyLimits(
  { functions, quotas }: ExpandedEnvironment,
  name: string,
  beyond: string,
): { readonly executions: Limit; readonly invocations: Limit } {
  const { reservedConcurrency } = functions[name] ?? {};
  const field =
    reservedConcurrency === undefined
      ? specPath('quotas', 'lambda', 'concurrentExecutions')
      : specPath('functions', name, 'reservedConcurrency');
  const value = reservedConcurrency ?? quotas.lambda.concurrentExecutions;
  const limit = { value, unit: 'executions', field, beyond };
  const what = `concurrency of function ${name}`;
  return {
    executions: { ...limit, what },
    invocations: { ...limit, what: `${what}, at ${REQUESTS_PER_EXECUTION} invocations/s each` },
  };
}

const BEYOND: Readonly<Record<Direction, string>> = {
  read: 'DynamoDB throttles reads',
  write: 'DynamoDB throttles writes',
};

/** The capacity of a table, or of one of its indexes, in a direction. */
export function capacityLimit(
  { tables, facts }: ExpandedEnvironment,
  table: string,
  direction: Direction,
  index?: string,
): Limit {
  const capacity = index === undefined ? tables[table]?.capacity : facts.indexes[table]?.[index]?.capacity;
  const isOwn = index !== undefined && tables[table]?.indexes[index]?.capacity !== undefined;
  const path = isOwn ? specPath('tables', table, 'indexes', index, 'capacity') : specPath('tables', table, 'capacity');
  const part = index === undefined ? `table ${table}` : `index ${index}`;
  return unitsLimit({ what: `${direction} capacity of ${part}`, direction, path }, capacity);
}

interface NamedUnits {
  readonly what: string;
  readonly direction: Direction;
  readonly path: readonly PathStep[];
}

function unitsLimit({ what, direction, path }: NamedUnits, capacity: Capacity | undefined): Limit {
  const units: CapacityUnits | undefined = capacity?.[direction];
  const common = { what, unit: 'units/s', beyond: BEYOND[direction] };
  if (units === undefined) return { ...common, value: ON_DEMAND_UNITS[direction] };
  const isFixed = units.autoscaling === undefined;
  return {
    ...common,
    value: mostUnits(units),
    field: [...path, direction, ...(isFixed ? ['units'] : ['autoscaling', 'maximum'])],
    ...(isFixed ? {} : { atOnce: fewestUnits(units) }),
  };
}

/** The partitions of an index: one for each value of its key. */
export function partitionsLimit({ facts }: ExpandedEnvironment, table: string, index: string): Limit {
  const values = facts.indexes[table]?.[index]?.shardCount ?? 1;
  return {
    what: `partitions of index ${index}: ${values} ${values === 1 ? 'value' : 'values'} of its key`,
    value: values * PARTITION_UNITS.write,
    unit: 'units/s',
    beyond: 'DynamoDB throttles writes to the table',
    field: specPath('tables', table, 'indexes', index, 'shardCount'),
  };
}
