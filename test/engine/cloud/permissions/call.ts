// Types for the calls that the AWS provider makes for each operation on a resource.

import type { Target } from '../../../../compiler/backends/deployer/access';

/** The inputs of a resource, with every reference resolved. */
export type Properties = Readonly<Record<string, unknown>>;

/** Tags by key, with the provider's default tags. */
export type Tags = Readonly<Record<string, string>>;

/** One authorization that a call to AWS needs. */
export interface Call {
  /** The IAM action, for example `kms:CreateKey`. */
  readonly action: string;
  /** The ARNs that the action is authorized on. The policies must allow each. */
  readonly on: readonly string[];
  /** The tags in the request. */
  readonly requestTags?: Tags;
  /** The keys of the tags in the request: the keys of `requestTags`, or the removed keys. */
  readonly tagKeys?: readonly string[];
  /** Service-specific condition keys of the request, such as `iam:PassedToService`. */
  readonly context?: Readonly<Record<string, string>>;
}

/** A resource in the operation. */
export interface Subject {
  readonly arn: string;
  readonly place: Target;
  /** The inputs after a creation or an update, or before a read or a deletion. */
  readonly inputs: Properties;
  /** The inputs before an update; equal to `inputs` for other operations. */
  readonly olds: Properties;
  /** Whether an update changes one of the inputs. A creation changes all inputs that are set. */
  changes(...inputs: readonly string[]): boolean;
}

/** The actions that tag a resource of a kind, and the ARNs that they are authorized on (default: the resource). */
export interface Tagging {
  readonly tag: string;
  readonly untag: string;
  readonly list: string;
  readonly on?: (subject: Subject) => readonly string[];
}

/** The calls of the provider for a kind. Each list is in the order of the calls. */
export interface KindCalls {
  /** The source of the calls: a file of terraform-provider-aws v6 below internal/service, and pages of AWS about their authorization. */
  readonly source: string;
  readonly tagging?: Tagging;
  /** The authorizations of the request that creates the resource, which does not have tags yet. */
  readonly make: (subject: Subject) => readonly Call[];
  /** Further calls of the creation, before the final read. */
  readonly complete?: (subject: Subject) => readonly Call[];
  readonly read: (subject: Subject) => readonly Call[];
  /** The calls for changed inputs other than tags, before the final read. */
  readonly update: (subject: Subject) => readonly Call[];
  readonly delete: (subject: Subject) => readonly Call[];
}

/** The same resource for several actions. */
export function calls(on: string | readonly string[], ...actions: readonly string[]): Call[] {
  return actions.map((action) => ({ action, on: typeof on === 'string' ? [on] : on }));
}

/** Calls that are made under a condition. */
export function when(condition: unknown, ...made: readonly (Call | readonly Call[])[]): Call[] {
  return condition ? made.flat() : [];
}

/** The authorization to pass a role to a service (IAM User Guide, "Grant a user permissions to pass a role to an AWS service"). */
export function passRole(role: unknown, service: string): Call {
  return { action: 'iam:PassRole', on: [String(role)], context: { 'iam:PassedToService': service } };
}

/** The authorization to create a service-linked role, once in an account (IAM User Guide, "Create a service-linked role"). */
export function serviceLinkedRole({ partition, account }: Target, service: string, role: string): Call {
  return {
    action: 'iam:CreateServiceLinkedRole',
    on: [`arn:${partition}:iam::${account}:role/aws-service-role/${service}/${role}`],
    context: { 'iam:AWSServiceName': service },
  };
}

/** The authorization of a service to use a key on behalf of the caller (AWS KMS Developer Guide, "kms:ViaService"). */
export function viaService(key: unknown, service: string, region: string, ...actions: readonly string[]): Call[] {
  return actions.map((action) => ({
    action: `kms:${action}`,
    on: [String(key)],
    context: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
  }));
}

/** The input as a nested object; an absent one is empty. */
export function nested(inputs: Properties, name: string): Properties {
  return (inputs[name] as Properties | undefined) ?? {};
}

/** All tags of a resource, with the provider's default tags if they are merged. */
export function tagsOf(inputs: Properties): Tags {
  return (inputs.tagsAll ?? inputs.tags ?? {}) as Tags;
}
