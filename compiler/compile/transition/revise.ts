// Matches the nodes of a graph with the deployed resources that they update, and revises them.

import type { AnyResourceNode, ResourceNode } from '../../graph/graph';
import type { Inputs, Kind } from '../../graph/kind';
import type { NodeId } from '../../graph/value';
import type { PathStep } from '../../source/spec-node';
import { type DeployedStack, idOf, type Outputs } from './deployed';
import type { Refusal, Transition } from './pass';

/** The revision of a node; absent properties stay unchanged. */
export interface Revision<K extends Kind> {
  /** Inputs to set. */
  readonly inputs?: Partial<Inputs<K>>;
  readonly ignoreChanges?: readonly string[];
  readonly refusals?: readonly Refusal[];
}

/** Revises each node of a kind that updates a deployed resource, based on the resource's outputs. */
export function reviseKind<K extends Kind>(
  transition: Transition,
  deployed: DeployedStack,
  kind: K,
  decide: (node: ResourceNode<K>, outputs: Outputs) => Revision<K>,
): Transition {
  const outputsOf = deployedOutputs(transition, deployed);
  const refusals: Refusal[] = [];
  const resources = transition.graph.resources.map((node) => {
    const outputs = outputsOf.get(node.id);
    if (node.kind !== kind || outputs === undefined) return node;
    const revision = decide(node as unknown as ResourceNode<K>, outputs);
    refusals.push(...(revision.refusals ?? []));
    const inputs = { ...node.inputs, ...revision.inputs };
    return { ...node, inputs, ignoreChanges: revision.ignoreChanges ?? node.ignoreChanges } as AnyResourceNode;
  });
  return {
    ...transition,
    graph: { ...transition.graph, resources },
    refusals: [...transition.refusals, ...refusals],
  };
}

/** Refuses a field of a node's part; `field` is its path within the part, as one step or several. */
export function refusalOf(
  { name, origin }: Pick<AnyResourceNode, 'name' | 'origin'>,
  field: string | readonly PathStep[],
  { reason, fix }: Pick<Refusal, 'reason' | 'fix'>,
): Refusal {
  return { part: [...origin.steps, ...[field].flat()], place: origin.place, name, reason, fix };
}

/** The outputs of the deployed resource that each node updates, by node id. */
function deployedOutputs({ aliases }: Transition, { resources }: DeployedStack): ReadonlyMap<NodeId, Outputs> {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource.outputs]));
  const renamed = [...aliases].flatMap(([id, urns]) =>
    urns.flatMap((urn) => {
      const outputs = byUrn.get(urn);
      return outputs === undefined ? [] : [[id, outputs] as const];
    }),
  );
  return new Map<NodeId, Outputs>([...renamed, ...resources.map((one) => [idOf(one), one.outputs] as const)]);
}
