// The inputs of resources, as far as they are known before deployment.

import type { AnyResourceNode, ResourceGraph } from '../../graph/graph';
import type { Kind } from '../../graph/kind';
import { isExpression, type Reference, type Value } from '../../graph/value';
import type { KnownInputs } from './access';

type KnownValue = string | readonly KnownValue[] | { readonly [key: string]: KnownValue };

/** The placeholder in an ARN for an unknown value. */
const ANYTHING = '*';

/** Converts the inputs of a resource to text; `arnOf` builds the ARN of another resource from its kind and inputs. */
export function knownInputs(
  graph: ResourceGraph,
  arnOf: (kind: Kind, inputs: KnownInputs<Kind>) => string,
): (node: AnyResourceNode) => KnownInputs<Kind> {
  const nodes = new Map(graph.resources.map((node) => [node.id, node]));

  const inputsOf = ({ inputs }: AnyResourceNode): KnownInputs<Kind> =>
    Object.fromEntries(
      Object.entries(inputs).map(([input, value]) => [input, known(value as Value)]),
    ) as KnownInputs<Kind>;

  // Not a fold, which would compute the content of JSON text: a policy refers to most of the graph.
  function known(value: Value): KnownValue {
    if (typeof value !== 'object') return String(value);
    if (Array.isArray(value)) return value.map(known);
    if (!isExpression(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, known(item)]));
    if (value.$ === 'reference') return attribute(value);
    return value.$ === 'interpolation' ? value.parts.map((part) => String(known(part))).join('') : ANYTHING;
  }

  function attribute({ node: id, attribute: name }: Reference): KnownValue {
    const node = nodes.get(id);
    if (node === undefined) return ANYTHING;
    const inputs = node.inputs as { readonly [input: string]: Value | undefined };
    // The id of a role is its name.
    const own = inputs[name === 'id' && node.kind === 'aws:iam/role:Role' ? 'name' : name];
    if (own !== undefined) return known(own);
    return name === 'arn' || name === 'url' ? arnOf(node.kind, inputsOf(node)) : ANYTHING;
  }

  return inputsOf;
}
