// The kinds of resources of IAM.

import { specPath } from '../../../schema/spec-path';
import { fixed, GENERATED, type KindDefinitions, once } from './definition';

/** The definitions, by Pulumi type token. */
export const IAM = {
  'aws:iam/policy:Policy': {
    identity: once('name'),
    cost: { free: 'IAM' },
    replacedBy: ['name', 'namePrefix', 'path', 'description'],
    name: {
      input: 'name',
      what: 'policy',
      service: 'IAM',
      isAccountWide: true,
      most: 128,
      fewest: 1,
      character: /[A-Za-z0-9_+=,.@-]/,
    },
    count: 'fixed',
    texts: [
      {
        input: 'policy',
        what: 'managed policy',
        service: 'IAM',
        most: fixed(6144),
        unit: 'characters',
        help: 'set permissionsBoundary to NONE or to the ARN of a shorter policy, or split the spec',
      },
    ],
  },
  'aws:iam/role:Role': {
    identity: once('name'),
    cost: { free: 'IAM' },
    replacedBy: ['name', 'namePrefix', 'path'],
    name: {
      input: 'name',
      what: 'role',
      service: 'IAM',
      isAccountWide: true,
      most: 64,
      fewest: 1,
      character: /[A-Za-z0-9_+=,.@-]/,
    },
    count: {
      what: 'roles',
      owner: 'the spec',
      path: specPath('functions'),
      most: ({ iam }) => iam.roles,
      field: specPath('quotas', 'iam', 'roles'),
    },
    texts: 'fixed',
  },
  'aws:iam/rolePolicy:RolePolicy': {
    identity: GENERATED,
    cost: { free: 'IAM' },
    replacedBy: ['name', 'namePrefix', 'role'],
    name: {
      input: 'name',
      isLogical: true,
      what: 'inline policy',
      service: 'IAM',
      most: 128,
      fewest: 1,
      character: /[A-Za-z0-9_+=,.@-]/,
    },
    count: 'bounded',
    texts: [
      {
        input: 'policy',
        what: 'inline policy of the role',
        service: 'IAM',
        most: fixed(10_240),
        unit: 'characters',
        help: 'give the function access to fewer parts, or split it',
        sharedBy: 'role',
      },
    ],
  },
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': {
    identity: once('role', 'policyArn'),
    cost: { free: 'IAM' },
    replacedBy: ['role', 'policyArn'],
    name: 'assigned',
    count: 'fixed',
    texts: 'short',
  },
} as const satisfies KindDefinitions;
