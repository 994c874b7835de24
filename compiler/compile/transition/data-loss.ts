// Refuses a deployment that would replace or delete a resource with data, or rebuild an index.

import type { AnyResourceNode, ResourceGraph } from '../../graph/graph';
import { formerPartOf, isReplacementAllowed } from '../../graph/kinds/data-parts';
import { isStateful, KINDS, type StatefulKind } from '../../graph/kinds/kinds';
import { rebuiltIndexParts } from '../../graph/kinds/rebuilt-indexes';
import { isExpression, type NodeId, type Value } from '../../graph/value';
import { formatPath, type PathStep } from '../../source/spec-node';
import { type DeployedResource, type DeployedStack, idOf, type Outputs } from './deployed';
import type { Refusal, Transition } from './pass';

type Inputs = { readonly [property: string]: Value | undefined };

/** Refuses each data loss and each index rebuild that `allowReplacement` does not list. */
export function refuseDataLoss(transition: Transition, deployed: DeployedStack): Transition {
  const { graph, aliases, refusals } = transition;
  const byId = new Map<NodeId, AnyResourceNode>(graph.resources.map((node) => [node.id, node]));
  const newOwners = new Map([...aliases].flatMap(([id, urns]) => urns.map((urn) => [urn, id] as const)));
  const losses = deployed.resources
    .flatMap((resource) => lossesOf(graph, byId.get(newOwners.get(resource.urn) ?? idOf(resource)), resource))
    .filter(({ part }) => !isReplacementAllowed(graph.safety.allowReplacement, part));
  return { ...transition, refusals: [...refusals, ...losses] };
}

function lossesOf(
  graph: ResourceGraph,
  node: AnyResourceNode | undefined,
  { type, name, outputs }: DeployedResource,
): Refusal[] {
  if (!isStateful(type)) return [];
  if (node === undefined) {
    const consequence = type === 'aws:kms/key:Key' ? ', and data encrypted with it could no longer be read' : '';
    const reason = `it is in the stack but no longer in the spec, so it would be deleted${consequence}`;
    return [loss(formerPartOf(type, name, outputs.name), graph.place, name, reason)];
  }
  const changes = replacingChanges(type, node, outputs);
  if (changes.length === 0) return rebuiltIndexes(node, outputs);
  const { steps, place } = node.origin;
  return [loss(steps, place, name, `it would be replaced because of ${changes.join(', ')}`)];
}

function replacingChanges(type: StatefulKind, node: AnyResourceNode, outputs: Outputs): string[] {
  const inputs = node.inputs as Inputs;
  return (
    KINDS[type].replacedBy
      // The provider ignores an absent input: the output is the value that AWS chose (Optional and Computed in its schemas).
      .filter((property) => inputs[property] !== undefined)
      // Only the engine knows the value of a reference. The engine refuses to replace a protected resource.
      .filter((property) => !isExpression(inputs[property]))
      // Some providers store an unset property as '' or false, others omit it.
      .filter((property) => (outputs[property] || undefined) !== (inputs[property] || undefined))
      .map((property) => `${property} ${JSON.stringify(outputs[property])} -> ${JSON.stringify(inputs[property])}`)
  );
}

function rebuiltIndexes(node: AnyResourceNode, outputs: Outputs): Refusal[] {
  if (node.kind !== 'aws:dynamodb/table:Table') return [];
  const reason = 'it would be rebuilt, and queries would return nothing until it is complete';
  return rebuiltIndexParts(node.name, outputs, node.inputs).map((index) => {
    const refusal = loss(index, node.origin.place, node.name, reason);
    return { ...refusal, fix: `add a new index under another name, or ${refusal.fix}` };
  });
}

function loss(part: readonly PathStep[], place: string, name: string, reason: string): Refusal {
  return { part, place, name, reason, fix: `to accept the loss, set allowReplacement: [${formatPath(part)}]` };
}
