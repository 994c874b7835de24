// Deploys a graph to Pulumi's mocks and records the requests.

import * as pulumi from '@pulumi/pulumi';
import { MockMonitor } from '@pulumi/pulumi/runtime/mocks';
import { deployGraph } from '../../../../compiler/backends/pulumi/deploy';
import type { StackResourceOutputs } from '../../../../compiler/compile/transition/deployed';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { eachReference, type ProcessVariables, type Value } from '../../../../compiler/graph/value';
import { ROOT } from '../../../spec';

/** A resource as the engine receives it. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  readonly inputs: { readonly [key: string]: unknown };
  /** The name of the parent's URN. */
  readonly parent: string;
  /** The type and name of each dependency, sorted. */
  readonly dependencies: readonly string[];
  readonly ignoreChanges: readonly string[];
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  /** The name of the provider. */
  readonly provider: string;
  /** URNs, or names. */
  readonly aliases: readonly string[];
}

/** An alias as the engine receives it: a URN, or the properties that differ from the resource. */
interface Alias {
  getUrn(): string;
  getSpec(): { getName(): string } | undefined;
}

/** The registrations of a deployment, and its outputs. */
export interface Recording {
  readonly registrations: readonly Registration[];
  readonly outputs: { readonly [name: string]: unknown };
  readonly isSecretOutput: { readonly [name: string]: boolean };
}

/** Deploys a graph to mocks that return `<logical name.attribute>` for each attribute that the graph refers to. */
export async function record(
  graph: ResourceGraph,
  deployed: StackResourceOutputs = {},
  variables: ProcessVariables = {},
): Promise<Recording> {
  const attributes = new Map<string, Set<string>>();
  const note = (value: Value) =>
    eachReference(value, ({ node, attribute }) =>
      attributes.set(node, (attributes.get(node) ?? new Set()).add(attribute)),
    );
  for (const { inputs } of graph.resources) note(inputs as Value);
  note(graph.outputs as Value);

  const registrations: Registration[] = [];
  const inputsOf = new Map<string, Registration['inputs']>();
  await pulumi.runtime.setMocks(
    {
      call: ({ token }) => {
        if (token === 'pulumi:pulumi:readStackResourceOutputs') return { outputs: deployed };
        if (token === 'aws:index/getCallerIdentity:getCallerIdentity') return { accountId: '<account>' };
        throw new Error(`unexpected call of ${token}`);
      },
      newResource: ({ type, name, inputs }) => {
        inputsOf.set(`${type}::${name}`, inputs);
        const computed = [...(attributes.get(`${type}::${name}`) ?? [])].map((attribute) => [
          attribute,
          `<${name}.${attribute}>`,
        ]);
        return { id: `<${name}.id>`, state: { ...Object.fromEntries(computed), ...inputs } };
      },
    },
    'payment',
    'pr1234',
    false,
    'organization',
  );

  // The mocks receive inputs only. The request also has the options.
  const register = MockMonitor.prototype.registerResource;
  MockMonitor.prototype.registerResource = async function (request, callback) {
    await register.call(this, request, callback);
    const [type, name] = [request.getType(), request.getName()];
    registrations.push({
      type,
      name,
      inputs: inputsOf.get(`${type}::${name}`) ?? {},
      parent: lastPart(request.getParent()),
      dependencies: request
        .getDependenciesList()
        .map((urn: string) => urn.split('::').slice(2).join('::'))
        .sort(),
      ignoreChanges: request.getIgnorechangesList(),
      protect: request.getProtect(),
      retainOnDelete: request.getRetainondelete(),
      provider: request.getProvider().split('::')[3] ?? '',
      aliases: request
        .getAliasesList()
        .map((alias: Alias) => (alias.getUrn() === '' ? (alias.getSpec()?.getName() ?? '') : alias.getUrn())),
    });
  };
  try {
    const outputs = await deployGraph(graph, ROOT, variables);
    await pulumi.runtime.disconnect();
    const settled = Object.entries(outputs).map(async ([name, output]) => [name, await settledOutput(output)]);
    const secrecy = Object.entries(outputs).map(async ([name, output]) => [
      name,
      await pulumi.isSecret(pulumi.output(output)),
    ]);
    return {
      registrations,
      outputs: Object.fromEntries(await Promise.all(settled)),
      isSecretOutput: Object.fromEntries(await Promise.all(secrecy)),
    };
  } finally {
    MockMonitor.prototype.registerResource = register;
  }
}

function settledOutput(output: pulumi.Input<string>): Promise<string> {
  return new Promise((settled) => pulumi.output(output).apply(settled));
}

function lastPart(urn: string): string {
  return urn.split('::').at(-1) ?? '';
}
