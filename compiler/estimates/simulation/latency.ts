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

/** The latencies of successful responses. */
export class Latencies {
  private readonly all = new Map<number, number>();
  private readonly now = new Map<number, number>();
  private readonly columns;

  constructor(private readonly recording: Recording) {
    this.columns = PERCENTILES.map((percent) => recording.column('api', `latency p${percent}`, 'ms'));
  }

  /** Adds responses of the present second. */
  add(seconds: number, amount: number): void {
    if (amount <= 0) return;
    const milliseconds = Math.round(seconds * 1000 * ROUNDED) / ROUNDED;
    this.now.set(milliseconds, (this.now.get(milliseconds) ?? 0) + amount);
  }

  /** Writes the percentiles of the present second. */
  end(): void {
    if (this.now.size === 0) return;
    const percentiles = percentilesOf(this.now);
    this.columns.forEach((column, at) => {
      column[this.recording.second] = percentiles[at] ?? 0;
    });
    for (const [milliseconds, amount] of this.now)
      this.all.set(milliseconds, (this.all.get(milliseconds) ?? 0) + amount);
    this.now.clear();
  }

  /** The percentiles of all responses; 0 without responses. */
  get percentiles(): Outcome['latency'] {
    const [p50 = 0, p90 = 0, p99 = 0] = percentilesOf(this.all);
    return { p50, p90, p99 };
  }
}

function percentilesOf(values: ReadonlyMap<number, number>): readonly number[] {
  const sorted = values.size === 1 ? [...values] : [...values].sort(([a], [b]) => a - b);
  const count = sorted.reduce((sum, [, amount]) => sum + amount, 0);
  let seen = 0;
  let at = -1;
  // The percentiles are in ascending order, so one pass finds all.
  return PERCENTILES.map((percent) => {
    while (at < 0 || (seen < (count * percent) / 100 && at < sorted.length - 1)) {
      at += 1;
      seen += sorted[at]?.[1] ?? 0;
    }
    return sorted[at]?.[0] ?? 0;
  });
}
