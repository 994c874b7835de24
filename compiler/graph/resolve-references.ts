// Resolves references to other resources' inputs.

import type { AnyResourceNode, ResourceGraph } from './graph';
import { interpolate, isExpression, type NodeId, type Reference, type Text, type Value } from './value';

/** A resource's inputs with each reference to another's input replaced by that input; references to outputs remain. */
export function resolveReferences(
  graph: ResourceGraph,
): (node: AnyResourceNode) => { readonly [input: string]: Value } {
  const byId = new Map<NodeId, AnyResourceNode>(graph.resources.map((node) => [node.id, node]));
  const resolveText = (reference: Reference): Text => {
    const inputs = byId.get(reference.node)?.inputs as { readonly [input: string]: Value } | undefined;
    const input = inputs && Object.hasOwn(inputs, reference.attribute) ? inputs[reference.attribute] : undefined;
    if (typeof input === 'string') return input;
    if (!isExpression(input) || (input.$ !== 'reference' && input.$ !== 'interpolation')) return reference;
    return resolve(input) as Text;
  };
  const resolve = (value: Value): Value => {
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(resolve);
    if (!isExpression(value))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item)]));
    if (value.$ === 'reference') return resolveText(value);
    if (value.$ === 'interpolation') return interpolate(...value.parts.map((part) => resolve(part) as Text));
    return value.$ === 'json' ? { ...value, value: resolve(value.value) } : value;
  };
  return ({ inputs }) => resolve(inputs as Value) as { readonly [input: string]: Value };
}
