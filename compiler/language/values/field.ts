// Finds a field of the language by its path.

import { dereference, environmentSchema, memberSchema, type Schema } from '../../../schema/environment-schema';
import { nearestName } from '../../diagnostics/suggest';
import { formatPath, type PathStep, type Plain } from '../../source/spec-node';

/** A field: its path and its schema. */
export interface Field {
  readonly path: readonly PathStep[];
  readonly schema: Schema;
  /** Whether the field is required. */
  readonly required: boolean;
}

/** An unknown path: its known part, and the names that are allowed after that. */
export interface UnknownField {
  readonly around: string;
  readonly step: string;
  readonly known: readonly string[];
  readonly nearest?: string;
}

/**
 * Finds a field by a path such as `tables.payments.capacity` or `payment.currencies[0]`; `*` is any name.
 * @param specs specs whose keys with dots are read as one step
 */
export function findField(text: string, specs: readonly Plain[] = []): Field | UnknownField {
  const steps = text.split(/\.|(?=\[\d+\])/).filter((step) => step !== '');
  let field: Field = { path: [], schema: environmentSchema, required: true };
  let values: readonly (Plain | undefined)[] = specs;
  while (steps.length > 0) {
    const step = takeStep(steps, values);
    const schema = memberSchema(field.schema, step);
    if (schema === undefined) return unknown(field, String(step));
    const required = dereference(field.schema).required?.includes(String(step)) ?? false;
    field = { path: [...field.path, step], schema: dereference(schema), required };
    values = values.map((value) => (value as Record<PathStep, Plain> | undefined)?.[step]);
  }
  return field;
}

/** The fields of a map, or the schema of any member under `*`; empty for other values. */
export function fieldsOf(field: Field): Field[] {
  const { properties, additionalProperties, required = [] } = dereference(field.schema);
  const members = properties ?? (typeof additionalProperties === 'object' ? { '*': additionalProperties } : {});
  return Object.entries(members).map(([name, schema]) => ({
    path: [...field.path, name],
    schema: dereference(schema),
    required: required.includes(name),
  }));
}

/** Splits off the first step: an index, the longest key of the values, or the text up to the next dot. */
function takeStep(steps: string[], values: readonly (Plain | undefined)[]): PathStep {
  const index = /^\[(\d+)\]$/.exec(steps[0] ?? '')?.[1];
  if (index !== undefined) {
    steps.shift();
    return Number(index);
  }
  const hasKey = (key: string) =>
    values.some((value) => typeof value === 'object' && value !== null && Object.hasOwn(value, key));
  for (let count = steps.length; count > 1; count -= 1) {
    const key = steps.slice(0, count).join('.');
    if (hasKey(key)) {
      steps.splice(0, count);
      return key;
    }
  }
  return steps.shift() ?? '';
}

function unknown(around: Field, step: string): UnknownField {
  const known = fieldsOf(around).map(({ path }) => String(path.at(-1)));
  const nearest = nearestName(step, known);
  return { around: formatPath(around.path), step, known, ...(nearest === undefined ? {} : { nearest }) };
}
