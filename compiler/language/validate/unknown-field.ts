// Suggests a field for an unknown field: the most similar field, or the section that it belongs to.

import { dereference, environmentSchema, memberSchema, type Schema } from '../../../schema/environment-schema';
import { nearestName, suggest } from '../../diagnostics/suggest';
import { formatPath, type PathStep } from '../../source/spec-node';

/** The fields of the map at a path, from the schema. */
export function fieldsAt(path: readonly PathStep[]): Readonly<Record<string, Schema>> {
  const { $schema: _forEditors, ...fields } = dereference(schemaAt(path) ?? {}).properties ?? {};
  return fields;
}

/** The schema of the value at a path, with references resolved and their siblings merged. */
export function schemaAt(path: readonly PathStep[]): Schema | undefined {
  const schema = path.reduce<Schema | undefined>(
    (around, step) => around && memberSchema(around, step),
    environmentSchema,
  );
  return schema && dereference(schema);
}

/** The missing required field that is most similar to an unknown one. */
export function requiredMeantBy(
  name: string,
  missing: readonly string[],
  path: readonly PathStep[],
): string | undefined {
  const nearest = nearestName(name, missing);
  // If another field is more similar, that field was probably intended, and the required field is missing as well.
  return nearest !== undefined && nearestName(name, Object.keys(fieldsAt(path))) === nearest ? nearest : undefined;
}

/** The help for an unknown field: a similar name, or the section that it belongs to. */
export function adviseOnUnknown(name: string, path: readonly PathStep[]): string | undefined {
  const below = placesBelow(name, path);
  const around = path.map((_step, at) => path.slice(0, at)).filter((outer) => Object.hasOwn(fieldsAt(outer), name));
  const place = below.length === 1 ? below[0] : around.at(-1)?.concat(name);
  if (place !== undefined) return `it belongs to ${formatPath(place.slice(0, -1))}: check the indentation`;
  return suggest(name, Object.keys(fieldsAt(path)));
}

/** The help for a part with the name of one of its own fields, which must be indented further. */
export function adviseOnIndentation(path: readonly PathStep[]): string | undefined {
  const name = String(path.at(-1));
  if (!Object.hasOwn(fieldsAt(path), name)) return undefined;
  return `${name} is a field of an entry of ${formatPath(path.slice(0, -1))}: check the indentation`;
}

/** Finds a field by name in the maps below a map. */
function placesBelow(name: string, path: readonly PathStep[]): PathStep[][] {
  return Object.keys(fieldsAt(path)).flatMap((field) =>
    Object.hasOwn(fieldsAt([...path, field]), name) ? [[...path, field, name]] : [],
  );
}
