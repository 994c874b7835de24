// Amounts of money as text.

/** An amount of US dollars with two decimals. */
export function dollars(usd: number): string {
  // Rounding in two steps gives sums of the same terms in another order the same text.
  return Number(usd.toPrecision(12)).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A difference of amounts with its sign. */
export function signedDollars(usd: number): string {
  return `${usd < 0 ? '-' : '+'}${dollars(Math.abs(usd))}`;
}

/** A price without rounding and without an exponent. */
export function exactDollars(usd: number): string {
  return usd.toLocaleString('en-US', { maximumFractionDigits: 12 });
}
