// Refuses a deployment that would replace or delete what holds data, by comparing the graph with the living stack.

import { getOrganization, getProject, getStack, RunError, runtime } from '@pulumi/pulumi';
import type { ResourceGraph } from '../../graph/graph';
import { isStateful, REPLACED_BY, type StatefulKind } from '../../graph/replacement';
import { isExpression, type Value } from '../../graph/value';

/** The outputs of each resource of a stack as it was last deployed, by URN. */
export type LivingStack = Readonly<Record<string, { readonly outputs: Outputs }>>;

type Outputs = { readonly [property: string]: unknown };

/** Reads the stack as it was last deployed; a stack that never was is empty. */
export async function readLivingStack(): Promise<LivingStack> {
  const name = `${getOrganization()}/${getProject()}/${getStack()}`;
  // The engine answers this itself, from the state: no provider is asked.
  const answer = await runtime.invoke('pulumi:pulumi:readStackResourceOutputs', { stackName: name });
  return (answer?.outputs as LivingStack | undefined) ?? {};
}

/** Throws RunError, before anything is registered, where data would be lost that the spec does not give up by name. */
export function refuseReplacement(graph: ResourceGraph, living: LivingStack): void {
  const losses = Object.entries(living).flatMap(([urn, { outputs }]) => {
    const [, , type = '', name = ''] = urn.split('::');
    if (!isStateful(type)) return [];
    const part = partOf(type, name);
    const reason = reasonOf(graph, type, name, outputs);
    return reason === undefined || graph.safety.allowReplacement.includes(part)
      ? []
      : [{ part, line: `${part} (${name}): ${reason}` }];
  });
  if (losses.length === 0) return;
  const lines = losses.map(({ line }) => `  ${line}`).join('\n');
  const advice = `allowReplacement: [${losses.map(({ part }) => part).join(', ')}]`;
  throw new RunError(
    `this deployment would lose data, and nothing was deployed:\n${lines}\nIf that is meant, say so in the spec: ${advice}`,
  );
}

function reasonOf(graph: ResourceGraph, type: StatefulKind, name: string, outputs: Outputs): string | undefined {
  const node = graph.resources.find((candidate) => candidate.kind === type && candidate.name === name);
  if (node === undefined) return 'it is in the stack and no longer in the spec, so it would be deleted';
  const inputs = node.inputs as { readonly [property: string]: Value | undefined };
  const changes = REPLACED_BY[type]
    // What refers to another resource is known to the engine only, which refuses to replace what is protected.
    .filter((property) => !isExpression(inputs[property]))
    // An attribute that is not set is '' in the state of one provider, and absent in that of another.
    .filter((property) => (outputs[property] || undefined) !== inputs[property])
    .map((property) => `${property} ${JSON.stringify(outputs[property])} -> ${JSON.stringify(inputs[property])}`);
  return changes.length === 0 ? undefined : `it would be replaced, for ${changes.join(', ')}`;
}

/** The part of a spec that a resource comes from. */
function partOf(type: StatefulKind, name: string): string {
  switch (type) {
    case 'aws:dynamodb/table:Table':
      return `tables.${name}`;
    case 'aws:backup/vault:Vault':
      return 'backup';
    case 'aws:kms/key:Key':
      return 'encryption';
    case 'aws:sqs/queue:Queue':
      return `queues.${name}`;
    case 'aws:cloudwatch/logGroup:LogGroup':
      return `functions.${name.replace(/-logs$/, '')}`;
  }
}
