// The compiled system: resources as plain data, with references as edges. JSON.stringify of it is stable.

import type { Inputs, Kind } from './kinds';
import { eachReference, type NodeId, type Text, type Value } from './value';

/** A resource to be. */
export interface ResourceNode<K extends Kind = Kind> {
  readonly id: NodeId;
  readonly kind: K;
  /** The logical name: a part of the resource's URN, so renaming one replaces it. */
  readonly name: string;
  readonly inputs: Inputs<K>;
  /** What must be there before it, beside what its inputs refer to. */
  readonly dependsOn: readonly NodeId[];
  /** The inputs that an update leaves as they are, as Pulumi's property paths. */
  readonly ignoreChanges: readonly string[];
  /** The inputs whose change replaces the resource although the provider would update it, because AWS keeps the old value. */
  readonly replaceOnChanges?: readonly string[];
  /** Whether the old resource is deleted before its replacement is created; absent, the provider decides. */
  readonly deleteBeforeReplace?: boolean;
  /** Whether it stays in AWS when it leaves the stack, because others use it. */
  readonly retainOnDelete?: true;
  /** The part of the spec that it comes from. */
  readonly origin: Origin;
}

/** Any resource, its inputs by kind. */
export type AnyResourceNode = { [K in Kind]: ResourceNode<K> }[Kind];

/** A part of the spec, and where its key was written. */
export interface Origin {
  /** For example `tables.payments`. */
  readonly path: string;
  /** For example `spec/system.yaml:42:3`. */
  readonly place: string;
}

/** How the AWS provider is configured. */
export interface ProviderSettings {
  readonly region: string;
  readonly allowedAccountIds: readonly string[];
  readonly assumeRole?: { readonly roleArn: string; readonly externalId?: string; readonly sessionName: string };
  readonly defaultTags: { readonly [key: string]: string };
  readonly aliases: readonly string[];
}

/** How what holds data is kept safe. */
export interface SafetySettings {
  /** Whether Pulumi refuses to delete or replace it. */
  readonly protect: boolean;
  /** The parts that may be replaced or deleted all the same, as `tables.payments`. */
  readonly allowReplacement: readonly string[];
}

/** A finding that the environment accepts for a time: a warning of ours, or a finding of a linter. */
export interface Waiver {
  readonly name: string;
  readonly code: string;
  /** The part of the spec that it covers, with all that is in it. */
  readonly path: string;
  readonly reason: string;
  /** The last day that it holds, as YYYY-MM-DD. */
  readonly expires: string;
}

/** A request that shows how a route is called. */
export interface ExampleRequest {
  readonly route: string;
  readonly method: string;
  /** With its parameters filled in, without the stage. */
  readonly path: string;
  readonly query: { readonly [name: string]: string };
  readonly body?: string;
}

/** A whole system. */
export interface ResourceGraph {
  readonly project: string;
  /** Where the spec begins, as `spec/pr1234.yaml:1:1`. */
  readonly place: string;
  readonly provider: ProviderSettings;
  readonly safety: SafetySettings;
  /** Each after what it depends on; among those that could come next, by id. */
  readonly resources: readonly AnyResourceNode[];
  readonly outputs: { readonly [name: string]: Text };
  readonly examples: readonly ExampleRequest[];
  readonly waivers: readonly Waiver[];
}

/** The id of a resource. */
export function nodeId(kind: Kind, name: string): NodeId {
  return `${kind}::${name}`;
}

/** The ids of the resources that one depends on, each once. */
export function dependenciesOf(node: Pick<ResourceNode, 'inputs' | 'dependsOn'>): ReadonlySet<NodeId> {
  const ids = new Set<NodeId>(node.dependsOn);
  eachReference(node.inputs as Value, (reference) => ids.add(reference.node));
  return ids;
}

/** The resources of a kind. */
export function resourcesOf<K extends Kind>(graph: ResourceGraph, kind: K): readonly ResourceNode<K>[] {
  return graph.resources.filter((node) => node.kind === kind) as unknown as readonly ResourceNode<K>[];
}

/** The waiver that covers a finding at a path of the spec. */
export function findWaiver(waivers: readonly Waiver[], code: string, path: string): Waiver | undefined {
  const isWithin = (around: string) =>
    path === around || path.startsWith(`${around}.`) || path.startsWith(`${around}[`);
  return waivers.find((waiver) => waiver.code === code && isWithin(waiver.path));
}
