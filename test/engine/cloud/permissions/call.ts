// The shape of the table of calls: what the AWS provider asks of AWS for each operation on a resource.

import type { Target } from '../../../../compiler/backends/deployer/access';

/** The inputs of a resource as AWS gets them: every reference is resolved. */
export type Properties = Readonly<Record<string, unknown>>;

/** Tags by key, those of the provider's defaults among them. */
export type Tags = Readonly<Record<string, string>>;

/** One authorization that a call to AWS needs. */
export interface Call {
  /** The IAM action, for example `kms:CreateKey`. */
  readonly action: string;
  /** The ARNs that it is authorized on, each of which the policies have to allow. */
  readonly on: readonly string[];
  /** The tags that the request carries. */
  readonly requestTags?: Tags;
  /** The keys of the tags that the request names: those of `requestTags`, or those that it removes. */
  readonly tagKeys?: readonly string[];
  /** Service-specific condition keys of the request, such as `iam:PassedToService`. */
  readonly context?: Readonly<Record<string, string>>;
}

/** A resource in the operation. */
export interface Subject {
  readonly arn: string;
  readonly place: Target;
  /** The inputs after the operation; before it for a read and a delete. */
  readonly inputs: Properties;
  /** The inputs before an update; those of `inputs` otherwise. */
  readonly olds: Properties;
  /** Whether an update changes one of the inputs; creation "changes" those that are set. */
  changes(...inputs: readonly string[]): boolean;
}

/** The actions that tag a resource of a kind, and on what they are authorized; by default the resource. */
export interface Tagging {
  readonly tag: string;
  readonly untag: string;
  readonly list: string;
  readonly on?: (subject: Subject) => readonly string[];
}

/** The calls of the provider for a kind. Each list is in the order of the calls. */
export interface KindCalls {
  /** Where the calls were read: a file of terraform-provider-aws v6 below internal/service, and pages of AWS for authorizations of the calls. */
  readonly source: string;
  readonly tagging?: Tagging;
  /** The authorizations of the request that makes the resource, which has no tags yet. */
  readonly make: (subject: Subject) => readonly Call[];
  /** Further calls of the creation, before it ends in a read. */
  readonly complete?: (subject: Subject) => readonly Call[];
  readonly read: (subject: Subject) => readonly Call[];
  /** The calls for the inputs that change, tags aside, before it ends in a read. */
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

/** Handing a role to a service (IAM User Guide, "Grant a user permissions to pass a role to an AWS service"). */
export function passRole(role: unknown, service: string): Call {
  return { action: 'iam:PassRole', on: [String(role)], context: { 'iam:PassedToService': service } };
}

/** Making a service-linked role, once in an account (IAM User Guide, "Create a service-linked role"). */
export function serviceLinkedRole({ partition, account }: Target, service: string, role: string): Call {
  return {
    action: 'iam:CreateServiceLinkedRole',
    on: [`arn:${partition}:iam::${account}:role/aws-service-role/${service}/${role}`],
    context: { 'iam:AWSServiceName': service },
  };
}

/** A service that uses a key in the name of the caller (AWS KMS Developer Guide, "kms:ViaService"). */
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

/** All tags of a resource: its own, and the provider's defaults where they are merged in. */
export function tagsOf(inputs: Properties): Tags {
  return (inputs.tagsAll ?? inputs.tags ?? {}) as Tags;
}
