// The one door to `lossless-json`: JSON whose numbers keep the digits that were written.

import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/** A number of a JSON text as it was written; `toString()` gives its digits. */
export type JsonNumber = LosslessNumber;

/** Makes a number of its JSON text; throws on text that is not a JSON number. */
export function createJsonNumber(text: string): JsonNumber {
  return new LosslessNumber(text);
}

/** Whether a value is a number of a JSON text. */
export function isJsonNumber(value: unknown): value is JsonNumber {
  return isLosslessNumber(value);
}

/** Parses JSON and keeps each number as written; throws SyntaxError on malformed text and on a key given two values. Recurses: check `exceededLimit` first. */
export function parseJson(text: string): unknown {
  return parse(text);
}

/** Renders a value as JSON without a rounding of its numbers. */
export function renderJson(value: object): string {
  return stringify(value) ?? 'null';
}
