// Refuses a deployment that would replace or delete a resource that holds data, or rebuild an index.

import { formerPartOf, isReplacementAllowed } from '../graph/data-parts';
import type { AnyResourceNode, ResourceGraph } from '../graph/graph';
import { isStateful, REPLACED_BY, rebuiltIndexParts, type StatefulKind } from '../graph/replacement';
import { isExpression, type NodeId, type Value } from '../graph/value';
import { type DeployedResource, type DeployedStack, idOf, type Outputs } from './deployed';
import type { Refusal, Transition } from './pass';

type Inputs = { readonly [property: string]: Value | undefined };

/** Refuses each loss of data, or of an index for a time, that `allowReplacement` does not name. */
export function refuseDataLoss(transition: Transition, deployed: DeployedStack): Transition {
  const { graph, aliases, refusals } = transition;
  const byId = new Map<NodeId, AnyResourceNode>(graph.resources.map((node) => [node.id, node]));
  const heirs = new Map([...aliases].flatMap(([id, urns]) => urns.map((urn) => [urn, id] as const)));
  const losses = deployed.resources
    .flatMap((resource) => lossesOf(graph, byId.get(heirs.get(resource.urn) ?? idOf(resource)), resource))
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
    const consequence = type === 'aws:kms/key:Key' ? ', and nothing that it encrypts could be read any more' : '';
    const reason = `it is in the stack and no longer in the spec, so it would be deleted${consequence}`;
    return [loss(formerPartOf(type, name, outputs.name), graph.place, name, reason)];
  }
  const changes = replacingChanges(type, node, outputs);
  if (changes.length === 0) return rebuiltIndexes(node, outputs);
  const { path, place } = node.origin;
  return [loss(path, place, name, `it would be replaced, for ${changes.join(', ')}`)];
}

function replacingChanges(type: StatefulKind, node: AnyResourceNode, outputs: Outputs): string[] {
  const inputs = node.inputs as Inputs;
  return (
    REPLACED_BY[type]
      // To the provider, an absent input is no change: the output holds what AWS chose (Optional and Computed in its schemas).
      .filter((property) => inputs[property] !== undefined)
      // Only the engine knows the value of a reference. It refuses to replace a protected resource.
      .filter((property) => !isExpression(inputs[property]))
      // A property that is not set is '' or false in the state of one provider, and absent in that of another.
      .filter((property) => (outputs[property] || undefined) !== (inputs[property] || undefined))
      .map((property) => `${property} ${JSON.stringify(outputs[property])} -> ${JSON.stringify(inputs[property])}`)
  );
}

function rebuiltIndexes(node: AnyResourceNode, outputs: Outputs): Refusal[] {
  if (node.kind !== 'aws:dynamodb/table:Table') return [];
  const reason = 'it would be built again, and queries would find nothing meanwhile';
  return rebuiltIndexParts(node.name, outputs, node.inputs).map((index) => {
    const refusal = loss(index, node.origin.place, node.name, reason);
    return { ...refusal, wayOut: `add a new index under another name, or ${refusal.wayOut}` };
  });
}

function loss(part: string, place: string, name: string, reason: string): Refusal {
  return { part, place, name, reason, wayOut: `to accept the loss, write allowReplacement: [${part}]` };
}
