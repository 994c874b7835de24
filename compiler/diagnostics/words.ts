// Formats numbers and values for messages.

/** Renders a number with thousands separators and all its decimals: `10,240`, `0.0625`. Intl would take 20 ms to load its locales. */
export function grouped(number: number): string {
  return String(number).replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Renders a finite number with thousands separators and at most two decimals: `1,234.5`. Halves are rounded away from 0. */
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
