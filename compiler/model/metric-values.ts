// The values of a metric and their statistics (Amazon CloudWatch User Guide, "CloudWatch statistics definitions"). Values are
// kept by interval, with the number of times that each occurred, as CloudWatch does.

import { areEqual } from './rounding';

/** A statistic of a spec: Sum, Average, Minimum, Maximum, SampleCount, a percentile such as p99, or a rank such as PR(:100). */
export type Statistic = string;

/** The values above `low` and up to `high`. */
interface Range {
  readonly low: number;
  readonly high: number;
}

/** The values of a time, as statistics use them. */
class Summary {
  count = 0;
  total = 0;
  minimum = Number.POSITIVE_INFINITY;
  maximum = Number.NEGATIVE_INFINITY;
  /** The range that a statistic asked for last, and the number of values in it; a new value ends their validity. */
  range: Range | undefined = undefined;
  within = 0;

  /** Adds a value that occurred several times. */
  add(value: number, count: number): void {
    this.range = undefined;
    this.count += count;
    this.total += value * count;
    if (value < this.minimum) this.minimum = value;
    if (value > this.maximum) this.maximum = value;
  }

  /** Adds all values of another time. */
  include(other: Summary): void {
    this.count += other.count;
    this.total += other.total;
    if (other.minimum < this.minimum) this.minimum = other.minimum;
    if (other.maximum > this.maximum) this.maximum = other.maximum;
    this.within += other.within;
  }

  /** Whether `within` is the number of values in a range. */
  hasWithin({ low, high }: Range): boolean {
    return this.range !== undefined && this.range.low === low && this.range.high === high;
  }
}

/** The values of one interval. */
class Interval extends Summary {
  /** The number of times that each value occurred. */
  readonly values = new Map<number, number>();

  /** Whether another interval has the same values, each as often. */
  equals({ values }: Interval): boolean {
    if (values.size !== this.values.size) return false;
    for (const [value, own] of this.values) {
      const count = values.get(value);
      if (count === undefined || !areEqual(own, count)) return false;
    }
    return true;
  }

  /** Counts the values in a range, unless they are counted already. */
  countWithin(range: Range): void {
    if (this.hasWithin(range)) return;
    let count = 0;
    for (const [value, own] of this.values) if (value > range.low && value <= range.high) count += own;
    this.range = range;
    this.within = count;
  }
}

/** The intervals of an hour. Alarms read windows of a day each minute, so hours that are over are summed once. */
const BLOCK = 60;

/** The different values of an interval that are kept exactly. Further ones are rounded, which bounds the memory of a metric. */
const EXACT_VALUES = 500;
const ROUNDED_DIGITS = 2;

/** The values of one metric. Times are in seconds. */
export class MetricValues {
  private readonly intervals = new Map<number, Interval>();
  /** The sums of blocks before the latest interval, by their number. */
  private readonly blocks = new Map<number, Summary>();
  private first = Number.POSITIVE_INFINITY;
  /** The interval of the latest value, in which most values follow each other. */
  private latest: { readonly at: number; readonly interval: Interval } | undefined;
  /** The equal intervals up to the last one that was compared. */
  private run: { readonly from: number; readonly last: number } | undefined;

  /**
   * @param resolutionSeconds the length of an interval; the ends of periods are multiples of it
   * @param keptSeconds how long values are kept
   */
  constructor(
    private readonly resolutionSeconds: number,
    private readonly keptSeconds: number,
  ) {}

  /** Records a value, or several equal ones. */
  record(now: number, value: number, count = 1): void {
    const at = Math.floor(now / this.resolutionSeconds);
    if (this.latest?.at !== at) {
      this.latest = { at, interval: this.intervalAt(at, now) };
      this.blocks.delete(Math.floor(at / BLOCK));
    }
    const { interval } = this.latest;
    const { values } = interval;
    const known = values.get(value);
    if (known !== undefined || values.size < EXACT_VALUES) values.set(value, (known ?? 0) + count);
    else {
      const rounded = Number(value.toPrecision(ROUNDED_DIGITS));
      values.set(rounded, (values.get(rounded) ?? 0) + count);
    }
    interval.add(value, count);
  }

  /** Takes the values of the last whole interval before a time as those of all earlier ones that are kept. */
  repeatLast(now: number): void {
    const last = Math.floor(now / this.resolutionSeconds) - 1;
    const interval = this.intervals.get(last);
    this.intervals.clear();
    this.blocks.clear();
    this.latest = undefined;
    this.first = Math.floor((now - this.keptSeconds) / this.resolutionSeconds);
    this.run = { from: this.first, last };
    if (interval !== undefined) for (let at = this.first; at <= last; at++) this.intervals.set(at, interval);
  }

