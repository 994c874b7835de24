// The capacity of all tables of a run: meters calls, and refuses them as DynamoDB does.

import { isDeepStrictEqual } from 'node:util';
import type { CapacityRefusal } from '../../model/table-capacity';
import { type ConsumedUnits, failure, type StoreAnswer } from '../front/call';
import { LOCAL_ACCOUNT, type LocalResources } from '../local-values';
import type { RunLimits } from '../run-limits';
import type { StoredTable } from '../stores/index-keys';
import { type CapacityOfTable, deriveCapacities } from './capacity-settings';
import { TableMeter } from './table-meter';
import { consumptionOf, type MaybeItem } from './written-units';

/** Default quotas of a table, in units a second (Service, account, and table quotas in Amazon DynamoDB). */
const TABLE_QUOTA = { read: 40_000, write: 40_000 } as const;

/** Meters the calls to tables, and adds what each call consumes to its own sum. */
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
}

/** Creates the capacity of a run. */
export function createCapacity({ mode, clock, refusals }: RunLimits): RunCapacity {
  let meters = new Map<string, { readonly capacity: CapacityOfTable; readonly meter: TableMeter }>();
  let region = '';
  const now = () => clock.now() / 1000;

  /** Counts a refusal. Returns its answer; undefined in the mode `count`. */
  function refuse(table: string, refusal: CapacityRefusal | undefined): StoreAnswer | undefined {
    if (refusal === undefined) return undefined;
    const { reason, index } = refusal;
    const direction = reason.includes('Read') ? 'read' : 'write';
    refusals.add(400, `the ${direction} capacity of ${index === undefined ? '' : `index ${index} of `}table ${table}`);
    return mode === 'enforce'
      ? throttled(refusal, `arn:aws:dynamodb:${region}:${LOCAL_ACCOUNT}:table/${table}`)
      : undefined;
  }

  return {
    configure(resources) {
      ({ region } = resources);
      meters = new Map(
        [...deriveCapacities(resources)].map(([name, capacity]) => {
          const known = meters.get(name);
          const isSame = known !== undefined && isDeepStrictEqual(known.capacity, capacity);
          return [name, isSame ? known : { capacity, meter: new TableMeter(capacity, TABLE_QUOTA, now()) }];
        }),
      );
    },
    read(table, index, units, sum) {
      const refusal = refuse(table, meters.get(table)?.meter.read(now(), { index, units }));
      if (refusal === undefined) sum.read += units;
      return refusal;
    },
    write(table, before, after, sum) {
      const meter = meters.get(table.TableName)?.meter;
      if (meter === undefined) return undefined;
      const needed = consumptionOf(table, before, after);
      const refusal = refuse(table.TableName, meter.write(now(), needed));
      if (refusal === undefined)
        sum.write += Object.values(needed.indexes).reduce((units, index) => units + index.units, needed.units);
      return refusal;
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
