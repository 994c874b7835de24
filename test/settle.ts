// Resolves the values of a graph as a deployment does. A value that AWS generates becomes `<logical name.attribute>`.

import { mapValue } from '../compiler/graph/fold';
import type { ResourceGraph } from '../compiler/graph/graph';
import type { Value } from '../compiler/graph/value';

/** Plain data: a value without expressions. */
export type Settled = string | number | boolean | Settled[] | { [key: string]: Settled };

/** Settles a value of a graph. Code becomes `<bundle entry>`, and JSON text becomes data to compare its parts, unless text is requested. */
export function settle(graph: ResourceGraph, value: Value, json: 'data' | 'text' = 'data'): Settled {
  return mapValue<Settled>(value, {
    reference: ({ node: target, attribute }) => {
      const node = graph.resources.find(({ id }) => id === target);
      const input = (node?.inputs as { [key: string]: Value } | undefined)?.[attribute];
      return input === undefined ? `<${node?.name}.${attribute}>` : settle(graph, input);
    },
    secret: ({ variable }) => `<secret ${variable}>`,
    account: () => '<account>',
    interpolation: (parts) => parts.join(''),
    json: (content) => (json === 'data' ? content : JSON.stringify(content)),
    bundle: ({ entry }) => `<bundle ${entry}>`,
  }) as Settled;
}
