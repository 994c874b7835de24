// Describes the type of a field in words.

import { dereference, type Schema } from '../../../schema/environment-schema';
import { grouped } from '../../diagnostics/words';

/** The type and limits of a field, as `a whole number from 1 to 900`. */
export function describeType(schema: Schema): string {
  const { type, enum: choices, items, pattern, additionalProperties, properties } = dereference(schema);
  if (choices !== undefined) return `one of ${choices.map(String).join(', ')}`;
  switch (type) {
    case 'integer':
      return `a whole number${describeRange(schema)}`;
    case 'number':
      return `a number${describeRange(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'array':
      return `a list${items === undefined ? '' : `, each item ${describeType(items)}`}`;
    case 'object':
      return properties === undefined && typeof additionalProperties === 'object' ? 'a map of names' : 'a map';
    default:
      return pattern === undefined ? 'text' : `text of the form ${pattern}`;
  }
}

function describeRange(schema: Schema): string {
  const { minimum, maximum } = dereference(schema);
  if (minimum !== undefined && maximum !== undefined) return ` from ${grouped(minimum)} to ${grouped(maximum)}`;
  if (minimum !== undefined) return ` of at least ${grouped(minimum)}`;
  return maximum === undefined ? '' : ` of at most ${grouped(maximum)}`;
}
