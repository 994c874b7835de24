// The calls for roles and policies of IAM.

import { type Call, calls, type KindCalls, type Subject, when } from '../call';

const on = (arn: string, ...actions: readonly string[]) => calls(arn, ...actions.map((action) => `iam:${action}`));

/** Adds the permissions boundary in the request as a condition key. The current boundary of a role is looked up elsewhere. */
function bounded(arn: string, action: string, boundary: unknown): Call[] {
  return on(arn, action).map((call) => ({
    ...call,
    ...(boundary !== undefined && { context: { 'iam:PermissionsBoundary': String(boundary) } }),
  }));
}

function roleOf({ inputs, place }: Subject): string {
  return `arn:${place.partition}:iam::${place.account}:role/${String(inputs.role)}`;
}

function attach(subject: Subject, action: string): Call[] {
  const context = { 'iam:PolicyARN': String(subject.inputs.policyArn) };
  return on(roleOf(subject), action).map((call) => ({ ...call, context }));
}

/** The calls of each kind. */
export const IAM = {
  'aws:iam/policy:Policy': {
    source: 'iam/policy.go',
    tagging: { tag: 'iam:TagPolicy', untag: 'iam:UntagPolicy', list: 'iam:ListPolicyTags' },
    make: ({ arn }) => on(arn, 'CreatePolicy'),
    read: ({ arn }) => on(arn, 'GetPolicy', 'GetPolicyVersion'),
    // The oldest of five versions is deleted first.
    update: ({ arn, changes }) =>
      when(changes('policy'), on(arn, 'ListPolicyVersions', 'DeletePolicyVersion', 'CreatePolicyVersion')),
    delete: ({ arn }) => on(arn, 'ListPolicyVersions', 'DeletePolicyVersion', 'DeletePolicy'),
  },

  'aws:iam/role:Role': {
    source: 'iam/role.go',
    tagging: { tag: 'iam:TagRole', untag: 'iam:UntagRole', list: 'iam:ListRoleTags' },
    make: ({ arn, inputs }) => bounded(arn, 'CreateRole', inputs.permissionsBoundary),
    // The provider reads each inline policy of the role, as for aws:iam/rolePolicy.
    read: ({ arn }) => on(arn, 'GetRole', 'ListRolePolicies', 'ListAttachedRolePolicies'),
    update: ({ arn, inputs, changes }) => [
      ...when(changes('assumeRolePolicy'), on(arn, 'UpdateAssumeRolePolicy')),
      ...when(changes('description'), on(arn, 'UpdateRoleDescription')),
      ...when(
        changes('permissionsBoundary'),
        inputs.permissionsBoundary === undefined
          ? on(arn, 'DeleteRolePermissionsBoundary')
          : bounded(arn, 'PutRolePermissionsBoundary', inputs.permissionsBoundary),
      ),
    ],
    delete: ({ arn }) => on(arn, 'ListInstanceProfilesForRole', 'DeleteRole'),
  },

  'aws:iam/rolePolicy:RolePolicy': {
    source: 'iam/role_policy.go',
    make: (subject) => on(roleOf(subject), 'PutRolePolicy'),
    read: (subject) => on(roleOf(subject), 'GetRolePolicy'),
    update: (subject) => when(subject.changes('policy'), on(roleOf(subject), 'PutRolePolicy')),
    delete: (subject) => on(roleOf(subject), 'DeleteRolePolicy'),
  },

  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': {
    source: 'iam/role_policy_attachment.go',
    make: (subject) => attach(subject, 'AttachRolePolicy'),
    read: (subject) => on(roleOf(subject), 'ListAttachedRolePolicies'),
    update: () => [],
    delete: (subject) => attach(subject, 'DetachRolePolicy'),
  },
} satisfies Record<string, KindCalls>;
