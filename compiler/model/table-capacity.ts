// The capacity of a DynamoDB table with its indexes: admits reads and writes, or names the reason of a refusal (Amazon
// DynamoDB Developer Guide, "Diagnosing throttling" and "Using Global Secondary Indexes in DynamoDB").

import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions';
import { type Limiter, type Steady, type Step, steadySecondsOf, TOLERANCE } from './limiter';
import { PartitionLimit } from './partition-limit';
import { isLess } from './rounding';
import {
  type Direction,
  OnDemandThroughput,
  type PartsByDirection,
  ProvisionedThroughput,
  type Throughput,
} from './throughput';

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
export type ThrottlingReason = `${'Table' | 'Index'}${'Read' | 'Write'}${Cause}`;

type Cause = Throughput['cause'] | 'KeyRangeThroughputExceeded';

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

/** The units of a step for an index. */
export interface IndexFlow extends FlowUnits {
  readonly index: string;
}

/** The units of a step for the table and each index. */
export interface TableFlow extends FlowUnits {
  readonly indexes?: readonly IndexFlow[];
}

/** The admitted share of a demand, from 0 to 1, and the limit that refuses the rest. */
export interface TableShare {
  readonly admitted: number;
  readonly refusal?: CapacityRefusal | undefined;
}

/** The throughput of the table or an index in one direction. */
interface Part {
  readonly throughput: Throughput;
  readonly partitions: PartitionLimit;
  /** The refusals by its throughput and by its partitions. Each has one object, by which callers can count it. */
  readonly refusals: Readonly<Record<Bound, CapacityRefusal>>;
}

type Bound = 'throughput' | 'partitions';

interface Needed {
  readonly part: Part;
  readonly limiter: Limiter;
  readonly units: number;
  readonly bound: Bound;
}

/** The capacity of a table with its state. Times are in seconds. */
export class TableCapacity implements Steady {
  /** The table, at `undefined`, and its indexes. */
  private readonly parts: PartsByDirection<Part>;
  private readonly throughputs: readonly Throughput[];

  constructor(
    { table, indexes, quota }: TableCapacitySettings,
    now: number,
    assumptions: Assumptions = DEFAULT_ASSUMPTIONS,
  ) {
    const partOf = (direction: Direction, index: string | undefined, provisioned: Provisioned): Part => {
      const throughput =
        provisioned === undefined
          ? new OnDemandThroughput(direction, quota[direction], now, assumptions)
          : new ProvisionedThroughput(provisioned[direction], now);
      const refusalBy = (cause: Cause) => ({ reason: reasonOf(direction, index, cause), index });
      return {
        throughput,
        partitions: new PartitionLimit(direction, assumptions),
        refusals: { throughput: refusalBy(throughput.cause), partitions: refusalBy('KeyRangeThroughputExceeded') },
      };
    };
    const own = [[undefined, table] as const, ...Object.entries(indexes)];
    const partsOf = (direction: Direction) =>
      new Map(own.map(([index, provisioned]) => [index, partOf(direction, index, provisioned)]));
    const [read, write] = [partsOf('read'), partsOf('write')];
    this.parts = { read, write };
    this.throughputs = [...read.values(), ...write.values()].map(({ throughput }) => throughput);
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
  flowWrite(step: Step, demand: TableFlow): TableShare {
    const flows: FlowOfPart[] = [{ part: this.part('write'), demand }];
    for (const own of demand.indexes ?? []) flows.push({ part: this.part('write', own.index), demand: own });
    return consumeShare(step, flows);
  }

  steadySeconds(end: number): number {
    return steadySecondsOf(this.throughputs, end);
  }

  /** Changes provisioned units, as autoscaling does. */
  provision(now: number, direction: Direction, units: number, index?: string): void {
    const { throughput } = this.part(direction, index);
    if (throughput instanceof ProvisionedThroughput) throughput.provision(now, units);
  }

  /** The units a second. */
  unitsAt(now: number, direction: Direction, index?: string): number {
    return this.part(direction, index).throughput.unitsAt(now);
  }

  /** The units a second, and those that are available at once with burst capacity. */
  state(now: number, direction: Direction, index?: string): { readonly units: number; readonly available: number } {
    const { throughput } = this.part(direction, index);
    return { units: throughput.unitsAt(now), available: throughput.availableAt(now) };
  }

  private neededOf(part: Part, { units, key }: Consumption, now: number): Needed[] {
    const { throughput, partitions } = part;
    const own: Needed = { part, limiter: throughput, units, bound: 'throughput' };
    if (key === undefined) return [own];
    return [own, { part, limiter: partitions.of(key, now), units, bound: 'partitions' }];
  }

  private consume(now: number, needed: readonly Needed[]): CapacityRefusal | undefined {
    const refusing = needed.find(({ limiter, units }) => limiter.availableAt(now) + TOLERANCE < units);
    if (refusing !== undefined) return refusing.part.refusals[refusing.bound];
    for (const { limiter, units } of needed) limiter.spend(units);
    return undefined;
  }

  private part(direction: Direction, index?: string): Part {
    const found = this.parts[direction].get(index);
    if (found === undefined) throw new Error(`unknown index "${index}"`);
    return found;
  }
}

interface FlowOfPart {
  readonly part: Part;
  readonly demand: FlowUnits;
}

const ALL: TableShare = { admitted: 1 };

/** Consumes the same share of all demands: as much as the tightest limit admits. Of equal limits, the first one refuses the rest. */
function consumeShare(step: Step, flows: readonly FlowOfPart[]): TableShare {
  let tightest: TableShare = ALL;
  for (const { part, demand } of flows) {
    const { throughput, partitions, refusals } = part;
    const units = demand.units * step.seconds;
    if (units === 0) continue;
    const byPartitions = withinPartitions(demand, units, partitions.within(step.seconds));
    const byThroughput = throughput.availableIn(step);
    const admitted = Math.min(byPartitions, byThroughput) / units;
    if (!isLess(admitted, tightest.admitted)) continue;
    tightest = { admitted, refusal: byThroughput < byPartitions ? refusals.throughput : refusals.partitions };
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

function reasonOf(direction: Direction, index: string | undefined, cause: Cause): ThrottlingReason {
  return `${index === undefined ? 'Table' : 'Index'}${direction === 'read' ? 'Read' : 'Write'}${cause}`;
}
