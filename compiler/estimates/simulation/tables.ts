// The capacity of the tables: consumed and provisioned units of tables and indexes, and the refused share of calls.

import { REASONS } from '../../../contract/problems';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import { AutoscaledTable, type CapacityOfTable } from '../../model/autoscaled-table';
import type { Steady, Step } from '../../model/limiter';
import type { CapacityRefusal, IndexFlow, Provisioned, TableShare } from '../../model/table-capacity';
import { type Direction, type PartsByDirection, partsByDirection } from '../../model/throughput';
import type { TABLE_METRICS } from '../../monitoring/metrics/dynamodb';
import type { CapacityMetric } from '../../monitoring/metrics/watch';
import { capacityLimit, partitionsLimit } from '../traffic/limits';
import type { Books } from './books';
import type { RecordMetric } from './metrics';
import { add, type RefusalCount, type RefusingLimit } from './recording';
import type { Column } from './result';
import type { Scenario } from './scenario';

/** The handler answers this if the last attempt of a call fails. */
export const [UNAVAILABLE_STATUS] = REASONS.unavailable;

/** All calls of the handlers: routes make the first three, functions for events the others. */
const CALLS = ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'] as const;
type CallName = (typeof CALLS)[number];

const DIRECTIONS = ['read', 'write'] as const;

/** The capacity of a part that is fixed, autoscaled or, if undefined, on demand. */
type Capacity = ExpandedEnvironment['facts']['indexes'][string][string]['capacity'];

/** A table or an index in a direction, with its columns. */
interface Part {
  readonly index: string | undefined;
  readonly direction: Direction;
  readonly consumed: Float64Array;
  readonly provisioned: Float64Array;
  readonly throttled: Float64Array;
  readonly metrics: { readonly consumed: RecordMetric | undefined; readonly throttles: RecordMetric | undefined };
}

/** The units that a step takes from an index. */
export type UnitsOfIndex = Pick<IndexFlow, 'index' | 'units'>;

const TITLES = { read: 'Read', write: 'Write' } as const;

type UnitsColumn = 'consumed' | 'provisioned' | 'throttled';

function partName(table: string, index: string | undefined): string {
  return index === undefined ? `tables.${table}` : `tables.${table}.indexes.${index}`;
}

function columnTitle(what: UnitsColumn, direction: Direction): string {
  return `${what} ${direction} units`;
}

/** The part and the title of the column with the consumed units of a table, or of an index. */
export function consumedColumn(table: string, direction: Direction, index?: string): Pick<Column, 'part' | 'what'> {
  return { part: partName(table, index), what: columnTitle('consumed', direction) };
}

/** A table with its capacity. */
export class SimulatedTable implements Steady {
  private readonly capacity: AutoscaledTable;
  private readonly parts: readonly Part[];
  private readonly partsOf: PartsByDirection<Part>;
  private readonly keys: ReadonlyMap<string, number>;
  private readonly systemErrors: ReadonlyMap<string, RecordMetric>;
  private readonly refused = new Map<CapacityRefusal, RefusalCount>();
  private readonly areKept: boolean;
  private readonly failed: Readonly<Record<'InternalServerError' | 'TimeoutError', RefusalCount>>;

  constructor(
    private readonly environment: ExpandedEnvironment,
    readonly name: string,
    private readonly books: Books,
    { start, assumptions }: Pick<Scenario, 'start' | 'assumptions'>,
  ) {
    const { recording, metrics } = books;
    this.areKept = recording.keeps(partName(name, undefined));
    const { tableReadCapacityUnits: read, tableWriteCapacityUnits: write } = environment.quotas.dynamodb;
    this.capacity = new AutoscaledTable(capacityOf(environment, name), { read, write }, start, assumptions);
    const indexes = Object.entries(environment.facts.indexes[name] ?? {});
    this.keys = new Map(indexes.map(([index, { shardCount }]) => [index, shardCount]));
    this.parts = [undefined, ...this.keys.keys()].flatMap((index) =>
      DIRECTIONS.map((direction): Part => {
        const part = partName(name, index);
        const column = (what: UnitsColumn) => recording.column(part, columnTitle(what, direction), 'units');
        const columns = { consumed: column('consumed'), provisioned: column('provisioned') };
        const metric = (of: CapacityMetric) => metrics.recorder({ resource: part, name: of });
        return {
          ...{ index, direction, ...columns, throttled: column('throttled') },
          metrics: {
            consumed: metric(`Consumed${TITLES[direction]}CapacityUnits`),
            throttles: metric(`${TITLES[direction]}ThrottleEvents`),
          },
        };
      }),
    );
    this.partsOf = partsByDirection(this.parts);
    this.systemErrors = new Map(
      CALLS.flatMap((operation) => {
        const recorder = metrics.recorder({
          resource: `tables.${name}`,
          name: 'SystemErrors' satisfies keyof typeof TABLE_METRICS.metrics,
          dimensions: { Operation: operation },
        });
        return recorder === undefined ? [] : [[operation, recorder] as const];
      }),
    );
    const failing = (reason: string) => recording.refusal({ what: `table ${name}` }, reason, UNAVAILABLE_STATUS);
    this.failed = { InternalServerError: failing('InternalServerError'), TimeoutError: failing('TimeoutError') };
  }

