// The limits of a system in the order in which a steady rate of requests reaches them.

import type { CapacityUnits } from '../../schema/environment.generated';
import { specPath } from '../../schema/spec-path';
import { accountThrottle } from '../expand/account-throttle';
import type { ExpandedEnvironment } from '../expand/expand';
import { fewestUnits, mostUnits } from '../expand/throughput';
import { REQUESTS_PER_EXECUTION } from '../model/lambda-concurrency';
import { type Direction, ON_DEMAND_UNITS, PARTITION_UNITS } from '../model/throughput';
import type { PathStep } from '../source/spec-node';
import { isKnown } from './amount';
import { SECONDS_PER_MONTH } from './assumptions';
import { type Bottleneck, bottleneckOf, type Limit } from './bottleneck';
import { functionLoads } from './functions';
import { type TableLoad, tableLoads, type UnitsLoad } from './tables';
import { floorTraffic, type Mix, shareOut, steady, type Traffic } from './traffic';

/** The limits that requests of a mix reach, the first one first. */
export function bottlenecksOf(environment: ExpandedEnvironment, mix: Mix): readonly Bottleneck[] {
  const traffic: Traffic = { level: 'expected', requests: shareOut(steady(1), mix) };
  const tables = tableLoads(environment, traffic);
  return [
    ...gatewayLimits(environment, mix),
    ...functionLimits(environment, traffic, tables),
    ...[...tables].flatMap(([name, load]) => tableLimits(environment, name, load)),
  ]
    .flatMap(([limit, perRequest]) => bottleneckOf(limit, perRequest) ?? [])
    .sort((a, b) => a.rate - b.rate || a.what.localeCompare(b.what));
}

/** A limit, and the amount of it that a request takes. */
type Demand = readonly [limit: Limit, perRequest: number];

function gatewayLimits(environment: ExpandedEnvironment, mix: Mix): readonly Demand[] {
  const account = accountThrottle(environment).rate;
  const methods = [...mix].map(([{ part, route, throttle }, share]): Demand => {
    const name = part.at(-1) ?? '';
    const field: readonly PathStep[] =
      route.throttle === undefined
        ? ['api', 'throttle', 'rateLimit']
        : ['api', 'routes', name, 'throttle', 'rateLimit'];
    const limit = { what: `throttle of route ${name}`, value: throttle.rateLimit, unit: 'requests/s', field };
    return [{ ...limit, beyond: 'API Gateway answers 429' }, share];
  });
  const total = [...mix.values()].reduce((sum, share) => sum + share, 0);
  const field = specPath('quotas', 'apiGateway', 'throttleRateLimit');
  const quota = { what: 'throttle of the account', value: account, unit: 'requests/s', field };
  return [...methods, [{ ...quota, beyond: 'API Gateway answers 429' }, total]];
}

/** The concurrency of each function. Events of triggers wait, and are not refused. */
function functionLimits(
  environment: ExpandedEnvironment,
  traffic: Traffic,
  tables: ReadonlyMap<string, TableLoad>,
): readonly Demand[] {
  const loads = functionLoads(environment, traffic, tables).functions;
  const idle = floorTraffic(environment);
  const idleLoads = functionLoads(environment, idle, tableLoads(environment, idle)).functions;
  const answering = new Set([...traffic.requests.keys()].map(({ route }) => route.function));
  return Object.entries(environment.functions).flatMap(([name, { reservedConcurrency }]) => {
    const perSecond = (of: 'invocations' | 'busySeconds') => {
      const [used = 0, unused = 0] = [loads.get(name)?.[of], idleLoads.get(name)?.[of]];
      return isKnown(used) && isKnown(unused) ? (used - unused) / SECONDS_PER_MONTH : 0;
    };
    const concurrency = reservedConcurrency ?? environment.quotas.lambda.concurrentExecutions;
    const field =
      reservedConcurrency === undefined
        ? specPath('quotas', 'lambda', 'concurrentExecutions')
        : specPath('functions', name, 'reservedConcurrency');
    const beyond = answering.has(name) ? 'API Gateway answers 500' : 'events wait';
    const limit = { value: concurrency, unit: 'executions', field, beyond };
    return [
      [{ ...limit, what: `concurrency of function ${name}` }, perSecond('busySeconds')],
      [
        { ...limit, what: `concurrency of function ${name}, at ${REQUESTS_PER_EXECUTION} invocations/s each` },
        perSecond('invocations') / (answering.has(name) ? 1 : fullBatch(environment, name)) / REQUESTS_PER_EXECUTION,
      ],
    ] as const;
  });
}

/** The events of an invocation under load: the smallest batch of its triggers, because batches fill before events wait for long. */
function fullBatch({ facts }: ExpandedEnvironment, name: string): number {
  const batches = facts.triggers.flatMap((trigger) =>
    trigger.function === name && trigger.source !== 'schedule' ? [trigger.batchSize] : [],
  );
  return batches.length === 0 ? 1 : Math.min(...batches);
}

function tableLimits(environment: ExpandedEnvironment, name: string, load: TableLoad): readonly Demand[] {
  const table = environment.tables[name];
  if (table === undefined) return [];
  const path = specPath('tables', name, 'capacity');
  const own = unitLimits(`table ${name}`, table.capacity, path, load);
  const indexes = Object.entries(environment.facts.indexes[name] ?? {}).flatMap(([index, { capacity, shardCount }]) => {
    const used = load.indexes.get(index);
    if (used === undefined) return [];
    const isOwn = table.indexes[index]?.capacity !== undefined;
    const field = isOwn ? specPath('tables', name, 'indexes', index, 'capacity') : path;
    const partition: Limit = {
      what: `partitions of index ${index}: ${shardCount} ${shardCount === 1 ? 'value' : 'values'} of its key`,
      value: shardCount * PARTITION_UNITS.write,
      unit: 'units/s',
      beyond: 'DynamoDB throttles writes to the table',
      field: specPath('tables', name, 'indexes', index, 'shardCount'),
    };
    return [...unitLimits(`index ${index}`, capacity, field, used), [partition, used.write[0] ?? 0] as const];
  });
  return [...own, ...indexes];
}

const BEYOND: Readonly<Record<Direction, string>> = {
  read: 'DynamoDB throttles reads',
  write: 'DynamoDB throttles writes',
};

function unitLimits(
  what: string,
  capacity: { readonly [D in Direction]: CapacityUnits } | undefined,
  path: readonly PathStep[],
  used: UnitsLoad,
): readonly Demand[] {
  return (['write', 'read'] as const).map((direction): Demand => {
    const units = capacity?.[direction];
    const common = { what: `${direction} capacity of ${what}`, unit: 'units/s', beyond: BEYOND[direction] };
    const perRequest = used[direction][0] ?? 0;
    if (units === undefined) return [{ ...common, value: ON_DEMAND_UNITS[direction] }, perRequest];
    const isFixed = units.autoscaling === undefined;
    const limit: Limit = {
      ...common,
      value: mostUnits(units),
      field: [...path, direction, ...(isFixed ? ['units'] : ['autoscaling', 'maximum'])],
      ...(isFixed ? {} : { atOnce: fewestUnits(units) }),
    };
    return [limit, perRequest];
  });
}
