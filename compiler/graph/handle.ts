// Handles of resources, which other resources use to refer to a resource even before it is in the graph.

import type { Kind, Output } from './kind';
import type { NodeId, Reference } from './value';

/** The kind and the logical name of a resource, and the references to its outputs. */
export interface Handle<K extends Kind = Kind> {
  readonly id: NodeId;
  readonly kind: K;
  /** The logical name: a part of the resource's URN. */
  readonly name: string;
  /** A reference to an output of the resource, known once it is deployed. */
  readonly ref: (output: Output<K>) => Reference;
}

/** The handle of a resource. */
export function handle<K extends Kind>(kind: K, name: string): Handle<K> {
  const id = nodeId(kind, name);
  return { id, kind, name, ref: (attribute) => ({ $: 'reference', node: id, attribute }) };
}

/** The id of a resource of any type, such as a deployed one. */
export function nodeId(type: string, name: string): NodeId {
  return `${type}::${name}`;
}

/** The logical name in the id of a resource. */
export function logicalNameOf(id: NodeId): string {
  return id.slice(id.indexOf('::') + 2);
}
