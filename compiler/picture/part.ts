// Names the part of the spec that defines a resource.

import { dereference, environmentSchema, memberSchema, type Schema } from '../../schema/environment-schema';
import { formatPath, type PathStep } from '../source/spec-node';

/** The part that contains a path: the innermost entry of a map by name, such as `tables.payments`, or only the section. */
export function partOf(steps: readonly PathStep[]): string {
  let schema: Schema | undefined = environmentSchema;
  let part = steps.slice(0, 1);
  for (const [at, step] of steps.entries()) {
    if (schema === undefined) break;
    if (dereference(schema).properties === undefined) part = steps.slice(0, at + 1);
    schema = memberSchema(schema, step);
  }
  return formatPath(part);
}
