// Fills in the defaults of the schema, so that later phases can rely on every field.

import type { Plain } from '../compiler/source/spec-node';
import { dereference, memberSchema, type Schema } from './environment-schema';

/** Copies a valid value with all defaults, and with sorted keys, because their order in a spec is not significant. */
export function applyDefaults(schema: Schema, value: Plain): Plain {
  if (Array.isArray(value)) return value.map((item, index) => applyMember(schema, index, item));
  if (typeof value !== 'object' || value === null) return value;
  const absent = defaultsOf(schema).filter(([name]) => !Object.hasOwn(value, name));
  const entries = [...Object.entries(value), ...absent].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, applyMember(schema, name, member)]));
}

type Default = readonly [name: string, preset: Plain];

/** The defaults of a schema's fields, which each map of a spec with this schema needs. */
const defaultsOfSchema = new WeakMap<Schema, readonly Default[]>();

function defaultsOf(schema: Schema): readonly Default[] {
  const known = defaultsOfSchema.get(schema);
  if (known !== undefined) return known;
  const defaults = Object.entries(dereference(schema).properties ?? {}).flatMap(([name, { default: preset }]) =>
    preset === undefined ? [] : [[name, preset as Plain] as const],
  );
  defaultsOfSchema.set(schema, defaults);
  return defaults;
}

function applyMember(schema: Schema, step: string | number, value: Plain): Plain {
  const member = memberSchema(schema, step);
  return member === undefined ? value : applyDefaults(member, value);
}
