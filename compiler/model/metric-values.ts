// The values of a metric and their statistics (Amazon CloudWatch User Guide, "CloudWatch statistics definitions"). Values are
// kept by interval, with the number of times that each occurred, as CloudWatch does.

/** A statistic of a spec: Sum, Average, Minimum, Maximum, SampleCount, a percentile such as p99, or a rank such as PR(:100). */
export type Statistic = string;

/** The values of one interval, with their counts. */
type Values = Map<number, number>;

/** The different values of an interval that are kept exactly. Further ones are rounded, which bounds the memory of a metric. */
const EXACT_VALUES = 500;
const ROUNDED_DIGITS = 2;

/** The values of one metric. Times are in seconds. */
export class MetricValues {
  private readonly intervals = new Map<number, Values>();

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
    const interval = Math.floor(now / this.resolutionSeconds);
    const known = this.intervals.get(interval);
    if (known === undefined) this.forget(now);
    const values = known ?? new Map<number, number>();
    const kept = values.size < EXACT_VALUES || values.has(value) ? value : Number(value.toPrecision(ROUNDED_DIGITS));
    values.set(kept, (values.get(kept) ?? 0) + count);
    this.intervals.set(interval, values);
  }

  /** A statistic of the values at or after `from` and before `to`; undefined without values. */
  statistic(statistic: Statistic, from: number, to: number): number | undefined {
    const end = Math.floor(to / this.resolutionSeconds);
    const values: [number, number][] = [];
    for (let interval = Math.floor(from / this.resolutionSeconds); interval < end; interval += 1)
      values.push(...(this.intervals.get(interval) ?? []));
    values.sort(([a], [b]) => a - b);
    return values.length === 0 ? undefined : statisticOf(statistic, values);
  }

  private forget(now: number): void {
    const first = Math.floor((now - this.keptSeconds) / this.resolutionSeconds);
    for (const interval of this.intervals.keys()) {
      // Intervals are added in the order of time.
      if (interval >= first) break;
      this.intervals.delete(interval);
    }
  }
}

type Counted = readonly (readonly [value: number, count: number])[];

/** A statistic of values in ascending order. */
function statisticOf(statistic: Statistic, values: Counted): number {
  const count = values.reduce((sum, [, own]) => sum + own, 0);
  const total = () => values.reduce((sum, [value, own]) => sum + value * own, 0);
  switch (statistic) {
    case 'Sum':
      return total();
    case 'Average':
      return total() / count;
    case 'Minimum':
      return values[0]?.[0] ?? 0;
    case 'Maximum':
      return values.at(-1)?.[0] ?? 0;
    case 'SampleCount':
      return count;
  }
  const [, percent] = /^p(\d+(?:\.\d+)?)$/.exec(statistic) ?? [];
  if (percent !== undefined) return percentile(values, (count * Number(percent)) / 100);
  const [, low, high] = /^PR\((-?[\d.]*):(-?[\d.]*)\)$/.exec(statistic) ?? [];
  if (low === undefined || high === undefined) throw new Error(`unknown statistic "${statistic}"`);
  const isWithin = (value: number) => (low === '' || value > Number(low)) && (high === '' || value <= Number(high));
  const within = values.reduce((sum, [value, own]) => sum + (isWithin(value) ? own : 0), 0);
  return (within * 100) / count;
}

/** The smallest value that at least `rank` values do not exceed. */
function percentile(values: Counted, rank: number): number {
  let seen = 0;
  for (const [value, own] of values) {
    seen += own;
    if (seen >= rank) return value;
  }
  return values.at(-1)?.[0] ?? 0;
}
