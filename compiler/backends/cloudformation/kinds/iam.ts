// Rules for IAM; CloudFormation attaches policies to a role as a property of the role.

import { isExpression } from '../../../graph/value';
import { type KindRule, omitted } from '../rule';

/** The rules of each kind. */
export const IAM = {
  'aws:iam/policy:Policy': {
    type: 'AWS::IAM::ManagedPolicy',
    inputs: {
      name: 'ManagedPolicyName',
      description: 'Description',
      policy: 'PolicyDocument',
      // A managed policy has no tags in CloudFormation.
      tags: omitted,
    },
    attributes: { id: 'Ref', arn: 'Ref' },
  } satisfies KindRule<'aws:iam/policy:Policy'>,

  'aws:iam/role:Role': {
    type: 'AWS::IAM::Role',
    taggable: true,
    inputs: {
      name: 'RoleName',
      description: 'Description',
      assumeRolePolicy: 'AssumeRolePolicyDocument',
      permissionsBoundary: 'PermissionsBoundary',
      maxSessionDuration: 'MaxSessionDuration',
    },
    attributes: { id: 'Ref', name: 'Ref', arn: { get: 'Arn' } },
  } satisfies KindRule<'aws:iam/role:Role'>,

  'aws:iam/rolePolicy:RolePolicy': {
    type: 'AWS::IAM::Policy',
    more: ({ name }) => ({ PolicyName: name }),
    inputs: { name: 'PolicyName', policy: 'PolicyDocument', role: (role) => ({ Roles: [role] }) },
  } satisfies KindRule<'aws:iam/rolePolicy:RolePolicy'>,

  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': {
    partOf: ({ inputs: { role } }) => (isExpression(role) && role.$ === 'reference' ? role.node : undefined),
    place: (properties) => properties,
    inputs: { role: omitted, policyArn: (arn) => ({ ManagedPolicyArns: [arn] }) },
  } satisfies KindRule<'aws:iam/rolePolicyAttachment:RolePolicyAttachment'>,
};
