// Reads the deployed stack, and stops a refused deployment.

import { getOrganization, getProject, getStack, RunError, runtime } from '@pulumi/pulumi';
import { type DeployedStack, deployedFromEngine, type StackResourceOutputs } from '../../compile/transition/deployed';
import type { Refusal } from '../../compile/transition/pass';
import { renderRefusal } from '../../compile/transition/report';

/** Reads the stack of the last deployment; empty if it was never deployed. */
export async function readDeployedStack(): Promise<DeployedStack> {
  const name = `${getOrganization()}/${getProject()}/${getStack()}`;
  // The engine responds from the state, without calling a provider.
  const answer = await runtime.invoke('pulumi:pulumi:readStackResourceOutputs', { stackName: name });
  return deployedFromEngine((answer?.outputs as StackResourceOutputs | undefined) ?? {});
}

/** Throws one RunError for all refusals, before anything is registered. */
export function refuseAll(refusals: readonly Refusal[]): void {
  if (refusals.length === 0) return;
  const lines = refusals.map((refusal) => `  ${renderRefusal(refusal)}`);
  throw new RunError(`this deployment is refused; nothing was changed:\n${lines.join('\n')}`);
}
