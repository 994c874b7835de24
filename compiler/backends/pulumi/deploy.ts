// Deploys the graph with Pulumi: each node becomes a resource, each reference an output of another resource.

import { getCallerIdentityOutput } from '@pulumi/aws/getCallerIdentity';
import { Provider, type ProviderArgs } from '@pulumi/aws/provider';
import {
  asset,
  Config,
  type CustomResource,
  concat,
  type Input,
  jsonStringify,
  type Output,
  RunError,
  secret,
} from '@pulumi/pulumi';
import { BundleError } from '../../compile/bundle/bundle-error';
import { bundleOnce } from '../../compile/bundle/cache';
import { forEachCode } from '../../compile/bundle/function-code';
import { planTransition } from '../../compile/transition/transition';
import { mapValue } from '../../graph/fold';
import type { AnyResourceNode, ProviderSettings, ResourceGraph } from '../../graph/graph';
import { resourcesOf } from '../../graph/graph';
import { isStateful } from '../../graph/kinds/kinds';
import {
  type NodeId,
  type ProcessVariables,
  type Reference,
  revealSecret,
  type Text,
  type Value,
} from '../../graph/value';
import { CONSTRUCTORS } from './constructors.generated';
import { readDeployedStack, refuseAll } from './deployed-stack';
import { createAt, PendingRegistrations } from './provenance';

/** The logical name of the AWS provider. It is part of its URN: changing it replaces every resource. */
const PROVIDER_NAME = 'aws';

/** The folder of bundles, relative to the project. The path is stored in the stack's state and must not differ between machines. */
const BUNDLE_DIRECTORY = '.cache/bundles';

/** The stack's outputs, by name. */
export type StackOutputs = { readonly [name: string]: Input<string> };

/**
 * Bundles the functions of a graph and registers its resources. If it throws, nothing is registered: RunError for an error
 * in a function's sources, a wrong Region or a change that is refused.
 *
 * @param variables the process variables that secrets are read from
 * @param pending tracks each resource until the engine confirms it
 */
export async function deployGraph(
  compiled: ResourceGraph,
  root: string,
  variables: ProcessVariables,
  pending = new PendingRegistrations(),
): Promise<StackOutputs> {
  checkRegion(compiled.provider);
  const { graph, aliases, refusals } = planTransition(compiled, await readDeployedStack());
  refuseAll(refusals);
  const deployment = new Deployment(
    await bundleAll(graph, root),
    createProvider(graph.provider),
    graph.safety.protect,
    aliases,
    root,
    variables,
    pending,
  );
  for (const node of graph.resources) deployment.register(node);
  return Object.fromEntries(Object.entries(graph.outputs).map(([name, text]) => [name, deployment.inputOf(text)]));
}

/** The folder of each bundle, relative to the project, by code. Code with different handlers is checked for each, and shares a folder. */
async function bundleAll(graph: ResourceGraph, root: string): Promise<ReadonlyMap<string, string>> {
  const folder = `${root}/${BUNDLE_DIRECTORY}`;
  const bundles = await forEachCode(graph, (request) => bundleOnce(request, root, folder)).catch(explainBundling);
  const functions = resourcesOf(graph, 'aws:lambda/function:Function');
  return new Map(
    functions.map(({ name, inputs }) => [JSON.stringify(inputs.code), `${BUNDLE_DIRECTORY}/${bundles.get(name)}`]),
  );
}

/** Throws a BundleError as a RunError, which Pulumi prints without the stack of calls. */
function explainBundling(error: unknown): never {
  throw error instanceof BundleError ? new RunError(error.message) : error;
}

/** Throws RunError if the stack's configured Region differs from the spec's Region. */
function checkRegion({ region }: ProviderSettings): void {
  const configured = new Config('aws').get('region');
  if (configured === undefined || configured === region) return;
  throw new RunError(
    `the spec's region is ${region}, but the stack's config has aws:region ${configured}; change one of them`,
  );
}

function createProvider({ region, allowedAccountIds, assumeRole, defaultTags, aliases }: ProviderSettings): Provider {
  return new Provider(
    PROVIDER_NAME,
    {
      region: region as ProviderArgs['region'],
      ...(allowedAccountIds.length > 0 && { allowedAccountIds: [...allowedAccountIds] }),
      ...(assumeRole !== undefined && { assumeRoles: [assumeRole] }),
      ...(Object.keys(defaultTags).length > 0 && { defaultTags: { tags: defaultTags } }),
    },
    { aliases: aliases.map((name) => ({ name })) },
  );
}

class Deployment {
  private readonly resources = new Map<NodeId, CustomResource>();

  constructor(
    private readonly code: ReadonlyMap<string, string>,
    private readonly provider: Provider,
    private readonly protect: boolean,
    private readonly aliases: ReadonlyMap<NodeId, readonly string[]>,
    private readonly root: string,
    private readonly variables: ProcessVariables,
    private readonly pending: PendingRegistrations,
  ) {}

  /** Registers a resource; its dependencies must be registered already. */
  register(node: AnyResourceNode): void {
    const { id, kind, name, inputs, dependsOn, ignoreChanges } = node;
    const { replaceOnChanges, deleteBeforeReplace, retainOnDelete } = node;
    const options = {
      provider: this.provider,
      protect: this.protect && isStateful(kind),
      dependsOn: dependsOn.map((dependency) => this.find(dependency)),
      ignoreChanges: [...ignoreChanges],
      aliases: [...(this.aliases.get(id) ?? [])],
      ...(replaceOnChanges !== undefined && { replaceOnChanges: [...replaceOnChanges] }),
      ...(deleteBeforeReplace !== undefined && { deleteBeforeReplace }),
      ...(retainOnDelete !== undefined && { retainOnDelete }),
    };
    const args = this.inputOf(inputs as Value) as never;
    const resource = createAt(node, this.root, () => new CONSTRUCTORS[kind](name, args, options));
    this.resources.set(id, resource);
    this.pending.add(node, resource);
  }

  /** The Pulumi input for a value of the graph. */
  inputOf(value: Text): Input<string>;
  inputOf(value: Value): Input<unknown>;
  inputOf(value: Value): Input<unknown> {
    return mapValue<Input<unknown>>(value, {
      reference: (reference) => this.outputOf(reference),
      secret: (variable) => secret(revealSecret(variable, this.variables)),
      account: () => getCallerIdentityOutput({}, { provider: this.provider }).accountId,
      interpolation: (parts) => concat(...parts),
      json: (content) => jsonStringify(content),
      bundle: (code) => new asset.FileArchive(this.code.get(JSON.stringify(code)) ?? ''),
    });
  }

  private outputOf({ node, attribute }: Reference): Output<string> {
    const output = (this.find(node) as unknown as Record<string, Output<string> | undefined>)[attribute];
    if (output === undefined) throw new Error(`${node} does not have the attribute ${attribute}`);
    return output;
  }

  private find(id: NodeId): CustomResource {
    const resource = this.resources.get(id);
    if (resource === undefined) throw new Error(`${id} is not registered yet`);
    return resource;
  }
}
