// Resolves references to other resources' inputs.

import type { AnyResourceNode, ResourceGraph } from './graph';
import { interpolate, isExpression, type NodeId, type Reference, type Text, type Value } from './value';

/** A resource's inputs with each reference to another's input replaced by that input; references to outputs remain. */
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
    if (Array.isArray(value)) return value.map(settle);
    if (!isExpression(value))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, settle(item)]));
    if (value.$ === 'reference') return settleText(value);
    if (value.$ === 'interpolation') return interpolate(...value.parts.map((part) => settle(part) as Text));
    return value.$ === 'json' ? { ...value, value: settle(value.value) } : value;
  };
  return ({ inputs }) => settle(inputs as Value) as { readonly [input: string]: Value };
}
