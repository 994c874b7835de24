// Access rules for functions, roles and policies.

import { type Condition, type KindAccess, passRole } from '../access';

/** Allows creating a role and adding policies to it only if it has its permissions boundary. */
function within(permissionsBoundary: string | undefined): Condition | undefined {
  return permissionsBoundary === undefined
    ? undefined
    : { StringEquals: { 'iam:PermissionsBoundary': permissionsBoundary } };
}

/** The rules of each kind. */
export const FUNCTIONS = {
  'aws:iam/policy:Policy': {
    service: 'iam',
    without: 'region',
    create: ['CreatePolicy', 'TagPolicy'],
    read: ['GetPolicy', 'GetPolicyVersion', 'ListPolicyVersions', 'ListPolicyTags'],
    update: ['CreatePolicyVersion', 'DeletePolicyVersion', 'UntagPolicy'],
    delete: ['DeletePolicy'],
    on: ({ name }) => [`policy/${name}`],
  } satisfies KindAccess<'aws:iam/policy:Policy'>,

  'aws:iam/role:Role': {
    service: 'iam',
    without: 'region',
    create: ['TagRole'],
    read: ['GetRole', 'ListRolePolicies', 'ListAttachedRolePolicies', 'ListInstanceProfilesForRole', 'ListRoleTags'],
    update: ['UpdateAssumeRolePolicy', 'UpdateRoleDescription', 'UntagRole'],
    delete: ['DeleteRole'],
    on: ({ name }) => [`role/${name}`],
    also: ({ name, permissionsBoundary }, { partition, account }, others) => [
      {
        actions: [
          'iam:CreateRole',
          ...(others('aws:iam/rolePolicy:RolePolicy').some(({ role }) => role === name) ? ['iam:PutRolePolicy'] : []),
          ...(permissionsBoundary === undefined ? [] : ['iam:PutRolePermissionsBoundary']),
        ],
        resources: [`arn:${partition}:iam::${account}:role/${name}`],
        condition: within(permissionsBoundary),
      },
      // A spec without a boundary may be deployed over a role with a boundary. Granting this policy allows that.
      ...(permissionsBoundary === undefined
        ? [
            {
              actions: ['iam:DeleteRolePermissionsBoundary'],
              resources: [`arn:${partition}:iam::${account}:role/${name}`],
            },
          ]
        : []),
    ],
  } satisfies KindAccess<'aws:iam/role:Role'>,

  'aws:iam/rolePolicy:RolePolicy': {
    service: 'iam',
    without: 'region',
    // The role's rule allows PutRolePolicy, restricted by its boundary.
    create: [],
    read: ['GetRolePolicy'],
    update: [],
    delete: ['DeleteRolePolicy'],
    on: ({ role }) => [`role/${role}`],
  } satisfies KindAccess<'aws:iam/rolePolicy:RolePolicy'>,

  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': {
    service: 'iam',
    without: 'region',
    create: ['AttachRolePolicy'],
    read: [],
    update: [],
    delete: ['DetachRolePolicy'],
    on: ({ role }) => [`role/${role}`],
    condition: ({ policyArn }) => ({ ArnEquals: { 'iam:PolicyARN': policyArn } }),
  } satisfies KindAccess<'aws:iam/rolePolicyAttachment:RolePolicyAttachment'>,

  'aws:lambda/function:Function': {
    service: 'lambda',
    create: ['CreateFunction', 'PutFunctionConcurrency', 'TagResource'],
    read: ['GetFunction', 'GetFunctionCodeSigningConfig', 'ListTags', 'ListVersionsByFunction'],
    update: ['UpdateFunctionCode', 'UpdateFunctionConfiguration', 'DeleteFunctionConcurrency', 'UntagResource'],
    delete: ['DeleteFunction'],
    on: ({ name }) => [`function:${name}`],
    also: ({ role }) => [passRole(role, 'lambda.amazonaws.com')],
  } satisfies KindAccess<'aws:lambda/function:Function'>,

  'aws:lambda/permission:Permission': {
    service: 'lambda',
    create: ['AddPermission'],
    read: ['GetPolicy'],
    update: [],
    delete: ['RemovePermission'],
    // The function may belong to another account. In that case, the spec contains its ARN.
    on: (inputs) => [inputs.function.startsWith('arn:') ? inputs.function : `function:${inputs.function}`],
  } satisfies KindAccess<'aws:lambda/permission:Permission'>,
};
