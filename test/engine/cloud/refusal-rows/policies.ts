// Refusals of roles, policies and used resources: an accepted and a refused change for each fact.

import type { Properties } from '../properties';
import { policy, WEB_ACL } from '../samples';
import { drop, plan, put, type Row, sample, within } from './steps';

const rolePolicy = (name: string, size: number) =>
  put('aws:iam/rolePolicy:RolePolicy', name, { role: 'role', name, policy: policy(size) });
const permission = (changes: Properties, name = 'api') => sample('aws:lambda/permission:Permission', name, changes);

/** The rows, by fact. */
export const POLICIES: Readonly<Record<string, Row>> = {
  'a role with policies cannot be deleted': {
    before: [sample('aws:iam/role:Role', 'role'), rolePolicy('inline', 10)],
    good: [drop('aws:iam/rolePolicy:RolePolicy', 'inline'), drop('aws:iam/role:Role', 'role')],
    refused: drop('aws:iam/role:Role', 'role'),
    answer: 'must delete policies first',
  },
  'an attached policy cannot be deleted': {
    before: [
      sample('aws:iam/policy:Policy', 'boundary'),
      within(
        ...(['aws:iam/rolePolicyAttachment:RolePolicyAttachment', 'a', 'policyArn'] as const),
        ['aws:iam/policy:Policy', 'boundary'],
        { role: 'role' },
      ),
    ],
    good: [drop('aws:iam/rolePolicyAttachment:RolePolicyAttachment', 'a'), drop('aws:iam/policy:Policy', 'boundary')],
    refused: drop('aws:iam/policy:Policy', 'boundary'),
    answer: 'Cannot delete a policy attached to entities',
  },
  'a backup plan with selections cannot be deleted': {
    before: [
      plan('cron(0 5 * * ? *)'),
      within(...(['aws:backup/selection:Selection', 's', 'planId'] as const), ['aws:backup/plan:Plan', 'plan'], {
        name: 'tables',
        iamRoleArn: 'arn:aws:iam::123456789012:role/backup',
        resources: [],
      }),
    ],
    good: [drop('aws:backup/selection:Selection', 's'), drop('aws:backup/plan:Plan', 'plan')],
    refused: drop('aws:backup/plan:Plan', 'plan'),
    answer: 'Related backup plan selections must be deleted',
  },
  'an associated web ACL cannot be deleted': {
    before: [
      put('aws:wafv2/webAcl:WebAcl', 'acl', WEB_ACL),
      (stack) => {
        const webAclArn = stack.recorded('aws:wafv2/webAcl:WebAcl', 'acl').outputs.arn;
        stack.put('aws:wafv2/webAclAssociation:WebAclAssociation', 'a', { resourceArn: 'stage', webAclArn });
      },
    ],
    good: [drop('aws:wafv2/webAclAssociation:WebAclAssociation', 'a'), drop('aws:wafv2/webAcl:WebAcl', 'acl')],
    refused: drop('aws:wafv2/webAcl:WebAcl', 'acl'),
    answer: 'WAFAssociatedItemException',
  },
  'a statement id may contain letters, digits, dashes and underscores': {
    good: [permission({ statementId: 'GET_payments-1' })],
    refused: permission({ statementId: 'GET-v1.0' }),
    answer: 'must contain alphanumeric, underscores or dashes only',
  },
  'a statement id may have at most 100 characters': {
    good: [permission({ statementId: 'x'.repeat(100) })],
    refused: permission({ statementId: 'x'.repeat(101) }),
    answer: 'cannot be longer than 100 characters',
  },
  'the policy of a function may have at most 20,480 bytes': {
    good: [permission({ sourceArn: 'x'.repeat(20_000) })],
    refused: permission({ sourceArn: 'x'.repeat(20_480) }),
    answer: 'PolicyLengthExceededException',
  },
  'the policy of an API may have at most 8,192 characters': {
    good: [put('aws:apigateway/restApiPolicy:RestApiPolicy', 'p', { restApiId: 'api', policy: policy(8000) })],
    refused: put('aws:apigateway/restApiPolicy:RestApiPolicy', 'p', { restApiId: 'api', policy: policy(8192) }),
    answer: '8192',
  },
  'a managed policy may have at most 6,144 characters': {
    good: [sample('aws:iam/policy:Policy', 'p', { policy: policy(6000) })],
    refused: sample('aws:iam/policy:Policy', 'p', { policy: policy(6144) }),
    answer: 'PolicySize: 6144',
  },
  'the inline policies of a role may have at most 10,240 characters in total': {
    before: [rolePolicy('a', 5000)],
    good: [rolePolicy('b', 5000)],
    refused: rolePolicy('b', 5240),
    answer: '10240',
  },
  'the name of a role policy may have at most 128 characters': {
    good: [rolePolicy('x'.repeat(128), 10)],
    refused: rolePolicy('x'.repeat(129), 10),
    answer: 'cannot be longer than 128 characters',
  },
};
