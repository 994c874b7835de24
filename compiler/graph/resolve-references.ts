// Resolves references to other resources' inputs.

import { mapValue } from './fold';
import type { AnyResourceNode, ResourceGraph } from './graph';
import {
  type Expression,
  interpolate,
  isExpression,
  jsonText,
  type NodeId,
  type Reference,
  type Text,
  type Value,
} from './value';

/** A resource's inputs, with each reference to an input of another resource replaced by the input. References to outputs remain. */
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
  const resolve = (value: Value): Value =>
    mapValue<Expression>(value, {
      reference: resolveText,
      account: (account) => account,
      secret: (secret) => secret,
      interpolation: (parts) => interpolate(...(parts as readonly Text[])),
      json: (content) => jsonText(content),
      bundle: (code) => code,
    });
  return ({ inputs }) => resolve(inputs as Value) as { readonly [input: string]: Value };
}
