// Roles and policies of IAM, a service without Regions.

import type { Kind } from '../../../../compiler/graph/kind';
import { type Behaviour, identifiedBy } from '../behaviour';
import { text } from '../properties';

/** The behaviour of each kind of the service. */
export const IAM = {
  'aws:iam/role:Role': {
    identity: identifiedBy('name'),
    existing: {
      response: 'refuse',
      text: (inputs) => `EntityAlreadyExists: Role with name ${text(inputs, 'name')} already exists.`,
    },
    id: (inputs) => text(inputs, 'name'),
    sets: ['managedPolicyArns', 'inlinePolicies'],
    defaults: { maxSessionDuration: 3600, path: '/', forceDetachPolicies: false },
    outputs: ({ inputs, id }, { account }) => ({
      arn: `arn:aws:iam::${account}:role${pathOf(inputs.path)}${text(inputs, 'name')}`,
      uniqueId: `AROA${id.length}`,
    }),
    source: 'internal/service/iam/role.go; IAM API, CreateRole',
  },
  'aws:iam/policy:Policy': {
    identity: identifiedBy('name'),
    existing: {
      response: 'refuse',
      text: (inputs) =>
        `EntityAlreadyExists: A policy called ${text(inputs, 'name')} already exists. Duplicate names are not allowed.`,
    },
    id: (inputs, _generated, { account }) =>
      `arn:aws:iam::${account}:policy${pathOf(inputs.path)}${text(inputs, 'name')}`,
    defaults: { path: '/' },
    outputs: ({ id }) => ({ arn: id }),
    source: 'internal/service/iam/policy.go; IAM API, CreatePolicy',
  },
  'aws:iam/rolePolicy:RolePolicy': {
    identity: identifiedBy('role', 'name'),
    existing: { response: 'overwrite' },
    id: (inputs) => `${text(inputs, 'role')}:${text(inputs, 'name')}`,
    putsAll: true,
    source: 'internal/service/iam/role_policy.go; IAM API, PutRolePolicy ("adds or updates")',
  },
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': {
    identity: identifiedBy('role', 'policyArn'),
    existing: { response: 'return', unless: () => undefined },
    source: 'internal/service/iam/role_policy_attachment.go; IAM API, AttachRolePolicy',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;

function pathOf(path: unknown): string {
  return typeof path === 'string' && path !== '' ? path : '/';
}
