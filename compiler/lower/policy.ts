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

/**
 * Joins statements that allow the same actions, then those that allow them on the same resources: the same rights in fewer
 * characters, of which IAM takes a limited number (IAM and AWS STS quotas).
 *
 * @param statements each as `allow` makes them
 */
export function compact(statements: readonly Statement[]): Statement[] {
  return join(join(statements, 'Resource'), 'Action');
}

/** Statements that differ in one element alone become one, with the values of all. */
function join(statements: readonly Statement[], element: 'Action' | 'Resource'): Statement[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const { [element]: _, ...rest } = statement;
    const key = JSON.stringify(rest);
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  return [...groups.values()].map((group) => {
    const [first = {}] = group;
    if (group.length === 1) return first;
    const values = group.flatMap((statement) => statement[element] ?? []);
    const distinct = new Map(values.map((value) => [JSON.stringify(value), value]));
    return { ...first, [element]: [...distinct.values()] };
  });
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
