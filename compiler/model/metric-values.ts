// The values of a metric and their statistics (Amazon CloudWatch User Guide, "CloudWatch statistics definitions"). Values are
// kept by interval, with the number of times that each occurred, as CloudWatch does.

/** A statistic of a spec: Sum, Average, Minimum, Maximum, SampleCount, a percentile such as p99, or a rank such as PR(:100). */
export type Statistic = string;

/** The values of one interval. */
interface Interval {
  /** The number of times that each value occurred. */
  readonly values: Map<number, number>;
  count: number;
  total: number;
  minimum: number;
  maximum: number;
  /** The number of values in the range that a statistic asked for last; a new value ends its validity. */
  within: { readonly range: Range; readonly count: number } | undefined;
}

/** The values above `low` and up to `high`. */
interface Range {
  readonly low: number;
  readonly high: number;
}

/** The different values of an interval that are kept exactly. Further ones are rounded, which bounds the memory of a metric. */
const EXACT_VALUES = 500;
const ROUNDED_DIGITS = 2;

/** The values of one metric. Times are in seconds. */
export class MetricValues {
  private readonly intervals = new Map<number, Interval>();
  private first = Number.POSITIVE_INFINITY;
  /** The interval of the latest value, in which most values follow each other. */
  private latest: { readonly at: number; readonly interval: Interval } | undefined;

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
    if (this.latest?.at !== at) this.latest = { at, interval: this.intervalAt(at, now) };
    const { interval } = this.latest;
    const { values } = interval;
    const known = values.get(value);
    if (known !== undefined || values.size < EXACT_VALUES) values.set(value, (known ?? 0) + count);
    else {
      const rounded = Number(value.toPrecision(ROUNDED_DIGITS));
      values.set(rounded, (values.get(rounded) ?? 0) + count);
    }
    interval.within = undefined;
    interval.count += count;
    interval.total += value * count;
    interval.minimum = Math.min(interval.minimum, value);
    interval.maximum = Math.max(interval.maximum, value);
  }

  /** Takes the values of the last whole interval before a time as those of all earlier ones that are kept. */
  repeatLast(now: number): void {
    const last = Math.floor(now / this.resolutionSeconds) - 1;
    const interval = this.intervals.get(last);
    this.intervals.clear();
    this.latest = undefined;
    this.first = Math.floor((now - this.keptSeconds) / this.resolutionSeconds);
    if (interval !== undefined) for (let at = this.first; at <= last; at++) this.intervals.set(at, interval);
  }

  /** A statistic of the values at or after `from` and before `to`; undefined without values. */
  statistic(statistic: Statistic, from: number, to: number): number | undefined {
    const begin = Math.max(this.first, Math.floor(from / this.resolutionSeconds));
    const end = Math.floor(to / this.resolutionSeconds);
    const range = rangeOf(statistic);
    const sum = { count: 0, total: 0, minimum: Number.POSITIVE_INFINITY, maximum: Number.NEGATIVE_INFINITY, within: 0 };
    // Windows of a day have 1,440 intervals, and alarms read them each minute: one pass without other calls.
    for (let at = begin; at < end; at += 1) {
      const interval = this.intervals.get(at);
      if (interval === undefined) continue;
      sum.count += interval.count;
      sum.total += interval.total;
      if (interval.minimum < sum.minimum) sum.minimum = interval.minimum;
      if (interval.maximum > sum.maximum) sum.maximum = interval.maximum;
      if (range !== undefined) sum.within += countWithin(interval, range);
    }
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
    const created: Interval = {
      values: new Map<number, number>(),
      count: 0,
      total: 0,
      minimum: Number.POSITIVE_INFINITY,
      maximum: Number.NEGATIVE_INFINITY,
      within: undefined,
    };
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

function countWithin(interval: Interval, range: Range): number {
  const { within } = interval;
  if (within !== undefined && within.range.low === range.low && within.range.high === range.high) return within.count;
  let count = 0;
  for (const [value, own] of interval.values) if (value > range.low && value <= range.high) count += own;
  interval.within = { range, count };
  return count;
}
