// The capacity of a DynamoDB table with its indexes: admits reads and writes, or names the reason of a refusal (Amazon
// DynamoDB Developer Guide, "Diagnosing throttling" and "Using Global Secondary Indexes in DynamoDB").

import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions';
import { type Limiter, type Step, TOLERANCE } from './limiter';
import { PartitionLimit } from './partition-limit';
import { type Direction, OnDemandThroughput, ProvisionedThroughput, type Throughput } from './throughput';

/** Provisioned units; undefined for on-demand throughput. */
export type Provisioned = { readonly read: number; readonly write: number } | undefined;

/** The capacity of a table, of its indexes by name, and the account's quota for a table. */
export interface TableCapacitySettings {
  readonly table: Provisioned;
  readonly indexes: { readonly [name: string]: Provisioned };
  readonly quota: { readonly read: number; readonly write: number };
}

/** Consumed units. With a partition key, the limit of a partition also applies. */
export interface Consumption {
  readonly units: number;
  readonly key?: string | undefined;
}

/** A read of a table, or of one of its indexes. */
export interface TableRead extends Consumption {
  readonly index?: string | undefined;
}

/** A write of a table and of the indexes that it changes. */
export interface TableWrite extends Consumption {
  readonly indexes: { readonly [name: string]: Consumption };
}

/** The reasons of a throttle (Amazon DynamoDB API Reference, ThrottlingReason). */
export type ThrottlingReason =
  `${'Table' | 'Index'}${'Read' | 'Write'}${Throughput['cause'] | 'KeyRangeThroughputExceeded'}`;

/** The reason of a refusal, and the index that lacks capacity; without an index, the table lacks it. */
export interface CapacityRefusal {
  readonly reason: ThrottlingReason;
  readonly index: string | undefined;
}

/** Units a second of a step, and how they are spread over partition keys. */
export interface FlowUnits {
  readonly units: number;
  /** The share of the units that has the hottest partition key; the rest is spread over many keys. Default: 0. */
  readonly hottestShare?: number | undefined;
  /** The number of partition keys that share the units evenly; undefined: many. */
  readonly keys?: number | undefined;
}

/** The units of a step for the table and each index. */
export interface TableFlow extends FlowUnits {
  readonly indexes?: { readonly [name: string]: FlowUnits };
}

/** The admitted share of a demand, from 0 to 1, and the limit that refuses the rest. */
export interface TableShare {
  readonly admitted: number;
  readonly refusal?: CapacityRefusal | undefined;
}

/** The throughput of the table or an index in one direction. */
interface Part {
  readonly index: string | undefined;
  readonly direction: Direction;
  readonly throughput: Throughput;
  readonly partitions: PartitionLimit;
}

interface Needed {
  readonly part: Part;
  readonly limiter: Limiter;
  readonly units: number;
  readonly cause: Throughput['cause'] | 'KeyRangeThroughputExceeded';
}

/** The capacity of a table with its state. Times are in seconds. */
export class TableCapacity {
  private readonly parts: readonly Part[];

  constructor(
    { table, indexes, quota }: TableCapacitySettings,
    now: number,
    assumptions: Assumptions = DEFAULT_ASSUMPTIONS,
  ) {
    const partsOf = (index: string | undefined, provisioned: Provisioned) =>
      (['read', 'write'] as const).map((direction) => ({
        index,
        direction,
        throughput:
          provisioned === undefined
            ? new OnDemandThroughput(direction, quota[direction], now, assumptions)
            : new ProvisionedThroughput(provisioned[direction], now),
        partitions: new PartitionLimit(direction, assumptions),
      }));
    this.parts = [
      ...partsOf(undefined, table),
      ...Object.entries(indexes).flatMap(([name, provisioned]) => partsOf(name, provisioned)),
    ];
  }

  /** Consumes a read, or returns the reason of its refusal. */
  read(now: number, { index, ...consumption }: TableRead): CapacityRefusal | undefined {
    return this.consume(now, this.neededOf(this.part('read', index), consumption, now));
  }