  /** Records the capacity at the begin of a step. */
  begin(now: number): void {
    if (!this.areKept) return;
    const { second } = this.books.recording;
    for (const { index, direction, provisioned } of this.parts)
      provisioned[second] = this.capacity.unitsAt(now, direction, index);
  }

  /** Reads the table or an index. */
  read(step: Step, units: number, index?: string): TableShare {
    const share = this.capacity.flowRead(
      step,
      { units, hottestShare: this.books.faults.share('hot partition', this.name) },
      index,
    );
    this.record('read', index, units, share);
    return share;
  }

  /** Writes the table and its indexes. */
  write(step: Step, units: number, indexUnits: readonly UnitsOfIndex[]): TableShare {
    const indexes = indexUnits.map(({ index, units: own }) => ({ index, units: own, keys: this.keys.get(index) }));
    const hottestShare = this.books.faults.share('hot partition', this.name);
    const share = this.capacity.flowWrite(step, { units, hottestShare, indexes });
    this.record('write', undefined, units, share);
    for (const { index, units: own } of indexes) this.record('write', index, own, share);
    return share;
  }

  steadySeconds(end: number): number {
    return this.capacity.steadySeconds(end);
  }

  /** Counts refused calls. */
  refuse(refusal: CapacityRefusal, count: number): void {
    const known = this.refused.get(refusal);
    const counter = known ?? this.books.recording.refusal(this.limitOf(refusal), refusal.reason, UNAVAILABLE_STATUS);
    if (known === undefined) this.refused.set(refusal, counter);
    counter.add(count);
    this.partsOf[directionOf(refusal)].get(refusal.index)?.metrics.throttles?.(1, count);
  }

  /** Counts calls of an operation that a fault fails. */
  fail(reason: 'InternalServerError' | 'TimeoutError', operation: CallName, count: number): void {
    this.failed[reason].add(count);
    if (reason === 'InternalServerError') this.systemErrors.get(operation)?.(1, count);
  }

  private limitOf(refusal: CapacityRefusal): RefusingLimit {
    const { reason, index } = refusal;
    if (reason.endsWith('KeyRangeThroughputExceeded'))
      return index === undefined
        ? { what: `partitions of table ${this.name}` }
        : partitionsLimit(this.environment, this.name, index);
    return capacityLimit(this.environment, this.name, directionOf(refusal), index);
  }

  private record(direction: Direction, index: string | undefined, units: number, { admitted, refusal }: TableShare) {
    const part = this.partsOf[direction].get(index);
    part?.metrics.consumed?.(units * admitted, 1);
    if (!this.areKept || part === undefined) return;
    const { second } = this.books.recording;
    add(part.consumed, second, units * admitted);
    if (refusal !== undefined && refusal.index === index) add(part.throttled, second, units * (1 - admitted));
  }
}

function directionOf({ reason }: CapacityRefusal): Direction {
  return reason.includes('Read') ? 'read' : 'write';
}

/** The capacity of a table and its indexes, as a spec sets it. */
function capacityOf({ tables, facts }: ExpandedEnvironment, name: string): CapacityOfTable {
  const parts: readonly (readonly [string | undefined, Capacity])[] = [
    [undefined, tables[name]?.capacity],
    ...Object.entries(facts.indexes[name] ?? {}).map(([index, { capacity }]) => [index, capacity] as const),
  ];
  return {
    table: provisionedOf(tables[name]?.capacity),
    indexes: Object.fromEntries(
      parts.flatMap(([index, own]) => (index === undefined ? [] : [[index, provisionedOf(own)]])),
    ),
    scaling: parts.flatMap(([index, own]) =>
      DIRECTIONS.flatMap((direction) => {
        const settings = own?.[direction].autoscaling;
        return settings === undefined ? [] : [{ index, direction, settings }];
      }),
    ),
  };
}

function provisionedOf(capacity: Capacity): Provisioned {
  const units = ({ units: own, autoscaling }: NonNullable<Capacity>[Direction]) => own ?? autoscaling?.minimum ?? 0;
  return capacity && { read: units(capacity.read), write: units(capacity.write) };
}
