// Makes the IAM policies of a deployer, and the trust policy of its role.

import { posix } from 'node:path';
import type { Target } from '../../../backends/deployer/access';
import { deployerPolicies } from '../../../backends/deployer/policy';
import { parseWorkflow, trustPolicy } from '../../../backends/deployer/trust';
import type { ResourceGraph } from '../../../graph/graph';
import { partition } from '../../../graph/region';
import type { Run } from '../../command/parts';
import { UsageError } from '../../errors/usage-error';
import { EXIT } from '../../exit-code';
import { compileFile, openSpec } from '../../specs/spec-file';
import type { DeployPolicyArguments } from './arguments';

/** The policies, as `deploy-policy` prints them. */
interface DeployPolicies {
  readonly schemaVersion: 1;
  readonly policies: object;
  readonly trust?: object;
}

/** Makes the policies. */
export const run: Run<DeployPolicyArguments, DeployPolicies> = ({ specs, account, trust }, { root, note }) => {
  const compilations = specs.map((name) => {
    const compilation = compileFile(openSpec(root, name));
    note({ name, ...compilation });
    return compilation;
  });
  const graphs = compilations.flatMap(({ graph }) => graph ?? []);
  const [first] = graphs;
  if (first === undefined || graphs.length < specs.length) return { exitCode: EXIT.invalid };
  const target = targetOf(graphs, first, account);
  return {
    result: {
      schemaVersion: 1,
      policies: deployerPolicies(graphs, target),
      ...(trust !== undefined && { trust: trusting(trust, specs[0] ?? '', target) }),
    },
  };
};

/** The partition, Region and account that all graphs share. UsageError if their Regions differ. */
function targetOf(graphs: readonly ResourceGraph[], { provider }: ResourceGraph, account: string | undefined): Target {
  const { region, allowedAccountIds } = provider;
  const other = graphs.find((graph) => graph.provider.region !== region);
  if (other !== undefined)
    throw new UsageError(`the specs must be for one Region, but are for ${region} and ${other.provider.region}`);
  const [only] = allowedAccountIds.length === 1 ? allowedAccountIds : [];
  return { partition: partition(region), region, account: account ?? only ?? '*' };
}

function trusting(trust: string, spec: string, target: Target): object {
  const workflow = parseWorkflow(trust, posix.basename(spec).replace(/\.ya?ml$/, ''));
  if (workflow === undefined)
    throw new UsageError(
      `"${trust}" is not a workflow; expected OWNER/REPO, or OWNER/REPO:environment:NAME, :branch:NAME or :pull_request`,
    );
  if (target.account === '*')
    throw new UsageError('--trust requires an account: pass --account, or set exactly one provider.allowedAccountIds');
  return trustPolicy(workflow, target);
}
