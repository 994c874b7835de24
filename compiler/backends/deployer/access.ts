// What a rule of access says of a kind: which actions of AWS make, read, change and delete a resource, and on what.

import type { Inputs, Kind } from '../../graph/kinds';

/** Where a system is deployed: the parts of its ARNs. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  /** The id of the account, or `*` where it is not known. */
  readonly account: string;
}

/** A copy of a table in another Region. */
export interface KnownReplica {
  readonly regionName: string;
  readonly kmsKeyArn?: string;
}

/** Inputs as text: another resource's ARN or URL is its ARN, and `*` stands for what only the deployment will know. */
export type Known<K extends Kind> = {
  readonly [Input in keyof Inputs<K>]-?: Input extends 'tags'
    ? Readonly<Record<string, string>>
    : Input extends 'replicas'
      ? readonly KnownReplica[]
      : string;
};

/** Actions on resources, under a condition or none. */
export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: Condition;
}

/** A condition of a policy statement: by operator, by key. */
export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** The access that a kind takes. Actions are named without their service. */
export interface KindAccess<K extends Kind> {
  /** The service, as actions and ARNs begin. */
  readonly service: string;
  readonly create: readonly string[];
  readonly read: readonly string[];
  readonly update: readonly string[];
  readonly delete: readonly string[];
  /** The resources: ARNs, or how they end. */
  readonly on: (inputs: Known<K>) => readonly string[];
  /** Which part of an ARN the service leaves empty. */
  readonly without?: 'region' | 'account';
  /** Under which condition alone they are needed. */
  readonly condition?: (inputs: Known<K>, place: Place) => Condition | undefined;
  /** Actions that AWS grants for all resources or none (Service Authorization Reference). */
  readonly unscoped?: readonly string[];
  /** What it takes of other services, or on other resources. */
  readonly also?: (inputs: Known<K>, place: Place, others: Others) => readonly Grant[];
}

/** The inputs of all resources of a kind in the same system. */
export type Others = <K extends Kind>(kind: K) => readonly Known<K>[];

/** The right to hand a role to a service. */
export function passRole(role: string, service: string): Grant {
  return {
    actions: ['iam:PassRole'],
    resources: [role],
    condition: { StringEquals: { 'iam:PassedToService': service } },
  };
}

/** The right to have a service make the role that it works with, once in an account. */
export function serviceLinkedRole({ partition, account }: Place, service: string, role: string): Grant {
  return {
    actions: ['iam:CreateServiceLinkedRole'],
    resources: [`arn:${partition}:iam::${account}:role/aws-service-role/${service}/${role}`],
    condition: { StringEquals: { 'iam:AWSServiceName': service } },
  };
}
