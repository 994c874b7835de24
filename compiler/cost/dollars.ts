// Amounts of money as text.

/** An amount of US dollars with two decimals. */
export function dollars(usd: number): string {
  return usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
