// The capacity of all tables of a run: meters calls, and refuses them as DynamoDB does.

import { isDeepStrictEqual } from 'node:util';
import { AutoscaledTable, type CapacityOfTable } from '../../model/autoscaled-table';
import type { CapacityRefusal } from '../../model/table-capacity';
import type { Direction } from '../../model/throughput';
import { type ConsumedUnits, failure, type StoreAnswer } from '../front/call';
import { LOCAL_ACCOUNT, type LocalResources } from '../local-values';
import { capacityMetrics } from '../metrics/capacity-metrics';
import type { RunMetrics } from '../metrics/run-metrics';
import { secondsOf } from '../run-clock';
import type { RunLimits } from '../run-limits';
import type { StoredTable } from '../stores/index-keys';
import { deriveCapacities } from './capacity-settings';
import { consumptionOf, type MaybeItem } from './written-units';

/** Default quotas of a table, in units a second (Service, account, and table quotas in Amazon DynamoDB). */
const TABLE_QUOTA = { read: 40_000, write: 40_000 } as const;

/** Meters the calls to tables, and adds the units that a call consumes to the sum of that call. */
export interface Meter {
  /** Consumes the units of a read. If the capacity is exceeded, returns the answer that refuses it. */
  read(table: string, index: string | undefined, units: number, sum: ConsumedUnits): StoreAnswer | undefined;
  /** Consumes the units of a write. If the capacity is exceeded, returns the answer that refuses it. */
  write(table: StoredTable, before: MaybeItem, after: MaybeItem, sum: ConsumedUnits): StoreAnswer | undefined;
}

/** Meters one call. */
export interface MeterOfCall {
  read(table: string, index: string | undefined, units: number): StoreAnswer | undefined;
  write(table: StoredTable, before: MaybeItem, after: MaybeItem): StoreAnswer | undefined;
}

/** The capacity of a run. */
export interface RunCapacity extends Meter {
  /** Sets the capacities of a graph. A table keeps its state while its settings do not change. */
  configure(resources: LocalResources): void;
  /** Records the capacity that is provisioned, at a time in milliseconds. */
  sample(time: number): void;
  /** The present capacities, each table before its indexes. */
  states(): readonly CapacityState[];
}

/** The capacity of a table, or of one of its indexes, in one direction. */
export interface CapacityState {
  readonly table: string;
  readonly index: string | undefined;
  readonly direction: Direction;
  readonly isAutoscaled: boolean;
  /** Units a second that are provisioned, or that the table accepts on demand. */
  readonly units: number;
  /** Units that can be consumed at once, unused ones of the last minutes included. */
  readonly available: number;
}

/** Creates the capacity of a run. With the mode `off`, it only meters. */
export function createCapacity({ mode, clock, refusals }: RunLimits, metrics: RunMetrics): RunCapacity {
  const recorded = capacityMetrics(metrics);
  let meters = new Map<string, { readonly capacity: CapacityOfTable; readonly meter: AutoscaledTable }>();
  let region = '';
  const now = () => secondsOf(clock);

  /** Counts a refusal. Returns its answer; undefined in the mode `count`. */
  function refuse(table: string, refusal: CapacityRefusal | undefined): StoreAnswer | undefined {
    if (refusal === undefined || mode === 'off') return undefined;
    const { reason, index } = refusal;
    const direction = reason.includes('Read') ? 'read' : 'write';
    refusals.add(400, `the ${direction} capacity of ${index === undefined ? '' : `index ${index} of `}table ${table}`);
    if (mode === 'count') return undefined;
    recorded.refused(table, refusal);
    return throttled(refusal, `arn:aws:dynamodb:${region}:${LOCAL_ACCOUNT}:table/${table}`);
  }

  return {
    configure(resources) {
      ({ region } = resources);
      meters = new Map(
        [...deriveCapacities(resources)].map(([name, capacity]) => {
          const known = meters.get(name);
          const isSame = known !== undefined && isDeepStrictEqual(known.capacity, capacity);
          return [name, isSame ? known : { capacity, meter: new AutoscaledTable(capacity, TABLE_QUOTA, now()) }];
        }),
      );
    },
    states: () =>
      [...meters].flatMap(([table, { capacity, meter }]) =>
        [undefined, ...Object.keys(capacity.indexes)].flatMap((index) =>
          (['read', 'write'] as const).map((direction) => ({
            table,
            index,
            direction,
            isAutoscaled: capacity.scaling.some((part) => part.index === index && part.direction === direction),
            ...meter.stateAt(now(), direction, index),
          })),
        ),
      ),
    read(table, index, units, sum) {
      const refusal = refuse(table, meters.get(table)?.meter.read(now(), { index, units }));
      if (refusal !== undefined) return refusal;
      sum.read += units;
      recorded.read(table, { index, units });
      return undefined;
    },
    write(table, before, after, sum) {
      const { TableName } = table;
      const meter = meters.get(TableName)?.meter;
      if (meter === undefined) return undefined;
      const needed = consumptionOf(table, before, after);
      const refusal = refuse(TableName, meter.write(now(), needed));
      if (refusal !== undefined) return refusal;
      sum.write += Object.values(needed.indexes).reduce((units, index) => units + index.units, needed.units);
      recorded.write(TableName, needed);
      return undefined;
    },
    sample(time) {
      for (const [table, { capacity, meter }] of meters)
        for (const index of [undefined, ...Object.keys(capacity.indexes)]) {
          const provisioned = index === undefined ? capacity.table : capacity.indexes[index];
          if (provisioned === undefined) continue;
          for (const direction of ['read', 'write'] as const)
            recorded.provisioned(table, index, direction, meter.unitsAt(now(), direction, index), time);
        }
    },
  };
}

const MESSAGES = {
  table:
    'The level of configured provisioned throughput for the table was exceeded. ' +
    'Consider increasing your provisioning level with the UpdateTable API.',
  index:
    'The level of configured provisioned throughput for one or more global secondary indexes of the table was exceeded. ' +
    'Consider increasing your provisioning level for the under-provisioned global secondary indexes with the UpdateTable API',
  onDemand:
    'Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index ' +
    'so please try again shortly. If exceptions persist, check if you have a hot key.',
} as const;

/** The answer to a call that is refused (Amazon DynamoDB Developer Guide, "Diagnosing throttling"). */
function throttled({ reason, index }: CapacityRefusal, tableArn: string): StoreAnswer {
  const [type, message] = reason.endsWith('AccountLimitExceeded')
    ? ['ThrottlingException', MESSAGES.onDemand]
    : ['ProvisionedThroughputExceededException', index === undefined ? MESSAGES.table : MESSAGES.index];
  const { statusCode, body } = failure('dynamodb', 400, type, message);
  const resource = index === undefined ? tableArn : `${tableArn}/index/${index}`;
  return { statusCode, body: { ...body, ThrottlingReasons: [{ reason, resource }] }, refusedBy: 'capacity' };
}
