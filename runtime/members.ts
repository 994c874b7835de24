// The members of a body: nested texts, names and numbers, and pointers to them.

import { isJsonNumber, type JsonNumber } from './json';

/** Maps each text in a value; the names of members stay. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  return isJsonNumber(value) ? value : mapItems(value, (item) => mapTexts(item, change));
}

/** Converts numbers to binary numbers for a schema's validator. */
export function withPlainNumbers(value: unknown): unknown {
  if (isJsonNumber(value)) return Number(value.toString());
  return mapItems(value, withPlainNumbers);
}

/** Pointers to the texts, member names and numbers that match a test. Numbers are tested without an exponent. */
export function findTexts(value: unknown, test: (text: string) => boolean, path = ''): string[] {
  if (typeof value === 'string') return test(value) ? [path] : [];
  if (isJsonNumber(value)) return test(withoutExponent(value)) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    // The response must not repeat a name that matches itself.
    test(name) ? [path] : findTexts(item, test, pointerTo(path, name)),
  );
}

/** A JSON pointer to a member (RFC 6901). */
export function pointerTo(path: string, name: string): string {
  return `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function mapItems(value: unknown, change: (item: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, change(item)]));
}

/** More zeros than any card number, account number or amount has. */
const MAXIMUM_ZEROS = 40;

/** The integer part of a number with an exponent; other numbers as written. */
function withoutExponent(number: JsonNumber): string {
  const text = number.toString();
  const [, whole = '', decimals = '', exponent] = /^-?(\d+)(?:\.(\d+))?e([+-]?\d+)$/i.exec(text) ?? [];
  if (exponent === undefined) return text;
  const length = Math.min(whole.length + Number(exponent), whole.length + decimals.length + MAXIMUM_ZEROS);
  return (whole + decimals).padEnd(length, '0').slice(0, Math.max(0, length)).replace(/^0+/, '');
}
