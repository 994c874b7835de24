// The resources of a stack after its last deployment.

import { mapValue } from '../../graph/fold';
import type { ResourceGraph } from '../../graph/graph';
import { nodeId } from '../../graph/handle';
import { resolveReferences } from '../../graph/resolve-references';
import { eachReference, type NodeId, type Value } from '../../graph/value';

/** The properties of a resource, as reported by its provider. */
export type Outputs = { readonly [property: string]: unknown };

/** A deployed resource. */
export interface DeployedResource {
  readonly urn: string;
  /** The Pulumi type token. */
  readonly type: string;
  /** The logical name. */
  readonly name: string;
  readonly outputs: Outputs;
}

/** A stack as of its last deployment or refresh. */
export interface DeployedStack {
  readonly resources: readonly DeployedResource[];
}

/** The engine's response to `pulumi:pulumi:readStackResourceOutputs`: the outputs of each resource, by URN. */
export type StackResourceOutputs = { readonly [urn: string]: { readonly outputs?: Outputs } };

/** Reads the engine's response to `pulumi:pulumi:readStackResourceOutputs`. */
export function deployedFromEngine(answer: StackResourceOutputs): DeployedStack {
  return { resources: Object.entries(answer).map(([urn, { outputs = {} }]) => deployedResource(urn, outputs)) };
}

/** Reads the output of `pulumi stack export`; undefined for other text. */
export function deployedFromExport(text: string): DeployedStack | undefined {
  const resources = resourcesOfExport(text);
  // The engine keeps a replaced resource in the state until it has deleted it.
  const current = resources?.filter((resource) => resource.delete !== true);
  return current && { resources: current.map(({ urn, outputs = {} }) => deployedResource(urn, outputs)) };
}

/** A graph as a deployed stack: its resolved inputs, and `<id.attribute>` for values known only after deployment. */
export function deployedFromGraph(graph: ResourceGraph): DeployedStack {
  const resolve = resolveReferences(graph);
  const attributes = referencedAttributes(graph);
  const resources = graph.resources.map((node) => {
    const computed = [...(attributes.get(node.id) ?? [])].map((attribute) => [attribute, `<${node.id}.${attribute}>`]);
    const outputs = {
      region: graph.provider.region,
      ...Object.fromEntries(computed),
      ...(textOf(resolve(node)) as Outputs),
    };
    return { urn: `urn:pulumi:graph::${graph.project}::${node.id}`, type: node.kind, name: node.name, outputs };
  });
  return { resources };
}

/** The id of the node for a deployed resource. */
export function idOf({ type, name }: DeployedResource): NodeId {
  return nodeId(type, name);
}

function deployedResource(urn: string, outputs: Outputs): DeployedResource {
  const [, , types = '', ...name] = urn.split('::');
  return { urn, type: types.slice(types.lastIndexOf('$') + 1), name: name.join('::'), outputs };
}

interface ExportedResource {
  readonly urn: string;
  readonly outputs?: Outputs;
  readonly delete?: boolean;
}

function resourcesOfExport(text: string): readonly ExportedResource[] | undefined {
  try {
    const { deployment } = JSON.parse(text) as { deployment?: { resources?: readonly ExportedResource[] } };
    // The export of a stack that was never deployed has no resources.
    if (typeof deployment !== 'object' || deployment === null) return undefined;
    const resources = deployment.resources ?? [];
    return Array.isArray(resources) && resources.every(({ urn }) => typeof urn === 'string') ? resources : undefined;
  } catch {
    return undefined;
  }
}

function referencedAttributes(graph: ResourceGraph): ReadonlyMap<NodeId, ReadonlySet<string>> {
  const attributes = new Map<NodeId, Set<string>>();
  for (const { inputs } of graph.resources)
    eachReference(inputs as Value, ({ node, attribute }) => {
      attributes.set(node, (attributes.get(node) ?? new Set()).add(attribute));
    });
  return attributes;
}

/** A resolved value, with text instead of its expressions. */
function textOf(value: Value): unknown {
  return mapValue(value, {
    reference: ({ node, attribute }) => `<${node}.${attribute}>`,
    secret: ({ variable }) => `<secret ${variable}>`,
    account: () => '<account>',
    interpolation: (parts) => parts.join(''),
    json: (content) => JSON.stringify(content),
    bundle: ({ entry }) => `<${entry}>`,
  });
}
