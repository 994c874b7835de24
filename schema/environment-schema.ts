// The schema of the language as data: its keywords, and the schemas of members.

import schema from './environment.schema.json';

/** An order of safety: by number, by being there at all, by how few or how many are listed, or values from the weakest, equal ones in a list. */
export type Safer = 'higher' | 'lower' | 'present' | 'fewer' | 'more' | readonly (Scalar | readonly Scalar[])[];

type Scalar = string | number | boolean;

/** A JSON Schema, of which the language uses this much. */
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
  /** The form of the pattern in words; yaml-language-server reads it too. */
  readonly patternErrorMessage?: string;
  /** The order by which one value is safer than another, if there is one; `check-promotion` compares by it. */
  readonly safer?: Safer;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** The schema of an environment. */
export const environmentSchema: Schema = schema as unknown as Schema;

/** The schemas with a `$ref` that were dereferenced: a phase asks for the same few once for each value of a spec. */
const dereferenced = new WeakMap<Schema, Schema>();

/** A schema with the keywords of the one that its `$ref` names; its own keywords prevail. References are to `#/$defs/<name>` only. */
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

/** The schema of one member of a map or a list; undefined where the schema says nothing of it. */
export function memberSchema(schema: Schema, step: string | number): Schema | undefined {
  const { properties, additionalProperties, items } = dereference(schema);
  if (typeof step === 'number') return items;
  if (properties !== undefined && Object.hasOwn(properties, step)) return properties[step];
  return additionalProperties === false ? undefined : additionalProperties;
}
