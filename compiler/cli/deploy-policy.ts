// `deploy-policy`: what whoever deploys specs has to be allowed, and who that may be.

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

/** What `deploy-policy` is asked for. */
export interface DeployPolicyOptions {
  readonly root: string;
  readonly account?: string;
  /** The workflow that is trusted. */
  readonly trust?: string;
}

/** Prints the policies; gives the exit code. */
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

/** The target of the deployment; all graphs must have the same. */
function targetOf(graphs: readonly ResourceGraph[], { provider }: ResourceGraph, account: string | undefined): Target {
  const { region, allowedAccountIds } = provider;
  const other = graphs.find((graph) => graph.provider.region !== region);
  if (other !== undefined)
    throw new UsageError(`one spec is for ${region}, another for ${other.provider.region}: ask for each by itself`);
  const [only] = allowedAccountIds.length === 1 ? allowedAccountIds : [];
  return { partition: partition(region), region, account: account ?? only ?? '*' };
}

function trusting(trust: string, spec: string, target: Target): object {
  const workflow = parseWorkflow(trust, posix.basename(spec).replace(/\.ya?ml$/, ''));
  if (workflow === undefined)
    throw new UsageError(
      `${trust} is no workflow: OWNER/REPO, or with :environment:NAME, :branch:NAME or :pull_request behind it`,
    );
  if (target.account === '*')
    throw new UsageError('a trust policy names an account: --account, or provider.allowedAccountIds with just one');
  return trustPolicy(workflow, target);
}
