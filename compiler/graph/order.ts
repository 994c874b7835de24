// Puts resources in an order in which each comes after what it depends on, or finds a circle.

import { type AnyResourceNode, dependenciesOf } from './graph';
import type { NodeId } from './value';

/** The resources in order, or a circle: ids of which each depends on the next, the first again at the end. */
export type Ordering =
  | { readonly resources: readonly AnyResourceNode[]; readonly cycle?: never }
  | { readonly cycle: readonly NodeId[]; readonly resources?: never };

/** Orders resources by depth-first search in the order of their ids: the same order whatever the order they come in. */
export function orderResources(resources: readonly AnyResourceNode[]): Ordering {
  const byId = new Map(resources.map((node) => [node.id, node]));
  const ordered: AnyResourceNode[] = [];
  const state = new Map<NodeId, 'open' | 'done'>();

  for (const root of [...byId.keys()].sort()) {
    // An explicit stack: a chain of resources may be longer than the call stack is deep.
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
