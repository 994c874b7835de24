// Compares the observations of a course by quantity.

import type { Quantity } from './cases';
import type { Observation } from './course';

/** The head of the table of comparisons. */
export const HEAD = ['course', 'quantity', 'local run', 'simulator', 'difference', 'bound', '', 'reason for the bound'];

/** The comparison of a quantity. */
export interface Row {
  readonly cells: readonly string[];
  readonly isWithin: boolean;
}

/** Compares quantities. */
export function compare(
  title: string,
  quantities: readonly Quantity[],
  local: Observation,
  simulated: Observation,
): readonly Row[] {
  return quantities.map(({ what, of, bound, because }) => {
    const [own, other] = [of(local), of(simulated)];
    const difference = differenceOf(own, other);
    const isWithin = difference <= bound;
    const numbers = [seriesText(own), seriesText(other), numberText(difference), `${bound}`];
    return { cells: [title, what, ...numbers, isWithin ? 'ok' : 'differs', because], isWithin };
  });
}

/** The largest difference of two values; infinite for series of different lengths. */
function differenceOf(own: readonly number[], other: readonly number[]): number {
  if (own.length !== other.length) return Number.POSITIVE_INFINITY;
  // The difference of two infinite values is not a number.
  return Math.max(0, ...own.map((value, at) => (value === other[at] ? 0 : Math.abs(value - (other[at] ?? 0)))));
}

function seriesText(values: readonly number[]): string {
  return values.map(numberText).join(' ');
}

function numberText(value: number): string {
  return Number.isFinite(value) ? `${Math.round(value * 10) / 10}` : 'none';
}
