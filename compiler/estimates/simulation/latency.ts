// The distribution of latencies: of each second, and of the whole simulation.

import type { Assumptions } from '../../model/assumptions';
import { initSeconds } from '../../model/cold-start';
import type { Recording } from './recording';
import type { Outcome } from './result';

/** The points of a continuous distribution, each with the same probability. */
const POINTS = 10;

/** The percentiles of columns and of the outcome. */
const PERCENTILES = [50, 90, 99] as const;

/** Latencies are rounded to a tenth of a millisecond, which bounds the number of different values. */
const ROUNDED = 10;

/** The durations of an initialization, in seconds, as points with the same probability. */
export function initPoints(assumptions: Assumptions): readonly number[] {
  return midpoints().map((quantile) => initSeconds(quantile, assumptions));
}

/**
 * The sums of random pauses from 0 to a longest one each, in seconds, as points with the same probability.
 * @param longest the longest pause before each retry
 */
export function pausePoints(longest: readonly number[]): readonly number[] {
  return longest.reduce<readonly number[]>(
    (sums, most) => {
      const all = sums.flatMap((sum) => midpoints().map((quantile) => sum + quantile * most)).sort((a, b) => a - b);
      return Array.from({ length: POINTS }, (_, at) => {
        const group = all.slice((at * all.length) / POINTS, ((at + 1) * all.length) / POINTS);
        return group.reduce((sum, one) => sum + one, 0) / group.length;
      });
    },
    [0],
  );
}

function midpoints(): readonly number[] {
  return Array.from({ length: POINTS }, (_, at) => (at + 0.5) / POINTS);
}

/** The responses of a latency. */
interface Bin {
  readonly milliseconds: number;
  /** Those of a second of the present step. */
  now: number;
  /** Those of all steps before. */
  all: number;
}

/** The latencies of successful responses. */
export class Latencies {
  private readonly bins = new Map<number, Bin>();
  /** The bins by ascending latency. Most seconds have the latencies of those before, so that a sum takes one pass. */
  private sorted: readonly Bin[] = [];
  private readonly columns;

  constructor(private readonly recording: Recording) {
    this.columns = PERCENTILES.map((percent) => recording.column('api', `latency p${percent}`, 'ms'));
  }

  /** Adds responses, in responses a second of the present step. */
  add(seconds: number, amount: number): void {
    if (amount <= 0) return;
    const milliseconds = Math.round(seconds * 1000 * ROUNDED) / ROUNDED;
    const bin = this.bins.get(milliseconds) ?? this.addBin(milliseconds);
    bin.now += amount;
  }

  /** Writes the percentiles of the present step. */
  end(): void {
    const percentiles = percentilesOf(this.sorted, 'now');
    for (let at = 0; at < percentiles.length; at++)
      (this.columns[at] as Float64Array)[this.recording.second] = percentiles[at] ?? 0;
    for (const bin of this.sorted) {
      bin.all += bin.now * this.recording.seconds;
      bin.now = 0;
    }
  }

  /** The percentiles of all responses; 0 without responses. */
  get percentiles(): Outcome['latency'] {
    const [p50 = 0, p90 = 0, p99 = 0] = percentilesOf(this.sorted, 'all');
    return { p50, p90, p99 };
  }

  private addBin(milliseconds: number): Bin {
    const bin = { milliseconds, now: 0, all: 0 };
    this.bins.set(milliseconds, bin);
    this.sorted = [...this.bins.values()].sort((a, b) => a.milliseconds - b.milliseconds);
    return bin;
  }
}

/** The percentiles of responses; none without responses. */
function percentilesOf(bins: readonly Bin[], counted: 'now' | 'all'): readonly number[] {
  let count = 0;
  for (const bin of bins) count += bin[counted];
  if (count === 0) return [];
  let seen = 0;
  let at = -1;
  // The percentiles are in ascending order, so one pass finds all.
  return PERCENTILES.map((percent) => {
    while (at < 0 || (seen < (count * percent) / 100 && at < bins.length - 1)) {
      at += 1;
      seen += bins[at]?.[counted] ?? 0;
    }
    return bins[at]?.milliseconds ?? 0;
  });
}
