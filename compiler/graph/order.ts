// Sorts resources so that each comes after its dependencies, or reports a cycle.

import { type AnyResourceNode, dependenciesOf } from './graph';
import type { NodeId } from './value';

/** The sorted resources, or a cycle: ids that each depend on the next, ending with the first id. */
export type Ordering =
  | { readonly resources: readonly AnyResourceNode[]; readonly cycle?: never }
  | { readonly cycle: readonly NodeId[]; readonly resources?: never };

/** Sorts resources by a depth-first search in the order of their ids, so that the result does not depend on the order of the input. */
export function orderResources(resources: readonly AnyResourceNode[]): Ordering {
  const byId = new Map(resources.map((node) => [node.id, node]));
  const ordered: AnyResourceNode[] = [];
  const state = new Map<NodeId, 'open' | 'done'>();

  for (const root of [...byId.keys()].sort()) {
    // Uses an explicit stack, because a chain of dependencies may exceed the call stack.
    const stack: { id: NodeId; pending: NodeId[] }[] = [];
    const enter = (id: NodeId) => {
      const node = byId.get(id);
      if (node === undefined || state.has(id)) return;
      state.set(id, 'open');
      stack.push({ id, pending: [...dependenciesOf(node)].sort().reverse() });
    };
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.pending.pop();
      if (next === undefined) {
        stack.pop();
        state.set(top.id, 'done');
        ordered.push(byId.get(top.id) as AnyResourceNode);
      } else if (state.get(next) === 'open') {
        const path = stack.map(({ id }) => id);
        return { cycle: [...path.slice(path.indexOf(next)), next] };
      } else {
        enter(next);
      }
    }
  }
  return { resources: ordered };
}