  /** Consumes a write of the table and its indexes. If one of them lacks capacity, the write is refused and takes nothing. */
  write(now: number, { indexes, ...consumption }: TableWrite): CapacityRefusal | undefined {
    return this.consume(now, [
      ...this.neededOf(this.part('write'), consumption, now),
      ...Object.entries(indexes).flatMap(([name, own]) => this.neededOf(this.part('write', name), own, now)),
    ]);
  }

  /** Reads the table, or an index, at a constant rate. */
  flowRead(step: Step, demand: FlowUnits, index?: string): TableShare {
    return consumeShare(step, [{ part: this.part('read', index), demand }]);
  }

  /** Writes the table and its indexes at a constant rate. */
  flowWrite(step: Step, { indexes = {}, ...demand }: TableFlow): TableShare {
    const needed = Object.entries(indexes).map(([name, own]) => ({ part: this.part('write', name), demand: own }));
    return consumeShare(step, [{ part: this.part('write'), demand }, ...needed]);
  }

  /** Changes provisioned units, as autoscaling does. */
  provision(now: number, direction: Direction, units: number, index?: string): void {
    const { throughput } = this.part(direction, index);
    if (throughput instanceof ProvisionedThroughput) throughput.provision(now, units);
  }

  /** The units a second, and those that are available at once with burst capacity. */
  state(now: number, direction: Direction, index?: string): { readonly units: number; readonly available: number } {
    const { throughput } = this.part(direction, index);
    return { units: throughput.unitsAt(now), available: throughput.availableAt(now) };
  }

  private neededOf(part: Part, { units, key }: Consumption, now: number): Needed[] {
    const { throughput, partitions } = part;
    const own = { part, limiter: throughput, units, cause: throughput.cause };
    if (key === undefined) return [own];
    return [own, { part, limiter: partitions.of(key, now), units, cause: 'KeyRangeThroughputExceeded' }];
  }

  private consume(now: number, needed: readonly Needed[]): CapacityRefusal | undefined {
    const refusing = needed.find(({ limiter, units }) => limiter.availableAt(now) + TOLERANCE < units);
    if (refusing !== undefined) {
      const { part, cause } = refusing;
      return { reason: reasonOf(part, cause), index: part.index };
    }
    for (const { limiter, units } of needed) limiter.spend(units);
    return undefined;
  }

  private part(direction: Direction, index?: string): Part {
    const found = this.parts.find((part) => part.direction === direction && part.index === index);
    if (found === undefined) throw new Error(`unknown index "${index}"`);
    return found;
  }
}

interface FlowOfPart {
  readonly part: Part;
  readonly demand: FlowUnits;
}

/** Consumes the same share of all demands: as much as the tightest limit admits. */
function consumeShare(step: Step, flows: readonly FlowOfPart[]): TableShare {
  let tightest: TableShare = { admitted: 1 };
  for (const { part, demand } of flows) {
    const { throughput, partitions } = part;
    const units = demand.units * step.seconds;
    if (units === 0) continue;
    const byPartitions = withinPartitions(demand, units, partitions.within(step.seconds));
    const byThroughput = throughput.availableIn(step);
    const admitted = Math.min(byPartitions, byThroughput) / units;
    if (admitted >= tightest.admitted) continue;
    const cause = byThroughput < byPartitions ? throughput.cause : 'KeyRangeThroughputExceeded';
    tightest = { admitted, refusal: { reason: reasonOf(part, cause), index: part.index } };
  }
  for (const { part, demand } of flows) part.throughput.spend(demand.units * step.seconds * tightest.admitted);
  return tightest;
}

/** The units that pass the limit of a partition. */
function withinPartitions({ hottestShare = 0, keys }: FlowUnits, units: number, partition: number): number {
  if (keys !== undefined) return Math.min(units, keys * partition);
  // The rest of the demand is not limited by the hottest partition.
  return units - Math.max(0, units * hottestShare - partition);
}

function reasonOf({ index, direction }: Part, cause: Needed['cause']): ThrottlingReason {
  return `${index === undefined ? 'Table' : 'Index'}${direction === 'read' ? 'Read' : 'Write'}${cause}`;
}
