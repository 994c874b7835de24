// Finds the parts that a text refers to.

import type { Environment } from '../../../../schema/environment.generated';
import type { Handle } from '../../../graph/handle';
import { functionHandle, queueHandle, tableHandle } from '../../../graph/handles';
import { eachReference, type NodeId, type Text } from '../../../graph/value';

/** A part of the spec that others can refer to. */
export interface Part {
  readonly section: 'tables' | 'queues' | 'functions';
  readonly name: string;
  readonly node: NodeId;
}

/** The tables, queues and functions of an environment. */
export function partsOf({ tables, queues, functions }: Environment): Part[] {
  const named = <S extends Part['section']>(section: S, parts: object, handleOf: (name: string) => Handle): Part[] =>
    Object.keys(parts).map((name) => ({ section, name, node: handleOf(name).id }));
  return [
    ...named('tables', tables, tableHandle),
    ...named('queues', queues, queueHandle),
    ...named('functions', functions, functionHandle),
  ];
}

/** The nodes that texts refer to. */
export function nodesIn(texts: readonly Text[]): ReadonlySet<NodeId> {
  const nodes = new Set<NodeId>();
  for (const text of texts) eachReference(text, ({ node }) => nodes.add(node));
  return nodes;
}
