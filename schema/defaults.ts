// Fills in the defaults of the schema, so that later phases can rely on every field.

import { objectOf } from '../compiler/source/object-of';
import type { Plain } from '../compiler/source/spec-node';
import { dereference, memberSchema, type Schema } from './environment-schema';

/** Copies a valid value with all defaults, and with sorted keys, because their order in a spec is not significant. */
export function applyDefaults(schema: Schema, value: Plain): Plain {
  if (Array.isArray(value)) return value.map((item, index) => applyMember(schema, index, item));
  if (typeof value !== 'object' || value === null) return value;
  const defaults = defaultsOf(schema);
  const names = new Set([...Object.keys(value), ...defaults.keys()]);
  return objectOf([...names].sort(), (name) =>
    applyMember(schema, name, (Object.hasOwn(value, name) ? value[name] : defaults.get(name)) as Plain),
  );
}

/** The default of each field. */
type Defaults = ReadonlyMap<string, Plain>;

/** The defaults of a schema's fields, which each map of a spec with this schema needs. */
const defaultsOfSchema = new WeakMap<Schema, Defaults>();

function defaultsOf(schema: Schema): Defaults {
  const known = defaultsOfSchema.get(schema);
  if (known !== undefined) return known;
  const properties = Object.entries(dereference(schema).properties ?? {});
  const defaults = new Map(
    properties.flatMap(([name, { default: preset }]) => (preset === undefined ? [] : [[name, preset as Plain]])),
  );
  defaultsOfSchema.set(schema, defaults);
  return defaults;
}

function applyMember(schema: Schema, step: string | number, value: Plain): Plain {
  const member = memberSchema(schema, step);
  return member === undefined ? value : applyDefaults(member, value);
}
