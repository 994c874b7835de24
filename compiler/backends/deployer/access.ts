// The shape of access rules: the AWS actions that create, read, update and delete a kind of resource, and their resources.

import type { Inputs, Kind } from '../../graph/kind';

/** The target of a deployment: the parts of its ARNs. */
export interface Target {
  readonly partition: string;
  readonly region: string;
  /** The account's id, or `*` if it is not known. */
  readonly account: string;
}

/** A replica of a table in another Region. */
export interface KnownReplica {
  readonly regionName: string;
  readonly kmsKeyArn?: string;
}

/** The target of a schedule. */
interface KnownTarget {
  readonly roleArn: string;
}

/** Inputs as text: an ARN or URL of another resource is its ARN, and `*` replaces values known only after deployment. */
export type KnownInputs<K extends Kind> = {
  readonly [Input in keyof Inputs<K>]-?: Input extends 'tags'
    ? Readonly<Record<string, string>>
    : Input extends 'replicas'
      ? readonly KnownReplica[]
      : Input extends 'target'
        ? KnownTarget
        : string;
};

/** Actions on resources, with an optional condition. */
export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: Condition;
}

/** The condition of a policy statement: by operator, then by key. */
export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** The access that a kind requires. Actions are named without their service. */
export interface KindAccess<K extends Kind> {
  /** The service, the prefix of its actions and ARNs. */
  readonly service: string;
  readonly create: readonly string[];
  readonly read: readonly string[];
  readonly update: readonly string[];
  readonly delete: readonly string[];
  /** The resources: ARNs, or their last parts. */
  readonly on: (inputs: KnownInputs<K>) => readonly string[];
  /** The part of an ARN that the service leaves empty. */
  readonly without?: 'region' | 'account';
  /** The condition that restricts the actions. */
  readonly condition?: (inputs: KnownInputs<K>, target: Target) => Condition | undefined;
  /** Actions that cannot be restricted to resources (Service Authorization Reference). */
  readonly unscoped?: readonly string[];
  /** Access to other services or resources. */
  readonly also?: (inputs: KnownInputs<K>, target: Target, others: Others) => readonly Grant[];
}

/** Returns the inputs of all resources of a kind in the same system. */
export type Others = <K extends Kind>(kind: K) => readonly KnownInputs<K>[];

/** The permission to pass a role to a service. */
export function passRole(role: string, service: string): Grant {
  return {
    actions: ['iam:PassRole'],
    resources: [role],
    condition: { StringEquals: { 'iam:PassedToService': service } },
  };
}

/** The permission to let a service create its service-linked role, once in an account. */
export function serviceLinkedRole({ partition, account }: Target, service: string, role: string): Grant {
  return {
    actions: ['iam:CreateServiceLinkedRole'],
    resources: [`arn:${partition}:iam::${account}:role/aws-service-role/${service}/${role}`],
    condition: { StringEquals: { 'iam:AWSServiceName': service } },
  };
}
