// The refusal of a number outside of its range.

/** The refusal of a number outside of a range, in the provider's words; undefined if it is within, absent or not known yet. */
export function outside(input: string, value: unknown, least: number, most: number): string | undefined {
  if (typeof value !== 'number' || (value >= least && value <= most)) return undefined;
  return most === Number.POSITIVE_INFINITY
    ? `expected ${input} to be at least (${least}), got ${value}`
    : `expected ${input} to be in the range (${least} - ${most}), got ${value}`;
}
