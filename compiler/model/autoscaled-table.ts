// The capacity of a table with autoscaling: the consumption of calls or of a rate, refusals, and changes of provisioned units.

import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions';
import type { Steady, Step } from './limiter';
import {
  type CapacityRefusal,
  type Provisioned,
  TableCapacity,
  type TableFlow,
  type TableRead,
  type TableShare,
  type TableWrite,
} from './table-capacity';
import { type ScalingSettings, TargetTracking } from './target-tracking';
import { type Direction, type PartsByDirection, partsByDirection } from './throughput';

/** The capacity of a table and its indexes. */
export interface CapacityOfTable {
  readonly table: Provisioned;
  readonly indexes: { readonly [name: string]: Provisioned };
  readonly scaling: readonly ScaledPart[];
}

/** Autoscaled capacity of a table, or of one of its indexes, in one direction. */
export interface ScaledPart {
  readonly index: string | undefined;
  readonly direction: Direction;
  readonly settings: ScalingSettings;
}

/** Autoscaling works on whole minutes. */
const MINUTE_SECONDS = 60;

interface Scaled extends ScaledPart {
  readonly tracking: TargetTracking;
  units: number;
  /** Units consumed in the current minute. */
  consumed: number;
}

/** The capacity of one table with its state. Times are in seconds since 1970, UTC. */
export class AutoscaledTable implements Steady {
  readonly #capacity: TableCapacity;
  readonly #scaled: readonly Scaled[];
  readonly #scaledOf: PartsByDirection<Scaled>;
  #minute: number;
  /** The time of the next end of a minute or change of capacity. */
  #next = Number.NEGATIVE_INFINITY;

  constructor(
    settings: CapacityOfTable,
    quota: { readonly read: number; readonly write: number },
    now: number,
    assumptions: Assumptions = DEFAULT_ASSUMPTIONS,
  ) {
    this.#capacity = new TableCapacity({ ...settings, quota }, now, assumptions);
    this.#minute = Math.floor(now / MINUTE_SECONDS);
    this.#scaled = settings.scaling.map((part) => {
      const provisioned = part.index === undefined ? settings.table : settings.indexes[part.index];
      const units = provisioned?.[part.direction] ?? part.settings.minimum;
      return { ...part, tracking: new TargetTracking(part.settings, units, assumptions), units, consumed: 0 };
    });
    this.#scaledOf = partsByDirection(this.#scaled);
  }

  /** Consumes a read, or returns the reason of its refusal. */
  read(now: number, read: TableRead): CapacityRefusal | undefined {
    this.#scale(now);
    const refusal = this.#capacity.read(now, read);
    if (refusal === undefined) this.#count('read', read.index, read.units);
    return refusal;
  }

  /** Consumes a write of the table and its indexes, or returns the reason of its refusal. */
  write(now: number, write: TableWrite): CapacityRefusal | undefined {
    this.#scale(now);
    const refusal = this.#capacity.write(now, write);
    if (refusal !== undefined) return refusal;
    this.#count('write', undefined, write.units);
    for (const [index, { units }] of Object.entries(write.indexes)) this.#count('write', index, units);
    return undefined;
  }

  /** Reads the table, or an index, at a constant rate. */
  flowRead(step: Step, demand: TableFlow, index?: string): TableShare {
    this.#scale(step.from);
    const share = this.#capacity.flowRead(step, demand, index);
    this.#count('read', index, demand.units * step.seconds * share.admitted);
    return share;
  }

  /** Writes the table and its indexes at a constant rate. */
  flowWrite(step: Step, demand: TableFlow): TableShare {
    this.#scale(step.from);
    const share = this.#capacity.flowWrite(step, demand);
    const seconds = step.seconds * share.admitted;
    this.#count('write', undefined, demand.units * seconds);
    for (const { index, units } of demand.indexes ?? []) this.#count('write', index, units * seconds);
    return share;
  }

  steadySeconds(end: number): number {
    if (this.#scaled.length === 0) return this.#capacity.steadySeconds(end);
    return this.#scale(end) ? 0 : Math.min(this.#next - end, this.#capacity.steadySeconds(end));
  }

  /** The provisioned units a second. */
  unitsAt(now: number, direction: Direction, index?: string): number {
    this.#scale(now);
    return this.#capacity.unitsAt(now, direction, index);
  }

  /** The provisioned units a second, and those that are available at once with burst capacity. */
  stateAt(now: number, direction: Direction, index?: string): { readonly units: number; readonly available: number } {
    this.#scale(now);
    return this.#capacity.state(now, direction, index);
  }

  #count(direction: Direction, index: string | undefined, units: number): void {
    const part = this.#scaledOf[direction].get(index);
    if (part !== undefined) part.consumed += units;
  }

  /** Completes the minutes up to a time, and applies the changes of capacity that take effect in them. Returns whether there are any. */
  #scale(now: number): boolean {
    if (now < this.#next) return false;
    let isChanged = false;
    const minute = Math.floor(now / MINUTE_SECONDS);
    while (this.#minute < minute) {
      this.#minute += 1;
      const end = this.#minute * MINUTE_SECONDS;
      for (const part of this.#scaled) {
        part.tracking.recordMinute(end, part.consumed);
        part.consumed = 0;
        isChanged = this.#provision(end, part) || isChanged;
      }
    }
    this.#next = (minute + 1) * MINUTE_SECONDS;
    for (const part of this.#scaled) {
      isChanged = this.#provision(now, part) || isChanged;
      this.#next = Math.min(this.#next, part.tracking.nextChange);
    }
    return isChanged;
  }

  #provision(now: number, part: Scaled): boolean {
    const units = part.tracking.unitsAt(now);
    if (units === part.units) return false;
    part.units = units;
    this.#capacity.provision(now, part.direction, units, part.index);
    return true;
  }
}
