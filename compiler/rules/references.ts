// Which parts a text refers to, by the nodes that its expressions stand for.

import type { Environment } from '../../schema/environment.generated';
import { eachReference, type NodeId, type Text } from '../graph/value';
import { functionNode, queueNode, tableNode } from '../resolve/logical-names';

/** A part of the spec that others may refer to. */
export interface Part {
  readonly section: 'tables' | 'queues' | 'functions';
  readonly name: string;
  readonly node: NodeId;
}

/** The tables, queues and functions of an environment. */
export function partsOf({ tables, queues, functions }: Environment): Part[] {
  const named = <S extends Part['section']>(section: S, parts: object, node: (name: string) => NodeId): Part[] =>
    Object.keys(parts).map((name) => ({ section, name, node: node(name) }));
  return [
    ...named('tables', tables, tableNode),
    ...named('queues', queues, queueNode),
    ...named('functions', functions, functionNode),
  ];
}

/** The nodes that texts refer to. */
export function nodesIn(texts: readonly Text[]): ReadonlySet<NodeId> {
  const nodes = new Set<NodeId>();
  for (const text of texts) eachReference(text, ({ node }) => nodes.add(node));
  return nodes;
}
