// Compares two values of a graph by property.

import { eachReference, isExpression, type Reference, type Value } from '../graph/value';

/** A property whose value differs. An absent side means that the property is not set. */
export interface PropertyChange {
  /** The path, such as `settings.throttlingRateLimit`. */
  readonly path: string;
  readonly before?: Value;
  readonly after?: Value;
}

/**
 * The properties that differ between two values, sorted by path.
 * @param isRenewed whether a reference resolves to another value although the reference itself is unchanged
 */
export function compareValues(
  before: Value | undefined,
  after: Value | undefined,
  isRenewed: (reference: Reference) => boolean = () => false,
  path = '',
): PropertyChange[] {
  if (before === undefined && after === undefined) return [];
  const [a, b] = [contentOf(before), contentOf(after)];
  if (isMap(a) && isMap(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
    return keys.flatMap((key) => compareValues(a[key], b[key], isRenewed, path === '' ? key : `${path}.${key}`));
  }
  if (isList(a) && isList(b) && a.length === b.length)
    return a.flatMap((item, at) => compareValues(item, b[at], isRenewed, `${path}[${at}]`));
  const isSame = JSON.stringify(a) === JSON.stringify(b);
  if (isSame && !refersTo(after, isRenewed)) return [];
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

/** JSON text is compared by content. */
function contentOf(value: Value | undefined): Value | undefined {
  return isExpression(value) && value.$ === 'json' ? value.value : value;
}

function isMap(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && !isList(value) && !isExpression(value);
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

function refersTo(value: Value | undefined, test: (reference: Reference) => boolean): boolean {
  let found = false;
  eachReference(value, (reference) => {
    found ||= test(reference);
  });
  return found;
}
