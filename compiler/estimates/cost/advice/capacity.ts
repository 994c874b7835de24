// Compares provisioned and on-demand capacity of tables at the expected traffic.

import type { Capacity, Table } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import { dollars } from '../dollars';
import { estimateCost } from '../estimate';
import { tiersOf } from '../prices/rates';
import type { Advice, AdvisedSystem } from './advice';
import { expectedCost } from './expected-cost';

/** The target of the default autoscaling, in percent. */
const TARGET_PERCENT = 70;

/** Capacity that follows the load of each hour from one unit on. */
const FOLLOWING = {
  autoscaling: {
    minimum: 1,
    maximum: Number.POSITIVE_INFINITY,
    targetUtilizationPercent: TARGET_PERCENT,
    scaleInCooldownSeconds: 60,
    scaleOutCooldownSeconds: 60,
  },
} as const;

/** For each table, the other billing mode if it costs less. */
export function capacityAdvice(system: AdvisedSystem): readonly Advice[] {
  const { environment, estimate } = system;
  return Object.entries(environment.tables).map(([name, table]) => {
    const isOnDemand = table.billingMode === 'PAY_PER_REQUEST';
    const other = isOnDemand ? { read: FOLLOWING, write: FOLLOWING } : undefined;
    const now = unitsCost(estimate, name);
    const then = unitsCost(estimateCost(withCapacity(system, name, table, other)), name);
    const amounts = `reads and writes cost ${dollars(now)} now and ${dollars(then)} then`;
    return {
      what: `set billingMode of table ${name} to ${isOnDemand ? 'PROVISIONED' : 'PAY_PER_REQUEST'}`,
      usd: now - then,
      field: specPath('tables', name, 'billingMode'),
      condition: isOnDemand
        ? `${amounts}, with autoscaling from 1 unit at ${TARGET_PERCENT} % utilization; it follows the load only after minutes`
        : `${amounts}, because requests use ${percent((then / now) * breakEven(estimate.region))} of the capacity; on demand costs less below ${percent(breakEven(estimate.region))}`,
    };
  });
}

/** The utilization of a provisioned unit at which the same requests cost as much on demand. */
export function breakEven(region: string): number {
  const price = (rate: Parameters<typeof tiersOf>[1]) => tiersOf(region, rate)[0]?.usd ?? 0;
  return price('dynamodb.write.provisioned') / (price('dynamodb.write.onDemand') * SECONDS_PER_HOUR);
}

const SECONDS_PER_HOUR = 3600;

function unitsCost(estimate: AdvisedSystem['estimate'], table: string): number {
  return expectedCost(
    estimate,
    ({ part, rate }) => part === `tables.${table}` && /^dynamodb\.(read|write|replicatedWrite)\./.test(rate),
  );
}

/** The system with another capacity of a table and of each of its indexes; undefined: on demand. */
function withCapacity(
  { graph, environment }: AdvisedSystem,
  name: string,
  table: Table,
  capacity: Capacity | undefined,
): Pick<AdvisedSystem, 'graph' | 'environment'> {
  const { tables, facts } = environment;
  const indexes = Object.entries(facts.indexes[name] ?? {}).map(([index, fact]) => [index, { ...fact, capacity }]);
  return {
    graph,
    environment: {
      ...environment,
      tables: { ...tables, [name]: { ...table, capacity } as Table },
      facts: { ...facts, indexes: { ...facts.indexes, [name]: Object.fromEntries(indexes) } },
    },
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
