// IAM policy documents as data.

import { type JsonText, jsonText, type Value } from '../../graph/value';

/** A statement of a policy: effect, actions and resources, and in a resource policy the principal. */
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
 * Joins statements with the same actions, then statements with the same resources. The rights stay the same in fewer characters,
 * which IAM limits (IAM and AWS STS quotas).
 *
 * @param statements created by `allow`
 */
export function compact(statements: readonly Statement[]): readonly Statement[] {
  return join(join(statements, 'Resource'), 'Action');
}

/** Joins statements that differ in one element only. */
function join(statements: readonly Statement[], element: 'Action' | 'Resource'): readonly Statement[] {
  if (statements.length < 2) return statements;
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

/** A statement for the policy of a queue or a topic that rejects requests without TLS. */
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
