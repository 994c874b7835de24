// The compiled system: resources as plain data, with references as edges. Its JSON text is stable.

import type { PathStep } from '../source/spec-node';
import type { Inputs, Kind } from './kind';
import type { SecretIdentity } from './secret-arn';
import { eachReference, type NodeId, type Text, type Value } from './value';
import type { Waiver } from './waiver';

/** A resource to deploy. */
export interface ResourceNode<K extends Kind = Kind> {
  readonly id: NodeId;
  readonly kind: K;
  /** The logical name: a part of the resource's URN, so renaming a resource replaces it. */
  readonly name: string;
  readonly inputs: Inputs<K>;
  /** The resources that must exist before this one, in addition to those that its inputs refer to. */
  readonly dependsOn: readonly NodeId[];
  /** The inputs that an update leaves unchanged, as Pulumi property paths. */
  readonly ignoreChanges: readonly string[];
  /** The inputs whose change must replace the resource, because AWS would keep the old value after the provider's update. */
  readonly replaceOnChanges?: readonly string[];
  /** Whether the old resource is deleted before its replacement is created. The default depends on the provider. */
  readonly deleteBeforeReplace?: boolean;
  /** Whether the resource stays in AWS when it is removed from the stack, because others use it. */
  readonly retainOnDelete?: true;
  /** The part of the spec that it comes from. */
  readonly origin: Origin;
}

/** A resource of any kind, with the inputs of that kind. */
export type AnyResourceNode = { [K in Kind]: ResourceNode<K> }[Kind];

/** The part of the spec that defines a resource, and the location of its key. */
export interface Origin {
  /** For example `tables.payments`. */
  readonly path: string;
  /** The steps of the path. A step may contain periods, so the path must not be split. */
  readonly steps: readonly PathStep[];
  /** For example `spec/system.yaml:42:3`. */
  readonly place: string;
}

/** The configuration of the AWS provider. */
export interface ProviderSettings {
  readonly region: string;
  readonly allowedAccountIds: readonly string[];
  readonly assumeRole?: { readonly roleArn: string; readonly externalId?: string; readonly sessionName: string };
  readonly defaultTags: { readonly [key: string]: string };
  readonly aliases: readonly string[];
}

/** Quotas of the account that limit requests, as the system was designed for. */
export interface AccountQuotas {
  /** The throttle of all APIs of the Region: requests a second, and the burst. */
  readonly apiThrottle: { readonly rate: number; readonly burst: number };
  /** The concurrent executions of all functions of the Region. */
  readonly concurrentExecutions: number;
}

/** How resources that hold data are protected. */
export interface SafetySettings {
  /** Whether Pulumi refuses to delete or replace resources with data. */
  readonly protect: boolean;
  /** The parts that may be replaced or deleted nevertheless, such as `tables.payments`. */
  readonly allowReplacement: readonly string[];
}

/** An example request for a route. */
export interface ExampleRequest {
  readonly route: string;
  readonly method: string;
  /** The path with its parameters filled in, without the stage. */
  readonly path: string;
  readonly query: { readonly [name: string]: string };
  readonly body?: string;
}

/** A whole system. */
export interface ResourceGraph {
  readonly project: string;
  /** The location of the spec's start, such as `spec/pr1234.yaml:1:1`. */
  readonly place: string;
  readonly provider: ProviderSettings;
  readonly quotas: AccountQuotas;
  readonly safety: SafetySettings;
  /** Each resource after its dependencies; otherwise sorted by id. */
  readonly resources: readonly AnyResourceNode[];
  /** The secrets that functions read, by their keys in the spec; the values are in AWS. Absent: none. */
  readonly secrets?: { readonly [key: string]: SecretIdentity };
  readonly outputs: { readonly [name: string]: Text };
  readonly examples: readonly ExampleRequest[];
  readonly waivers: readonly Waiver[];
}

/** The distinct ids of the resources that a resource depends on. */
export function dependenciesOf(node: Pick<ResourceNode, 'inputs' | 'dependsOn'>): ReadonlySet<NodeId> {
  const ids = new Set<NodeId>(node.dependsOn);
  eachReference(node.inputs as Value, (reference) => ids.add(reference.node));
  return ids;
}

/** The resources of a kind. */
export function resourcesOf<K extends Kind>(graph: ResourceGraph, kind: K): readonly ResourceNode<K>[] {
  return graph.resources.filter((node) => node.kind === kind) as unknown as readonly ResourceNode<K>[];
}
