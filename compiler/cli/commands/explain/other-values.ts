// Generates candidate values for a field, likely ones first. Compiling the spec shows which ones are valid.

import { dereference, memberSchema, type Schema } from '../../../../schema/environment-schema';
import type { Plain } from '../../../source/spec-node';

/**
 * Candidates that may replace a value; `undefined` means no value.
 * @param names the references to parts of the spec, because the value may be such a reference
 */
export function otherValues(schema: Schema, value: Plain | undefined, names: readonly string[]): (Plain | undefined)[] {
  const known = dereference(schema);
  const examples = (known.examples ?? []) as Plain[];
  // A field without a value has its default.
  const without = known.default === undefined ? [undefined] : [known.default as Plain];
  const candidates = [...guesses(known, value, names), ...examples, ...without];
  const once = new Map(candidates.map((candidate) => [JSON.stringify(candidate), candidate]));
  once.delete(JSON.stringify(value));
  return [...once.values()];
}

function guesses(schema: Schema, value: Plain | undefined, names: readonly string[]): Plain[] {
  if (schema.enum !== undefined) return [...schema.enum] as Plain[];
  if (typeof value === 'boolean') return [!value];
  if (schema.type === 'boolean') return [true, false];
  if (typeof value === 'number') return numbersNear(schema, value);
  if (typeof value === 'string') return textsNear(schema, value, names);
  if (Array.isArray(value)) return listsNear(schema, value);
  const [example] = schema.examples ?? [];
  if (typeof example === 'number') return numbersNear(schema, example);
  return schema.default === undefined ? [] : [schema.default as Plain];
}

function numbersNear({ minimum, maximum }: Schema, value: number): number[] {
  const near = [value + 1, value - 1, value * 2, Math.floor(value / 2), value + 60];
  return [...near, minimum ?? value, maximum ?? value].filter(
    (other) => other >= (minimum ?? other) && other <= (maximum ?? other),
  );
}

/** Similar texts, words from the field's pattern, and the names of other parts. */
function textsNear({ pattern = '' }: Schema, value: string, names: readonly string[]): string[] {
  const words = pattern.match(/[A-Za-z0-9]{3,}/g) ?? [];
  const next = value.replace(/\d$/, (digit) => String((Number(digit) % 9) + 1));
  return [next, `${value}x`, `x${value}`, ...words, `${value}/x`, `/x${value}`, ...names, `${value}0`];
}

function listsNear(schema: Schema, value: readonly Plain[]): Plain[] {
  const item = memberSchema(schema, 0);
  const more = item === undefined ? [] : otherValues(item, value.at(-1), []).filter((other) => other !== undefined);
  const longer = more.filter((other) => !value.includes(other)).map((other) => [...value, other]);
  return [...longer.slice(0, 20), value.slice(0, -1)];
}
