// Fills in the schema's defaults, so that no later pass asks what is absent.

import { dereference, memberSchema, type Schema } from '../../schema/environment-schema';
import type { Plain } from '../source/spec-node';

/** A copy of a valid value in which each field that has a default is there, and keys are sorted: their order in a spec means nothing. */
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
