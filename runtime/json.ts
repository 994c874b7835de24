// Parses and renders JSON without loss of digits. The only file that imports `lossless-json`.

import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/** A number of a JSON text as written; `toString()` returns its digits. */
export type JsonNumber = LosslessNumber;

/** Creates a number from its JSON text; throws on text that is not a JSON number. */
export function createJsonNumber(text: string): JsonNumber {
  return new LosslessNumber(text);
}

/** Whether a value is a number of a JSON text. */
export function isJsonNumber(value: unknown): value is JsonNumber {
  return isLosslessNumber(value);
}

/** Parses JSON and keeps numbers as written; throws SyntaxError on malformed text and on duplicate keys with different values. Recursive: check `exceededLimit` first. */
export function parseJson(text: string): unknown {
  return parse(text);
}

/** Renders a value as JSON without rounding its numbers. */
export function renderJson(value: object): string {
  return stringify(value) ?? 'null';
}
