// Formats numbers and values for messages.

/** Renders a number with thousands separators: `10,240`. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=([0-9]{3})+$)/g, ',');
}

/** Renders values for a message, with commas between them. */
export function list(values: readonly (string | number | boolean | null)[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}
