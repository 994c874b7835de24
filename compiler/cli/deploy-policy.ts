// `deploy-policy`: prints the IAM policies of a deployer, and the trust policy of its role.

import { posix } from 'node:path';
import type { Target } from '../backends/deployer/access';
import { deployerPolicies } from '../backends/deployer/policy';
import { parseWorkflow, trustPolicy } from '../backends/deployer/trust';
import type { ResourceGraph } from '../graph/graph';
import { partition } from '../resolve/region';
import { EXIT } from './exit-code';
import { compileFile, openSpec } from './spec-file';
import { printFindings } from './terminal';
import { UsageError } from './usage-error';

/** Options of `deploy-policy`. */
export interface DeployPolicyOptions {
  readonly root: string;
  readonly account?: string;
  /** The GitHub workflow that may assume the role. */
  readonly trust?: string;
}

/** Prints the policies. Returns the exit code. */
export function runDeployPolicy(names: readonly string[], { root, account, trust }: DeployPolicyOptions): number {
  const compilations = names.map((name) => {
    const compilation = compileFile(openSpec(root, name));
    printFindings(name, compilation);
    return compilation;
  });
  const graphs = compilations.flatMap(({ graph }) => graph ?? []);
  const [first] = graphs;
  if (first === undefined || graphs.length < names.length) return EXIT.invalid;
  const target = targetOf(graphs, first, account);
  console.log(
    JSON.stringify(
      {
        schemaVersion: 1,
        policies: deployerPolicies(graphs, target),
        ...(trust !== undefined && { trust: trusting(trust, names[0] ?? '', target) }),
      },
      undefined,
      2,
    ),
  );
  return EXIT.ok;
}

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
