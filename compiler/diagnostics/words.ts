// Formats numbers and values for messages.

/** Renders a number with thousands separators: `10,240`. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=([0-9]{3})+$)/g, ',');
}

/**
 * Renders a finite number with thousands separators and at most two decimals: `1,234.5`. Halves are rounded away from 0.
 * Intl would take 20 ms to load its locales.
 */
export function numberText(value: number): string {
  // Rounding in two steps takes the decimal digits that people see: 1.005 is 1.01.
  const hundredths = Math.round(Number((Math.abs(value) * 100).toPrecision(15)));
  const decimals = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${grouped(Math.floor(hundredths / 100))}${decimals === '' ? '' : `.${decimals}`}`;
}

/** Renders values for a message, with commas between them. */
export function list(values: readonly (string | number | boolean | null)[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}
