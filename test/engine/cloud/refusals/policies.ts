// Refusals about policies: their sizes, and the ids of statements.

import { functionOf } from '../kinds/lambda';
import { canonical, text } from '../properties';
import type { Change, Refusal } from '../refusal';

const CHANGES = ['create', 'update'] as const;
const ROLE_POLICY = 'aws:iam/rolePolicy:RolePolicy';
const PERMISSION = 'aws:lambda/permission:Permission';

/** The refusals. */
export const POLICY_REFUSALS: readonly Refusal[] = [
  {
    fact: 'a statement id may contain letters, digits, dashes and underscores',
    kind: PERMISSION,
    when: ['check'],
    refuses: ({ inputs }) =>
      /^[0-9A-Za-z_-]+$/.test(text(inputs, 'statementId'))
        ? undefined
        : `invalid value for statement_id (must contain alphanumeric, underscores or dashes only): ${text(inputs, 'statementId')}`,
    source: 'internal/service/lambda/validate.go, validPolicyStatementID',
  },
  {
    fact: 'a statement id may have at most 100 characters',
    kind: PERMISSION,
    when: ['check'],
    refuses: ({ inputs }) =>
      text(inputs, 'statementId').length > 100
        ? `"statement_id" cannot be longer than 100 characters: ${text(inputs, 'statementId')}`
        : undefined,
    source:
      'internal/service/lambda/validate.go, validPolicyStatementID; Lambda API, AddPermission (StatementId, at most 100)',
  },
  {
    fact: 'the policy of a function may have at most 20,480 bytes',
    kind: PERMISSION,
    when: ['create'],
    refuses: (change) =>
      functionPolicy(change).length > 20_480
        ? 'PolicyLengthExceededException: The final policy size is bigger than the limit (20480).'
        : undefined,
    source: 'Lambda Developer Guide, Lambda quotas (resource-based policy, 20 KB); adobe/helix-deploy#24',
  },
  {
    fact: 'the policy of an API may have at most 8,192 characters',
    kind: 'aws:apigateway/restApiPolicy:RestApiPolicy',
    when: CHANGES,
    refuses: ({ inputs }) =>
      compact(text(inputs, 'policy')).length > 8192
        ? 'BadRequestException: Invalid policy document: the policy is longer than 8192 characters'
        : undefined,
    source: 'API Gateway Developer Guide, quotas (resource policy, 8192 characters; the wording is ours)',
  },
  {
    fact: 'a managed policy may have at most 6,144 characters',
    kind: 'aws:iam/policy:Policy',
    when: CHANGES,
    refuses: ({ inputs }) =>
      compact(text(inputs, 'policy')).length > 6144
        ? 'LimitExceeded: Cannot exceed quota for PolicySize: 6144'
        : undefined,
    source: 'IAM User Guide, IAM and AWS STS quotas (managed policies; white space is not counted)',
  },
  {
    fact: 'the inline policies of a role may have at most 10,240 characters in total',
    kind: ROLE_POLICY,
    when: CHANGES,
    refuses: ({ inputs, world, identity }) => {
      const others = world
        .all(ROLE_POLICY)
        .filter((other) => other.identity !== identity && other.inputs.role === inputs.role);
      const all = [inputs, ...others.map((other) => other.inputs)];
      return all.reduce((size, { policy }) => size + compact(String(policy)).length, 0) > 10_240
        ? `LimitExceeded: Maximum policy size of 10240 bytes exceeded for role ${text(inputs, 'role')}`
        : undefined;
    },
    source: 'IAM User Guide, IAM and AWS STS quotas (inline policies of a role, 10,240 characters)',
  },
  {
    fact: 'the name of a role policy may have at most 128 characters',
    kind: ROLE_POLICY,
    when: ['check'],
    refuses: ({ inputs }) =>
      text(inputs, 'name').length > 128 ? '"name" cannot be longer than 128 characters' : undefined,
    source: 'internal/service/iam/role_policy.go (validIAMPolicyName, 128); IAM API, PutRolePolicy (PolicyName)',
  },
];

/** A policy as the API counts it: without white space between its parts. */
function compact(policy: string): string {
  try {
    return JSON.stringify(JSON.parse(policy));
  } catch {
    return policy;
  }
}

/** The policy of a function with one more statement, as Lambda writes it. */
function functionPolicy({ inputs, world, place }: Change): string {
  const all = [inputs, ...world.all(PERMISSION).map((other) => other.inputs)];
  const statements = all
    .filter((other) => functionOf(other) === functionOf(inputs))
    .map(({ statementId, principal, action, sourceArn }) => ({
      Sid: statementId,
      Effect: 'Allow',
      Principal: { Service: principal },
      Action: action,
      Resource: `arn:aws:lambda:${place.region}:${place.account}:function:${functionOf(inputs)}`,
      ...(sourceArn !== undefined && { Condition: { ArnLike: { 'AWS:SourceArn': sourceArn } } }),
    }));
  return canonical({ Version: '2012-10-17', Id: 'default', Statement: statements });
}
