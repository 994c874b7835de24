// The values of a graph as they would be once deployed, with `<logical name.attribute>` for what only AWS knows.

import type { ResourceGraph } from '../compiler/graph/graph';
import { isExpression, type Value } from '../compiler/graph/value';

/** Plain data: a value without expressions. */
export type Settled = string | number | boolean | Settled[] | { [key: string]: Settled };

/** Settles a value of a graph; code is `<bundle entry>`. JSON text is data, to compare it part by part, unless it is asked for as text. */
export function settle(graph: ResourceGraph, value: Value, json: 'data' | 'text' = 'data'): Settled {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => settle(graph, item, json));
  if (!isExpression(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, settle(graph, item, json)]));
  }
  switch (value.$) {
    case 'reference': {
      const node = graph.resources.find(({ id }) => id === value.node);
      const input = (node?.inputs as { [key: string]: Value } | undefined)?.[value.attribute];
      return input === undefined ? `<${node?.name}.${value.attribute}>` : settle(graph, input);
    }
    case 'account':
      return '<account>';
    case 'interpolation':
      return value.parts.map((part) => settle(graph, part)).join('');
    case 'json':
      return json === 'data' ? settle(graph, value.value) : JSON.stringify(settle(graph, value.value));
    case 'bundle':
      return `<bundle ${value.entry}>`;
  }
}