  /** The time since which all whole intervals before a time have the same values, if values are recorded in the order of time. */
  steadySince(now: number): number {
    const last = Math.floor(now / this.resolutionSeconds) - 1;
    if (this.run === undefined || this.run.last !== last) {
      const { from, last: before } = this.run ?? { from: Number.NEGATIVE_INFINITY, last: last - 1 };
      const [own, previous] = [this.intervals.get(last), this.intervals.get(last - 1)];
      const isEqual = own === undefined || previous === undefined ? own === previous : own.equals(previous);
      this.run = { from: before === last - 1 && isEqual ? from : last, last };
    }
    return this.run.from * this.resolutionSeconds;
  }

  /** A statistic of the values at or after `from` and before `to`; undefined without values. */
  statistic(statistic: Statistic, from: number, to: number): number | undefined {
    const begin = Math.max(this.first, Math.floor(from / this.resolutionSeconds));
    const end = Math.floor(to / this.resolutionSeconds);
    const range = rangeOf(statistic);
    const sum = this.sum(begin, end, range);
    if (sum.count === 0) return undefined;
    switch (statistic) {
      case 'Sum':
        return sum.total;
      case 'Average':
        return sum.total / sum.count;
      case 'Minimum':
        return sum.minimum;
      case 'Maximum':
        return sum.maximum;
      case 'SampleCount':
        return sum.count;
    }
    if (range !== undefined) return (sum.within * 100) / sum.count;
    return this.percentile((sum.count * percentOf(statistic)) / 100, begin, end);
  }

  /** The sum of the intervals from one on and before another one. */
  private sum(begin: number, end: number, range: Range | undefined): Summary {
    const sum = new Summary();
    const over = Math.min(end, this.latest?.at ?? begin);
    for (let at = begin; at < end; ) {
      const isBlock = at % BLOCK === 0 && at + BLOCK <= over;
      if (isBlock) sum.include(this.blockAt(at, range));
      else this.includeInterval(at, range, sum);
      at += isBlock ? BLOCK : 1;
    }
    return sum;
  }

  /** The sum of the block that begins with an interval. */
  private blockAt(first: number, range: Range | undefined): Summary {
    const known = this.blocks.get(first / BLOCK);
    if (known !== undefined && (range === undefined || known.hasWithin(range))) return known;
    const block = new Summary();
    for (let at = first; at < first + BLOCK; at += 1) this.includeInterval(at, range, block);
    block.range = range;
    this.blocks.set(first / BLOCK, block);
    return block;
  }

  /** Adds an interval to a sum, with its values in a range. */
  private includeInterval(at: number, range: Range | undefined, sum: Summary): void {
    const interval = this.intervals.get(at);
    if (interval === undefined) return;
    if (range !== undefined) interval.countWithin(range);
    sum.include(interval);
  }

  /** The smallest value that at least `rank` values do not exceed. */
  private percentile(rank: number, begin: number, end: number): number {
    const values: [number, number][] = [];
    for (let at = begin; at < end; at += 1) values.push(...(this.intervals.get(at)?.values ?? []));
    values.sort(([a], [b]) => a - b);
    let seen = 0;
    for (const [value, own] of values) {
      seen += own;
      if (seen >= rank) return value;
    }
    return values.at(-1)?.[0] ?? 0;
  }

  private intervalAt(at: number, now: number): Interval {
    const known = this.intervals.get(at);
    if (known !== undefined) return known;
    this.forget(now);
    const created = new Interval();
    this.intervals.set(at, created);
    this.first = Math.min(this.first, at);
    return created;
  }

  private forget(now: number): void {
    const oldest = Math.floor((now - this.keptSeconds) / this.resolutionSeconds);
    for (const interval of this.intervals.keys()) {
      // Intervals are added in the order of time.
      if (interval >= oldest) break;
      this.intervals.delete(interval);
      this.blocks.delete(Math.floor(interval / BLOCK));
    }
    this.first = Math.max(this.first, oldest);
  }
}

/** The percent of a percentile such as p99.9. */
function percentOf(statistic: Statistic): number {
  const [, percent] = /^p(\d+(?:\.\d+)?)$/.exec(statistic) ?? [];
  if (percent === undefined) throw new Error(`unknown statistic "${statistic}"`);
  return Number(percent);
}

/** The range of a rank such as PR(:100); undefined for other statistics. */
function rangeOf(statistic: Statistic): Range | undefined {
  const [, low, high] = /^PR\((-?[\d.]*):(-?[\d.]*)\)$/.exec(statistic) ?? [];
  if (low === undefined || high === undefined) return undefined;
  return {
    low: low === '' ? Number.NEGATIVE_INFINITY : Number(low),
    high: high === '' ? Number.POSITIVE_INFINITY : Number(high),
  };
}
