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
  /** The number of values within the ranges that statistics ask for, such as `:300`. A new value clears it. */
  readonly within: Map<string, number>;
}

/** The different values of an interval that are kept exactly. Further ones are rounded, which bounds the memory of a metric. */
const EXACT_VALUES = 500;
const ROUNDED_DIGITS = 2;

/** The values of one metric. Times are in seconds. */
export class MetricValues {
  private readonly intervals = new Map<number, Interval>();
  private first = Number.POSITIVE_INFINITY;

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
    const interval = this.intervalAt(Math.floor(now / this.resolutionSeconds), now);
    const { values } = interval;
    const kept = values.size < EXACT_VALUES || values.has(value) ? value : Number(value.toPrecision(ROUNDED_DIGITS));
    values.set(kept, (values.get(kept) ?? 0) + count);
    if (interval.within.size > 0) interval.within.clear();
    interval.count += count;
    interval.total += value * count;
    interval.minimum = Math.min(interval.minimum, value);
    interval.maximum = Math.max(interval.maximum, value);
  }

  /** A statistic of the values at or after `from` and before `to`; undefined without values. */
  statistic(statistic: Statistic, from: number, to: number): number | undefined {
    const end = Math.floor(to / this.resolutionSeconds);
    const intervals: Interval[] = [];
    for (let at = Math.max(this.first, Math.floor(from / this.resolutionSeconds)); at < end; at += 1) {
      const interval = this.intervals.get(at);
      if (interval !== undefined) intervals.push(interval);
    }
    return intervals.length === 0 ? undefined : statisticOf(statistic, intervals);
  }

  private intervalAt(at: number, now: number): Interval {
    const known = this.intervals.get(at);
    if (known !== undefined) return known;
    this.forget(now);
    const created = {
      values: new Map<number, number>(),
      count: 0,
      total: 0,
      minimum: Number.POSITIVE_INFINITY,
      maximum: Number.NEGATIVE_INFINITY,
      within: new Map<string, number>(),
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

function statisticOf(statistic: Statistic, intervals: readonly Interval[]): number {
  const count = sumOf(intervals, (interval) => interval.count);
  switch (statistic) {
    case 'Sum':
      return sumOf(intervals, (interval) => interval.total);
    case 'Average':
      return sumOf(intervals, (interval) => interval.total) / count;
    case 'Minimum':
      return Math.min(...intervals.map((interval) => interval.minimum));
    case 'Maximum':
      return Math.max(...intervals.map((interval) => interval.maximum));
    case 'SampleCount':
      return count;
  }
  const [, percent] = /^p(\d+(?:\.\d+)?)$/.exec(statistic) ?? [];
  if (percent !== undefined) return percentile(intervals, (count * Number(percent)) / 100);
  const [, range] = /^PR\((-?[\d.]*:-?[\d.]*)\)$/.exec(statistic) ?? [];
  if (range === undefined) throw new Error(`unknown statistic "${statistic}"`);
  return (sumOf(intervals, (interval) => countWithin(interval, range)) * 100) / count;
}

function sumOf(intervals: readonly Interval[], of: (interval: Interval) => number): number {
  let sum = 0;
  for (const interval of intervals) sum += of(interval);
  return sum;
}

/** The number of values in a range: above its begin and up to its end, if it has them. */
function countWithin({ values, within }: Interval, range: string): number {
  const known = within.get(range);
  if (known !== undefined) return known;
  const [low = '', high = ''] = range.split(':');
  let count = 0;
  for (const [value, own] of values)
    if ((low === '' || value > Number(low)) && (high === '' || value <= Number(high))) count += own;
  within.set(range, count);
  return count;
}

/** The smallest value that at least `rank` values do not exceed. */
function percentile(intervals: readonly Interval[], rank: number): number {
  const sorted = intervals.flatMap(({ values }) => [...values]).sort(([a], [b]) => a - b);
  let seen = 0;
  for (const [value, own] of sorted) {
    seen += own;
    if (seen >= rank) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
}
