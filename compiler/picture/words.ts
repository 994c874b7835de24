// Words and lists of the overview.

import { grouped } from '../diagnostics/words';

/** A number with a noun, such as `1 route` or `94 routes`. */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** The items without repetitions. */
export function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

const NUMBERED = new Intl.Collator('en', { numeric: true });

/** Compares texts with numbers in the order of the numbers: `part-2` is before `part-10`. */
export function compareNumbered(a: string, b: string): number {
  return NUMBERED.compare(a, b);
}
