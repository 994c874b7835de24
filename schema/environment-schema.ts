// The schema of the language as data: its keywords, and the schemas of members.

import schema from './environment.schema.json';

/**
 * The safer values of a field: a higher or lower number, a value at all, fewer or more listed items, or a list of all values from
 * the least to the most safe. Values that are equally safe are in a list of their own.
 */
export type Safer = 'higher' | 'lower' | 'present' | 'fewer' | 'more' | readonly (Scalar | readonly Scalar[])[];

type Scalar = string | number | boolean;

/** The part of JSON Schema that the language uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly pattern?: string;
  /** The description of the pattern in messages. Editors with yaml-language-server also show it. */
  readonly patternErrorMessage?: string;
  /** The order of safety of the values, which `check-promotion` uses; absent without an order. */
  readonly safer?: Safer;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  /** The schema of other members; `true` allows any. */
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** The schema of an environment. */
export const environmentSchema: Schema = schema as unknown as Schema;

/** Caches dereferenced schemas, because a phase requests the same few for each value of a spec. */
const dereferenced = new WeakMap<Schema, Schema>();

/** Merges a schema into the target of its `$ref`, which must be `#/$defs/<name>`. The schema's own keywords take precedence. */
export function dereference(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const known = dereferenced.get(schema);
  if (known !== undefined) return known;
  const target = environmentSchema.$defs?.[schema.$ref.slice('#/$defs/'.length)];
  if (target === undefined) throw new Error(`the schema has no ${schema.$ref}`);
  const whole = { ...target, ...schema };
  dereferenced.set(schema, whole);
  return whole;
}

/** The schema of one member of a map or a list; undefined if the schema does not define it. */
export function memberSchema(schema: Schema, step: string | number): Schema | undefined {
  const { properties, additionalProperties, items } = dereference(schema);
  if (typeof step === 'number') return items;
  if (properties !== undefined && Object.hasOwn(properties, step)) return properties[step];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}
