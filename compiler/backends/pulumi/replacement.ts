// Refuses a deployment that would replace or delete what holds data, by comparing the graph with the living stack.

import { getOrganization, getProject, getStack, RunError, runtime } from '@pulumi/pulumi';
import type { ResourceGraph } from '../../graph/graph';
import { dataPartOf, isStateful, REPLACED_BY, rebuiltIndexParts, type StatefulKind } from '../../graph/replacement';
import { isExpression, type Value } from '../../graph/value';

/** The outputs of each resource of a stack as it was last deployed, by URN. */
export type LivingStack = Readonly<Record<string, { readonly outputs: Outputs }>>;

type Outputs = { readonly [property: string]: unknown };
type Inputs = { readonly [property: string]: Value | undefined };

/** Reads the stack as it was last deployed; a stack that never was is empty. */
export async function readLivingStack(): Promise<LivingStack> {
  const name = `${getOrganization()}/${getProject()}/${getStack()}`;
  // The engine answers this itself, from the state: no provider is asked.
  const answer = await runtime.invoke('pulumi:pulumi:readStackResourceOutputs', { stackName: name });
  return (answer?.outputs as LivingStack | undefined) ?? {};
}

/** Throws RunError, before anything is registered, where data or an index would be lost that the spec does not give up by name. */
export function refuseReplacement(graph: ResourceGraph, living: LivingStack): void {
  const losses = Object.entries(living)
    .flatMap(([urn, { outputs }]) => {
      const [, , type = '', name = ''] = urn.split('::');
      return isStateful(type) ? lossesOf(graph, type, name, outputs) : [];
    })
    .filter(({ part }) => !graph.safety.allowReplacement.includes(part));
  if (losses.length === 0) return;
  const lines = losses.map(({ part, name, reason }) => `  ${part} (${name}): ${reason}`).join('\n');
  const advice = `allowReplacement: [${losses.map(({ part }) => part).join(', ')}]`;
  throw new RunError(
    `this deployment would lose data, and nothing was deployed:\n${lines}\nIf that is meant, say so in the spec: ${advice}`,
  );
}

interface Loss {
  /** The part of the spec that gives it up. */
  readonly part: string;
  /** The resource's. */
  readonly name: string;
  readonly reason: string;
}

function lossesOf(graph: ResourceGraph, type: StatefulKind, name: string, outputs: Outputs): Loss[] {
  const part = dataPartOf(type, name);
  const node = graph.resources.find((candidate) => candidate.kind === type && candidate.name === name);
  if (node === undefined)
    return [{ part, name, reason: 'it is in the stack and no longer in the spec, so it would be deleted' }];
  const inputs = node.inputs as Inputs;
  const changes = replacingChanges(type, inputs, outputs);
  if (changes.length > 0) return [{ part, name, reason: `it would be replaced, for ${changes.join(', ')}` }];
  if (type !== 'aws:dynamodb/table:Table') return [];
  const reason =
    'it would be built again, and find nothing meanwhile; a new index beside it, under another name, does not';
  return rebuiltIndexParts(name, outputs, inputs).map((index) => ({ part: index, name, reason }));
}

function replacingChanges(type: StatefulKind, inputs: Inputs, outputs: Outputs): string[] {
  return (
    REPLACED_BY[type]
      // What refers to another resource is known to the engine only, which refuses to replace what is protected.
      .filter((property) => !isExpression(inputs[property]))
      // An attribute that is not set is '' in the state of one provider, and absent in that of another.
      .filter((property) => (outputs[property] || undefined) !== inputs[property])
      .map((property) => `${property} ${JSON.stringify(outputs[property])} -> ${JSON.stringify(inputs[property])}`)
  );
}
