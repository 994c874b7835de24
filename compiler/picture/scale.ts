// The scale of a chart: its ticks, and values as text.

import { grouped } from '../diagnostics/words';

/** The sizes of a step, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];
const MOST_STEPS = 4;

/** The ticks of an axis from 0 to at least a maximum: at most five round values, the last of which is the end of the axis. */
export function ticksUpTo(maximum: number, areWhole: boolean): readonly number[] {
  // An axis without values is from 0 to 1.
  const least = (maximum > 0 ? maximum : 1) / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(least));
  const fitting = STEPS.map((factor) => factor * power).find((size) => size >= least) ?? 10 * power;
  const step = areWhole ? Math.max(1, Math.ceil(fitting)) : fitting;
  const count = Math.max(1, Math.ceil(maximum / step));
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

/** A value with at most three significant digits, or all digits before the point: `0.25`, `38.5`, `1,234`. */
export function formatValue(value: number): string {
  if (Math.abs(value) >= 100) return grouped(Math.round(value));
  return String(Number(value.toPrecision(3)));
}
