// IAM policy documents, as data.

import { type JsonText, jsonText, type Value } from '../graph/value';

/** A statement: whether it allows or denies which actions on what, and for a policy of a resource, whom. */
export type Statement = { readonly [element: string]: Value };

/** The document of a policy. */
export function policyDocument(statements: readonly Statement[]): JsonText {
  return jsonText({ Version: '2012-10-17', Statement: statements });
}

/** Allows actions on resources. */
export function allow(actions: readonly string[], resources: Value): Statement {
  return { Effect: 'Allow', Action: actions, Resource: resources };
}

/** For the policy of a queue or a topic: refuses whoever does not speak TLS. */
export function denyPlainText(action: string, resource: Value): Statement {
  return {
    Sid: 'EncryptedTransportOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: action,
    Resource: resource,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}
