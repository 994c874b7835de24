// Compares two JSON Schemas of an OpenAPI document: values that clients may no longer send, or no longer receive.

import type { JsonObject, JsonValue } from '../../graph/value';

/** Whether clients send or receive the values of a schema. */
export type Direction = 'request' | 'response';

/** Resolves a `$ref` within a document; returns any other schema unchanged. */
export type Resolve = (schema: JsonValue | undefined) => JsonObject;

/** The schemas of two documents, each with a function that resolves its references. */
export interface SchemaPair {
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
  readonly resolveBefore: Resolve;
  readonly resolveAfter: Resolve;
}

/** The ways in which the second schema breaks clients of the first, each with the field, such as `amount is required`. */
export function schemaBreaks(pair: SchemaPair, direction: Direction, field = ''): string[] {
  const [before, after] = [pair.resolveBefore(pair.before), pair.resolveAfter(pair.after)];
  if (JSON.stringify(before) === JSON.stringify(after) && !JSON.stringify(before).includes('"$ref"')) return [];
  const name = field === '' ? 'the body' : `field "${field}"`;
  const within = (key: string) => (field === '' ? key : `${field}.${key}`);
  const [olds, news] = [before, after].map(({ properties = {} }) => properties as JsonObject) as [
    JsonObject,
    JsonObject,
  ];
  const inner = (old: JsonValue | undefined, now: JsonValue | undefined, key: string) =>
    schemaBreaks({ ...pair, before: old, after: now }, direction, within(key));
  const nested = [
    ...Object.keys(olds).flatMap((key) =>
      news[key] === undefined ? [`field "${within(key)}" is removed`] : inner(olds[key], news[key], key),
    ),
    ...(before.items !== undefined && after.items !== undefined ? inner(before.items, after.items, '[]') : []),
  ];
  const own = direction === 'request' ? stricter(before, after, within) : looser(before, after, within);
  return [...own.map((text) => (text.startsWith('field ') ? text : `${name} ${text}`)), ...nested];
}

/** Requirements that a request did not have before. */
function stricter(before: JsonObject, after: JsonObject, within: (key: string) => string): string[] {
  const [olds, news] = [listOf(before.required), listOf(after.required)];
  const types = typesOf(before).filter((type) => !accepts(typesOf(after), type));
  const values = listOf(before.enum).filter((value) => after.enum !== undefined && !listOf(after.enum).includes(value));
  return [
    ...news.filter((key) => !olds.includes(key)).map((key) => `field "${within(JSON.parse(key))}" becomes required`),
    ...(types.length > 0 || (before.type === undefined && after.type !== undefined) ? [`must be ${after.type}`] : []),
    ...(values.length > 0 ? [`no longer accepts ${values.join(', ')}`] : []),
    ...(before.enum === undefined && after.enum !== undefined ? ['accepts only listed values'] : []),
    ...(before.additionalProperties !== false && after.additionalProperties === false
      ? ['no longer accepts unknown fields']
      : []),
    ...BOUNDS.flatMap(([keyword, isStricter]) => {
      const [old, now] = [before[keyword], after[keyword]];
      if (typeof now !== 'number' || (typeof old === 'number' && !isStricter(now, old))) return [];
      return [`has ${keyword} ${now} instead of ${old ?? 'none'}`];
    }),
    ...EXACT.filter((keyword) => after[keyword] !== undefined && !isSame(before[keyword], after[keyword])).map(
      (keyword) => `has a different ${keyword}`,
    ),
    ...(['anyOf', 'oneOf'] as const).flatMap((keyword) => {
      if (after[keyword] === undefined) return [];
      const known = listOf(after[keyword]);
      const isWider = before[keyword] !== undefined && listOf(before[keyword]).every((each) => known.includes(each));
      return isWider ? [] : [`has different alternatives (${keyword})`];
    }),
  ];
}

/** Guarantees that a response no longer has. */
function looser(before: JsonObject, after: JsonObject, within: (key: string) => string): string[] {
  const kept = Object.keys((after.properties as JsonObject | undefined) ?? {});
  const optional = listOf(before.required).filter((key) => !listOf(after.required).includes(key));
  const types = typesOf(after).filter((type) => !accepts(typesOf(before), type));
  return [
    ...optional
      .map((key): string => JSON.parse(key))
      .filter((key) => kept.includes(key))
      .map((key) => `field "${within(key)}" may be absent`),
    ...(before.type !== undefined && types.length > 0 ? [`may be ${types.join(', ')}`] : []),
  ];
}

const isHigher = (now: number, old: number) => now > old;
const isLower = (now: number, old: number) => now < old;
const BOUNDS = [
  ['minimum', isHigher],
  ['exclusiveMinimum', isHigher],
  ['maximum', isLower],
  ['exclusiveMaximum', isLower],
  ['minLength', isHigher],
  ['maxLength', isLower],
  ['minItems', isHigher],
  ['maxItems', isLower],
  ['minProperties', isHigher],
  ['maxProperties', isLower],
] as const;

/** Keywords for which any other value may reject accepted values. */
const EXACT = [
  'pattern',
  'format',
  'const',
  'multipleOf',
  'not',
  'allOf',
  'if',
  'then',
  'dependentRequired',
  'uniqueItems',
];

function accepts(types: readonly string[], type: string): boolean {
  return types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'));
}

function typesOf({ type }: JsonObject): string[] {
  return type === undefined ? [] : ([type].flat() as string[]);
}

function listOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.map((item) => JSON.stringify(item)) : [];
}

function isSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
