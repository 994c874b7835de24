// Sorts resources so that each comes after its dependencies, or reports a cycle.

import { type AnyResourceNode, dependenciesOf } from './graph';
import type { NodeId } from './value';

/** The sorted resources, or a cycle: ids that each depend on the next, ending with the first id. */
export type Ordering =
  | { readonly resources: readonly AnyResourceNode[]; readonly cycle?: never }
  | { readonly cycle: readonly NodeId[]; readonly resources?: never };

/** Sorts resources by a depth-first search in the order of their ids, so that the result does not depend on the order of the input. */
export function orderResources(byId: ReadonlyMap<NodeId, AnyResourceNode>): Ordering {
  const ordered: AnyResourceNode[] = [];
  const state = new Map<NodeId, 'open' | 'done'>();
  // Uses an explicit stack, because a chain of dependencies may exceed the call stack.
  const stack: { node: AnyResourceNode; pending: NodeId[] }[] = [];
  const enter = (id: NodeId) => {
    const node = byId.get(id);
    if (node === undefined || state.has(id)) return;
    const pending = [...dependenciesOf(node)].filter((dependency) => state.get(dependency) !== 'done');
    state.set(id, 'open');
    // The last one is next.
    stack.push({ node, pending: pending.length > 1 ? pending.sort().reverse() : pending });
  };

  for (const root of [...byId.keys()].sort()) {
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.pending.pop();
      if (next === undefined) {
        stack.pop();
        state.set(top.node.id, 'done');
        ordered.push(top.node);
      } else if (state.get(next) === 'open') {
        const path = stack.map(({ node }) => node.id);
        return { cycle: [...path.slice(path.indexOf(next)), next] };
      } else {
        enter(next);
      }
    }
  }
  return { resources: ordered };
}
