// Finds the parts of a system that operators use: functions by their entry file, and the resources that their variables name.

import { type AnyResourceNode, type ResourceGraph, type ResourceNode, resourcesOf } from '../../graph/graph';
import type { Reference, Value } from '../../graph/value';

/** A function of a system. */
export type FunctionNode = ResourceNode<'aws:lambda/function:Function'>;

/** The function with an entry file of this program; undefined if the system has none. */
export function functionWith(graph: ResourceGraph, entry: string): FunctionNode | undefined {
  return resourcesOf(graph, 'aws:lambda/function:Function').find(({ inputs }) => {
    const path = inputs.code.entry;
    return path === entry || path.endsWith(`/${entry}`);
  });
}

/** The name on AWS of a resource. */
export function nameOf({ name, inputs }: Pick<AnyResourceNode, 'name' | 'inputs'>): string {
  const own = (inputs as { readonly name?: Value }).name;
  return typeof own === 'string' ? own : name;
}

/** The name on AWS of the resource that a variable of a function refers to; undefined if it refers to none. */
export function namedBy(graph: ResourceGraph, { inputs }: FunctionNode, variable: string): string | undefined {
  const variables = inputs.environment as { readonly variables?: Readonly<Record<string, Value>> } | undefined;
  const value = variables?.variables?.[variable];
  if (typeof value === 'string') return value;
  if (!isReference(value)) return undefined;
  const node = graph.resources.find(({ id }) => id === value.node);
  return node && nameOf(node);
}

function isReference(value: Value | undefined): value is Reference {
  return typeof value === 'object' && '$' in value && value.$ === 'reference';
}
