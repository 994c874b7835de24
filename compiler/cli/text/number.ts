// Numbers as text.

/** A number with thousands separators and at most two decimals. */
export function numberText(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
