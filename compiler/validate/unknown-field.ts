// A field that the language does not have where it stands: which one was meant, or where it belongs.

import { dereference, environmentSchema, memberSchema, type Schema } from '../../schema/environment-schema';
import { nearestName } from '../diagnostics/nearest';
import { formatPath, type PathStep } from '../source/spec-node';

/** The fields of the map at a path, as the schema has them. */
export function fieldsAt(path: readonly PathStep[]): Readonly<Record<string, Schema>> {
  const { $schema: _forEditors, ...fields } = dereference(schemaAt(path) ?? {}).properties ?? {};
  return fields;
}

/** The schema of the value at a path: what a reference stands for, with what stands beside the reference. */
export function schemaAt(path: readonly PathStep[]): Schema | undefined {
  const schema = path.reduce<Schema | undefined>(
    (around, step) => around && memberSchema(around, step),
    environmentSchema,
  );
  return schema && { ...dereference(schema), ...schema };
}

/** The required field that an unknown one was meant to be, among those that are missing beside it. */
export function requiredMeantBy(
  name: string,
  missing: readonly string[],
  path: readonly PathStep[],
): string | undefined {
  const nearest = nearestName(name, missing);
  // Another field may be nearer still: then it is that which was meant, and the required one is missing besides.
  return nearest !== undefined && nearestName(name, Object.keys(fieldsAt(path))) === nearest ? nearest : undefined;
}

/** What to do about an unknown field: the name that was meant, or the place where it belongs. */
export function adviseOnUnknown(name: string, path: readonly PathStep[]): string | undefined {
  const below = placesBelow(name, path);
  const around = path.map((_step, at) => path.slice(0, at)).filter((outer) => Object.hasOwn(fieldsAt(outer), name));
  const place = below.length === 1 ? below[0] : around.at(-1)?.concat(name);
  if (place !== undefined) return `it belongs to ${formatPath(place.slice(0, -1))}: check the indentation`;
  const nearest = nearestName(name, Object.keys(fieldsAt(path)));
  return nearest === undefined ? undefined : `did you mean ${nearest}?`;
}

/** What to do about a part that has the name of one of its own fields: the field stands a step too far to the left. */
export function adviseOnIndentation(path: readonly PathStep[]): string | undefined {
  const name = String(path.at(-1));
  if (!Object.hasOwn(fieldsAt(path), name)) return undefined;
  return `${name} is a field of what stands in ${formatPath(path.slice(0, -1))}: check the indentation`;
}

/** Where a field of this name is, in the fields of the fields of a map. */
function placesBelow(name: string, path: readonly PathStep[]): PathStep[][] {
  return Object.keys(fieldsAt(path)).flatMap((field) =>
    Object.hasOwn(fieldsAt([...path, field]), name) ? [[...path, field, name]] : [],
  );
}
