// Amounts of money as text.

import { grouped } from '../../diagnostics/words';

/** An amount of US dollars with two decimals. */
export function dollars(usd: number): string {
  // Rounding in two steps gives sums of the same terms in another order the same text.
  const cents = Math.round(Number((Math.abs(usd) * 100).toPrecision(12)));
  return `${usd < 0 ? '-' : ''}${grouped(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}

/** A difference of amounts with its sign. */
export function signedDollars(usd: number): string {
  return `${usd < 0 ? '-' : '+'}${dollars(Math.abs(usd))}`;
}

/** A price without rounding and without an exponent. */
export function exactDollars(usd: number): string {
  return usd.toLocaleString('en-US', { maximumFractionDigits: 12 });
}
