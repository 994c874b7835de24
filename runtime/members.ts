// The members of a body: texts, names and numbers wherever they are nested, and pointers to them.

import { isJsonNumber, type JsonNumber } from './json';

/** Gives a value with each of its texts changed; the names of members stay. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  return isJsonNumber(value) ? value : mapItems(value, (item) => mapTexts(item, change));
}

/** Gives a value with binary numbers, as a schema's validator takes it. */
export function withPlainNumbers(value: unknown): unknown {
  if (isJsonNumber(value)) return Number(value.toString());
  return mapItems(value, withPlainNumbers);
}

/** Pointers to the texts, names of members and numbers that a test finds. Numbers are tested without an exponent. */
export function findTexts(value: unknown, test: (text: string) => boolean, path = ''): string[] {
  if (typeof value === 'string') return test(value) ? [path] : [];
  if (isJsonNumber(value)) return test(withoutExponent(value)) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    // The answer does not repeat a name that is itself found.
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

/** More zeros than any card number, account or amount has. */
const MOST_ZEROS = 40;

/** The whole part of a number that is written with an exponent; another number as it is written. */
function withoutExponent(number: JsonNumber): string {
  const text = number.toString();
  const [, whole = '', decimals = '', exponent] = /^-?(\d+)(?:\.(\d+))?e([+-]?\d+)$/i.exec(text) ?? [];
  if (exponent === undefined) return text;
  const length = Math.min(whole.length + Number(exponent), whole.length + decimals.length + MOST_ZEROS);
  return (whole + decimals).padEnd(length, '0').slice(0, Math.max(0, length)).replace(/^0+/, '');
}
