// The calls to DynamoDB, SQS, Secrets Manager and Systems Manager that pass the front, and their answers.

import type { Policy } from '../../model/iam-policy';

/** A service that the local run replaces. */
export type Service = 'dynamodb' | 'sqs' | 'secretsmanager' | 'ssm';

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A function of the local run as a caller. */
export interface FunctionPrincipal {
  /** The function's name on AWS. */
  readonly name: string;
  /** The name of its role. */
  readonly role: string;
  /** The policies of its role. */
  readonly policies: readonly Policy[];
  /** The permissions boundary of its role; absent: none, or one that is not in the graph. */
  readonly boundary?: Policy | undefined;
}

/** Who calls: a function of the run, or another client, which is the developer. */
export type Caller =
  | { readonly is: 'function'; readonly principal: FunctionPrincipal }
  | { readonly is: 'client'; readonly accessKeyId: string | undefined };

/** A call. */
export interface StoreCall {
  readonly service: Service;
  /** The name, such as `PutItem`. The service or the stand-in may not have the operation. */
  readonly operation: string;
  readonly caller: Caller;
  readonly region: string;
  /** The root of the trace of the request that the function processes; absent without one. */
  readonly traceId?: string | undefined;
  /** The ARNs of the tables, indexes, queues or secrets of the request; empty if it names none. */
  readonly resources: readonly string[];
  readonly request: JsonObject;
}

/** Capacity units that a call has consumed, of tables and of indexes together. */
export interface ConsumedUnits {
  read: number;
  write: number;
}

/** The answer to a call. */
export interface StoreAnswer {
  readonly statusCode: number;
  readonly body: JsonObject;
  /** The stage that has refused the call; absent: the store has answered. */
  readonly refusedBy?: 'permissions' | 'faults' | 'capacity';
  /** Consumed capacity; absent for queues, and without limits. */
  readonly consumed?: ConsumedUnits;
  /** Headers that the service adds. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call with its answer. */
export interface AnsweredCall extends StoreCall {
  readonly answer: StoreAnswer;
  /** How long the answer took. */
  readonly milliseconds: number;
}

/** Passes a call to the stages that follow, and then to the store. */
export type Proceed = (call: StoreCall) => Promise<StoreAnswer>;

/** A stage of the front: answers a call itself, or passes it on. */
export type Stage = (call: StoreCall, proceed: Proceed) => Promise<StoreAnswer>;

/** The namespaces of the error types (AWS JSON protocols 1.0 and 1.1). */
const NAMESPACES: Readonly<Record<Service, string>> = {
  dynamodb: 'com.amazonaws.dynamodb.v20120810',
  sqs: 'com.amazonaws.sqs',
  secretsmanager: 'com.amazonaws.secretsmanager',
  ssm: 'com.amazonaws.ssm',
};

/** Creates the answer to a call that fails. */
export function failure(service: Service, statusCode: number, type: string, message: string): StoreAnswer {
  return { statusCode, body: { __type: `${NAMESPACES[service]}#${type}`, message } };
}
