// What differs between two values of the graph, property by property.

import type { AnyResourceNode, ResourceGraph } from '../../graph/graph';
import {
  eachReference,
  interpolate,
  isExpression,
  type NodeId,
  type Reference,
  type Text,
  type Value,
} from '../../graph/value';

/** A property with another value than before; a side that is absent had, or has, none. */
export interface PropertyChange {
  /** Its path, as `settings.throttlingRateLimit`. */
  readonly path: string;
  readonly before?: Value;
  readonly after?: Value;
}

/**
 * The properties that differ between two values, in the order of their paths.
 * @param isRenewed whether what a reference refers to comes to another value, though the reference is the same
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

/** A resource's inputs with each reference to another's input replaced by that input: what stays is known to AWS only. */
export function settleInputs(graph: ResourceGraph): (node: AnyResourceNode) => { readonly [input: string]: Value } {
  const byId = new Map<NodeId, AnyResourceNode>(graph.resources.map((node) => [node.id, node]));
  const settleText = (reference: Reference): Text => {
    const inputs = byId.get(reference.node)?.inputs as { readonly [input: string]: Value } | undefined;
    const input = inputs && Object.hasOwn(inputs, reference.attribute) ? inputs[reference.attribute] : undefined;
    if (typeof input === 'string') return input;
    if (!isExpression(input) || (input.$ !== 'reference' && input.$ !== 'interpolation')) return reference;
    return settle(input) as Text;
  };
  const settle = (value: Value): Value => {
    if (typeof value !== 'object') return value;
    if (isList(value)) return value.map(settle);
    if (!isExpression(value))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, settle(item)]));
    if (value.$ === 'reference') return settleText(value);
    if (value.$ === 'interpolation') return interpolate(...value.parts.map((part) => settle(part) as Text));
    return value.$ === 'json' ? { ...value, value: settle(value.value) } : value;
  };
  return ({ inputs }) => settle(inputs as Value) as { readonly [input: string]: Value };
}

/** JSON text is compared as what it says. */
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
