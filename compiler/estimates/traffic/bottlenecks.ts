// The limits of a system in the order in which a steady rate of requests reaches them.

import type { ExpandedEnvironment } from '../../language/expand/expand';
import { REQUESTS_PER_EXECUTION } from '../../model/lambda-concurrency';
import { isKnown } from './amount';
import { SECONDS_PER_MONTH } from './assumptions';
import { type Bottleneck, bottleneckOf, type Limit } from './bottleneck';
import { functionLoads } from './functions';
import { accountLimit, capacityLimit, concurrencyLimits, methodThrottle, partitionsLimit } from './limits';
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
    .sort((a, b) => a.rate - b.rate || (a.what < b.what ? -1 : 1));
}

/** A limit, and the amount of it that a request takes. */
type Demand = readonly [limit: Limit, perRequest: number];

function gatewayLimits(environment: ExpandedEnvironment, mix: Mix): readonly Demand[] {
  const methods = [...mix].map(([method, share]): Demand => [methodThrottle(method), share]);
  const total = [...mix.values()].reduce((sum, share) => sum + share, 0);
  return [...methods, [accountLimit(environment), total]];
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
  return Object.keys(environment.functions).flatMap((name) => {
    const perSecond = (of: 'invocations' | 'busySeconds') => {
      const [used = 0, unused = 0] = [loads.get(name)?.[of], idleLoads.get(name)?.[of]];
      return isKnown(used) && isKnown(unused) ? (used - unused) / SECONDS_PER_MONTH : 0;
    };
    const isAnswering = answering.has(name);
    const beyond = isAnswering ? 'API Gateway answers 500' : 'events wait';
    const { executions, invocations } = concurrencyLimits(environment, name, beyond);
    const batch = isAnswering ? 1 : fullBatch(environment, name);
    return [
      [executions, perSecond('busySeconds')],
      [invocations, perSecond('invocations') / batch / REQUESTS_PER_EXECUTION],
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
  const unitsOf = (used: UnitsLoad, index?: string) =>
    (['write', 'read'] as const).map(
      (direction): Demand => [capacityLimit(environment, name, direction, index), used[direction][0] ?? 0],
    );
  const indexes = [...load.indexes].flatMap(([index, used]) => [
    ...unitsOf(used, index),
    [partitionsLimit(environment, name, index), used.write[0] ?? 0] as const,
  ]);
  return [...unitsOf(load), ...indexes];
}
