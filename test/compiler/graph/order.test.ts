// The order of resources.

import { expect } from 'chai';
import type { AnyResourceNode } from '../../../compiler/graph/graph';
import { orderResources } from '../../../compiler/graph/order';
import type { NodeId } from '../../../compiler/graph/value';

/** Resources with these dependencies, by id. */
function resources(dependencies: Readonly<Record<string, readonly string[]>>): ReadonlyMap<NodeId, AnyResourceNode> {
  const nodes = Object.entries(dependencies).map(([id, dependsOn]) => ({ id, inputs: {}, dependsOn }));
  return new Map(nodes.map((node) => [node.id as NodeId, node as unknown as AnyResourceNode]));
}

/** The ids in order, or the cycle. */
function order(dependencies: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const ordering = orderResources(resources(dependencies));
  return ordering.cycle ?? ordering.resources.map(({ id }) => id);
}

describe('the order of resources', () => {
  it('has each after its dependencies, and otherwise follows the ids', () => {
    const expected = ['t::b', 't::d', 't::a', 't::c'];
    expect(order({ 't::c': ['t::a', 't::b'], 't::a': ['t::d', 't::b'], 't::b': [], 't::d': [] })).to.deep.equal(
      expected,
    );
    expect(order({ 't::d': [], 't::b': [], 't::a': ['t::b', 't::d'], 't::c': ['t::b', 't::a'] })).to.deep.equal(
      expected,
    );
  });

  it('ignores dependencies that are not in the graph', () => {
    expect(order({ 't::a': ['t::z'] })).to.deep.equal(['t::a']);
  });

  it('is a cycle if there is one, which ends with its first id', () => {
    expect(order({ 't::a': ['t::b'], 't::b': ['t::c'], 't::c': ['t::b'] })).to.deep.equal(['t::b', 't::c', 't::b']);
    expect(order({ 't::a': ['t::a'] })).to.deep.equal(['t::a', 't::a']);
  });

  it('does not exhaust the stack with a long chain', () => {
    const chain = Array.from({ length: 20_000 }, (_, n): [string, string[]] => [`t::${n}`, [`t::${n + 1}`]]);
    expect(order(Object.fromEntries(chain)).at(-1)).to.equal('t::0');
  });
});
