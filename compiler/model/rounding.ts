// The rounding errors of amounts, which are sums and shares of rates. They must not decide which of two equal limits refuses requests, or
// whether an amount that equals a threshold exceeds it.

/** Amounts a second below this are rounding errors. */
export const SMALLEST_AMOUNT = 1e-6;

/** Amounts of two seconds that differ by less are alike: absolute, or as a share of the greater one. */
const SMALLEST_DIFFERENCE = SMALLEST_AMOUNT / 10;

/** The rounding error of a single calculation, as a share of its result. */
const SMALLEST_SHARE = 1e-9;

/** The digits of an amount that do not have rounding errors. */
const EXACT_DIGITS = 9;

/** Whether the amounts of two seconds differ at most by rounding errors. */
export function areAlike(one: number, other: number): boolean {
  return Math.abs(one - other) <= SMALLEST_DIFFERENCE * Math.max(1, Math.abs(one), Math.abs(other));
}

/** Whether an amount of at least 0 is less than another one by more than a rounding error. */
export function isLess(one: number, other: number): boolean {
  return one < other * (1 - SMALLEST_SHARE);
}

/** Whether two amounts differ at most by the rounding error of a single calculation. */
export function areEqual(one: number, other: number): boolean {
  return Math.abs(one - other) <= SMALLEST_SHARE * Math.max(Math.abs(one), Math.abs(other));
}

/** An amount without its rounding error. */
export function exact(amount: number): number {
  return Number(amount.toPrecision(EXACT_DIGITS));
}
