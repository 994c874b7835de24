// Throughput of a DynamoDB table or index in one direction: provisioned with burst capacity, or on demand.

import type { Assumptions } from './assumptions';
import type { Limiter, Step } from './limiter';
import { secondsSustained, type Throttle, TokenBucket } from './token-bucket';

/** Seconds of unused provisioned capacity that DynamoDB retains (Amazon DynamoDB Developer Guide, "Burst capacity"). */
const BURST_SECONDS = 300;

/** Units a second of one partition (ibid., "Designing partition keys to distribute your workload"). */
export const PARTITION_UNITS = { read: 3000, write: 1000 } as const;

/** Units a second of a new table on demand (ibid., "Initial throughput for on-demand capacity mode"). */
export const ON_DEMAND_UNITS = { read: 12_000, write: 4000 } as const;

/** An on-demand table accepts double its previous peak, and can throttle traffic beyond that for 30 minutes (ibid., "On-demand capacity mode"). */
const PEAK_FACTOR = 2;
const PEAK_SECONDS = 1800;

export type Direction = 'read' | 'write';

/** A table, if `index` is undefined, or one of its indexes, in one direction. */
interface DirectedPart {
  readonly index?: string | undefined;
  readonly direction: Direction;
}

/** The parts of a table by their direction and index. */
export type PartsByDirection<Part> = Readonly<Record<Direction, ReadonlyMap<string | undefined, Part>>>;

/** Arranges the parts of a table by their direction and index. */
export function partsByDirection<Part extends DirectedPart>(parts: readonly Part[]): PartsByDirection<Part> {
  const of = (direction: Direction) =>
    new Map(parts.flatMap((part) => (part.direction === direction ? [[part.index, part]] : [])));
  return { read: of('read'), write: of('write') };
}

/** Provisioned units as a token bucket. */
function provisionedBucket(units: number): Throttle {
  return { rate: units, burst: units * BURST_SECONDS };
}

/** The seconds for which provisioned units and full burst capacity serve a constant demand, in units a second. */
export function secondsOfBurst(units: number, demand: number): number {
  return secondsSustained(provisionedBucket(units), demand);
}

/** The provisioned units that serve a demand for a time with full burst capacity; the inverse of `secondsOfBurst`. */
export function unitsForBurst(demand: number, seconds: number): number {
  return (demand * seconds) / (BURST_SECONDS + seconds);
}

/** Throughput that can run out. */
export interface Throughput extends Limiter {
  /** The units a second that are provisioned, or that the table accepts on demand. */
  unitsAt(now: number): number;
  /** The reason of the refusals when it is used up. */
  readonly cause: 'ProvisionedThroughputExceeded' | 'AccountLimitExceeded';
}

/** Provisioned throughput. Burst capacity is available from the start, as for a table without requests in the last 300 s. */
export class ProvisionedThroughput extends TokenBucket implements Throughput {
  readonly cause = 'ProvisionedThroughputExceeded';

  constructor(
    private units: number,
    now: number,
  ) {
    super(provisionedBucket(units), now);
  }

  unitsAt(): number {
    return this.units;
  }

  /** Provisions other units. */
  provision(now: number, units: number): void {
    this.units = units;
    this.resize(now, provisionedBucket(units));
  }
}

/** Whether provisioned units with full burst capacity serve the demands of consecutive seconds, in units a second. */
export function servesAll(units: number, demands: ArrayLike<number>): boolean {
  const throughput = new ProvisionedThroughput(units, 0);
  for (let from = 0; from < demands.length; ) {
    // A constant demand only empties or only refills the burst capacity, so the seconds with equal demands are one step.
    const demand = demands[from] ?? 0;
    let end = from + 1;
    while (end < demands.length && demands[end] === demand) end += 1;
    const step = { from, seconds: end - from };
    if (throughput.takeUpTo(step, demand * step.seconds) < demand * step.seconds) return false;
    from = end;
  }
  return true;
}

/** A peak of consumption, in units a second, and the end of its minute. */
interface Peak {
  readonly end: number;
  readonly units: number;
}

/** On-demand throughput: at first that of a new table, then double the peak reached at least 30 minutes ago, up to the account's quota. */
export class OnDemandThroughput implements Throughput {
  readonly cause = 'AccountLimitExceeded';
  private readonly bucket: TokenBucket;
  private units: number;
  /** The greatest peak from more than 30 minutes ago, followed by each higher peak since then. */
  private peaks: Peak[] = [];
  private window = 0;
  private consumed = 0;

  /** @param quota the account's maximum for a table, in units a second */
  constructor(
    direction: Direction,
    private readonly quota: number,
    private readonly now: number,
    private readonly assumptions: Assumptions,
  ) {
    this.units = Math.min(quota, ON_DEMAND_UNITS[direction]);
    this.bucket = new TokenBucket(this.throttle(), now);
  }

  unitsAt(now: number): number {
    this.grow(now);
    return this.units;
  }

  availableAt(now: number): number {
    this.grow(now);
    return this.bucket.availableAt(now);
  }

  availableIn(step: Step): number {
    this.grow(step.from);
    return this.bucket.availableIn(step);
  }

  spend(amount: number): void {
    this.consumed += amount;
    this.bucket.spend(amount);
  }

  secondsUntil(now: number, amount: number): number {
    this.grow(now);
    return this.bucket.secondsUntil(now, amount);
  }

  steadySeconds(end: number): number {
    const { onDemandPeakSeconds: length } = this.assumptions;
    let seconds = Math.min(this.bucket.steadySeconds(end), length - ((end - this.now) % length));
    for (const peak of this.peaks) {
      const settled = peak.end + PEAK_SECONDS - end;
      if (settled >= 0) seconds = Math.min(seconds, settled);
    }
    return seconds;
  }

  private grow(now: number): void {
    const { onDemandPeakSeconds: length } = this.assumptions;
    const window = Math.floor((now - this.now) / length);
    if (window > this.window) {
      this.record({ end: this.now + (this.window + 1) * length, units: this.consumed / length });
      this.window = window;
      this.consumed = 0;
    }
    const settled = this.peaks.filter(({ end }) => end + PEAK_SECONDS <= now).at(-1);
    if (settled === undefined) return;
    this.peaks = this.peaks.filter(({ end }) => end >= settled.end);
    const units = Math.min(this.quota, Math.max(this.units, PEAK_FACTOR * settled.units));
    if (units === this.units) return;
    this.units = units;
    this.bucket.resize(now, this.throttle());
  }

  private record(peak: Peak): void {
    if (peak.units > (this.peaks.at(-1)?.units ?? 0)) this.peaks.push(peak);
  }

  private throttle(): Throttle {
    return { rate: this.units, burst: this.units * this.assumptions.onDemandBurstSeconds };
  }
}
