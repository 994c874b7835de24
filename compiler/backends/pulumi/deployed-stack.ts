// Reads the deployed stack, and refuses a deployment over it.

import { getOrganization, getProject, getStack, RunError, runtime } from '@pulumi/pulumi';
import { type DeployedStack, deployedFromEngine, type StackResourceOutputs } from '../../transition/deployed';
import type { Refusal } from '../../transition/pass';

/** Reads the stack as it was last deployed; a stack that never was is empty. */
export async function readDeployedStack(): Promise<DeployedStack> {
  const name = `${getOrganization()}/${getProject()}/${getStack()}`;
  // The engine answers this itself, from the state: no provider is asked.
  const answer = await runtime.invoke('pulumi:pulumi:readStackResourceOutputs', { stackName: name });
  return deployedFromEngine((answer?.outputs as StackResourceOutputs | undefined) ?? {});
}

/** Throws one RunError for all refusals, before anything is registered. */
export function refuseAll(refusals: readonly Refusal[]): void {
  if (refusals.length === 0) return;
  const lines = refusals.map(
    ({ place, part, name, reason, wayOut }) => `  ${place}: ${part} (${name}): ${reason}; ${wayOut}`,
  );
  throw new RunError(`this deployment is refused, and nothing was changed:\n${lines.join('\n')}`);
}
