// Fills in the defaults of the schema, so that later phases find every field.

import { dereference, memberSchema, type Schema } from '../../schema/environment-schema';
import type { Plain } from '../source/spec-node';

/** Copies a valid value with all defaults, and with sorted keys: their order in a spec has no meaning. */
export function applyDefaults(schema: Schema, value: Plain): Plain {
  if (Array.isArray(value)) return value.map((item, index) => applyMember(schema, index, item));
  if (typeof value !== 'object' || value === null) return value;
  const { properties = {} } = dereference(schema);
  const absent = Object.entries(properties).filter(
    ([name, { default: preset }]) => preset !== undefined && !Object.hasOwn(value, name),
  );
  const complete: { [name: string]: Plain } = {
    ...value,
    ...Object.fromEntries(absent.map(([name, field]) => [name, field.default as Plain])),
  };
  const names = Object.keys(complete).sort();
  return Object.fromEntries(names.map((name) => [name, applyMember(schema, name, complete[name] ?? null)]));
}

function applyMember(schema: Schema, step: string | number, value: Plain): Plain {
  const member = memberSchema(schema, step);
  return member === undefined ? value : applyDefaults(member, value);
}
