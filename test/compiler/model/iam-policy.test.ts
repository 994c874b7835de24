// IAM's evaluation of policies: each row is a rule of the IAM User Guide.

import { expect } from 'chai';
import {
  type Decision,
  evaluate,
  type Policy,
  type PolicyStatement,
  type Request,
} from '../../../compiler/model/iam-policy';

const KEY = 'arn:aws:kms:us-east-1:123456789012:key/1a2b';

/** A request to tag a key. */
function tagging(context: Request['context'] = {}): Request {
  return { action: 'kms:TagResource', resource: KEY, context };
}

function policy(...statements: readonly Partial<PolicyStatement>[]): Policy {
  const complete = statements.map((statement) => ({ Effect: 'Allow' as const, ...statement }));
  return { Version: '2012-10-17', Statement: complete };
}

const ANY = { Action: 'kms:*', Resource: '*' };

const under = (Condition: PolicyStatement['Condition']) => [policy({ ...ANY, ...(Condition && { Condition }) })];

describe('the evaluation of policies', () => {
  describe('of effects, actions and resources ("Policy evaluation logic", "IAM JSON policy elements: Action", "Resource")', () => {
    const rows: Record<string, { policies: Policy[]; decision: Decision }> = {
      'no policy denies': { policies: [], decision: 'denied implicitly' },
      'an allow allows': { policies: [policy(ANY)], decision: 'allowed' },
      'an allow of another policy allows': { policies: [policy(), policy(ANY)], decision: 'allowed' },
      'a deny wins over an allow': {
        policies: [policy(ANY), policy({ ...ANY, Effect: 'Deny' })],
        decision: 'denied explicitly',
      },
      'a deny of another action has no effect': {
        policies: [policy(ANY, { Effect: 'Deny', Action: 'sqs:*', Resource: '*' })],
        decision: 'allowed',
      },
      'actions are case-insensitive': {
        policies: [policy({ Action: 'KMS:tagresource', Resource: '*' })],
        decision: 'allowed',
      },
      'resources are case-sensitive': {
        policies: [policy({ Action: '*', Resource: KEY.replace('1a2b', '1A2B') })],
        decision: 'denied implicitly',
      },
      'a question mark matches one character': {
        policies: [policy({ Action: 'kms:Tag?esource', Resource: KEY.replace('1a2b', '???') })],
        decision: 'denied implicitly',
      },
      'a star matches any text, including colons and slashes': {
        policies: [policy({ Action: ['sqs:*', 'kms:Tag*'], Resource: ['arn:aws:sqs:*', 'arn:*2b'] })],
        decision: 'allowed',
      },
      'a dot matches only a dot': {
        policies: [policy({ Action: '*', Resource: KEY.replace('us-east-1', 'us.east.1') })],
        decision: 'denied implicitly',
      },
      'NotAction matches all other actions': {
        policies: [policy({ NotAction: 'sqs:*', Resource: '*' })],
        decision: 'allowed',
      },
      'NotAction excludes its actions': {
        policies: [policy({ NotAction: ['sqs:*', 'kms:Tag*'], Resource: '*' })],
        decision: 'denied implicitly',
      },
      'NotResource excludes its resources': {
        policies: [policy({ Action: '*', NotResource: KEY })],
        decision: 'denied implicitly',
      },
    };
    for (const [title, { policies, decision }] of Object.entries(rows))
      it(title, () => expect(evaluate(policies, tagging())).to.equal(decision));
  });

  describe('of conditions ("IAM JSON policy elements: Condition operators", "Set operators for multivalued context keys")', () => {
    const tagged = {
      'aws:ResourceTag/Name': 'payment',
      'aws:RequestTag/Team': 'ledger',
      'aws:TagKeys': ['Team', 'Cost'],
    };
    const rows: Record<
      string,
      { condition: PolicyStatement['Condition']; context?: Request['context']; allowed: boolean }
    > = {
      'StringEquals matches equal text': {
        condition: { StringEquals: { 'aws:ResourceTag/Name': 'payment' } },
        allowed: true,
      },
      'StringEquals does not support wildcards': {
        condition: { StringEquals: { 'aws:ResourceTag/Name': 'pay*' } },
        allowed: false,
      },
      'StringLike supports wildcards': { condition: { StringLike: { 'aws:ResourceTag/Name': 'pay*' } }, allowed: true },
      'one of several values must match': {
        condition: { StringEquals: { 'aws:ResourceTag/Name': ['other', 'payment'] } },
        allowed: true,
      },
      'all keys must match': {
        condition: { StringEquals: { 'aws:ResourceTag/Name': 'payment', 'aws:RequestTag/Team': 'other' } },
        allowed: false,
      },
      'all operators must match': {
        condition: {
          StringEquals: { 'aws:ResourceTag/Name': 'payment' },
          Null: { 'aws:RequestTag/Team': 'true' },
        },
        allowed: false,
      },
      'an absent key does not match': {
        condition: { StringLike: { 'aws:ResourceTag/Name': '*' } },
        context: {},
        allowed: false,
      },
      'an absent key matches IfExists': {
        condition: { StringLikeIfExists: { 'aws:ResourceTag/Name': 'x' } },
        context: {},
        allowed: true,
      },
      'a present key with another value does not match IfExists': {
        condition: { StringLikeIfExists: { 'aws:ResourceTag/Name': 'x' } },
        allowed: false,
      },
      'an absent key matches a negated operator': {
        condition: { StringNotEquals: { 'aws:ResourceTag/Name': 'payment' } },
        context: {},
        allowed: true,
      },
      'a negated operator excludes each of its values': {
        condition: { StringNotEquals: { 'aws:ResourceTag/Name': ['other', 'payment'] } },
        allowed: false,
      },
      'Null: true matches an absent key': {
        condition: { Null: { 'aws:ResourceTag/Name': 'true' } },
        context: {},
        allowed: true,
      },
      'Null: true does not match a present key': {
        condition: { Null: { 'aws:ResourceTag/Name': 'true' } },
        allowed: false,
      },
      'Null: false requires a key': { condition: { Null: { 'aws:ResourceTag/Name': 'false' } }, allowed: true },
      'ForAllValues rejects other values': {
        condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Team'] } },
        allowed: false,
      },
      'ForAllValues accepts a subset': {
        condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Team', 'Cost', 'Name'] } },
        allowed: true,
      },
      'ForAllValues accepts an empty set': {
        condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Team'] } },
        context: {},
        allowed: true,
      },
      'ForAnyValue accepts one matching value': {
        condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['Team'] } },
        allowed: true,
      },
      'ForAnyValue rejects an empty set': {
        condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['Team'] } },
        context: {},
        allowed: false,
      },
      'ArnLike compares part by part': {
        condition: { ArnLike: { 'iam:PolicyARN': 'arn:aws:iam:*:policy/p' } },
        context: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/p' },
        allowed: false,
      },
      'ArnEquals supports wildcards as ArnLike does': {
        condition: { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::*:policy/p*' } },
        context: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/path/p:1' },
        allowed: true,
      },
      'Bool is case-insensitive': {
        condition: { Bool: { 'kms:ViaService': 'True' } },
        context: { 'kms:ViaService': 'true' },
        allowed: true,
      },
    };
    for (const [title, { condition, context = tagged, allowed }] of Object.entries(rows))
      it(title, () =>
        expect(evaluate(under(condition), tagging(context))).to.equal(allowed ? 'allowed' : 'denied implicitly'),
      );
  });

  describe('of networks and principals in the policy of a resource', () => {
    const decide = (statement: Partial<PolicyStatement>, principal: string, sourceIp: string) =>
      evaluate([policy({ ...ANY, ...statement })], { ...tagging(), principal, context: { 'aws:SourceIp': sourceIp } });
    const from = (network: string): Partial<PolicyStatement> => ({
      Principal: '*',
      Condition: { IpAddress: { 'aws:SourceIp': network } },
    });
    const USER = 'arn:aws:iam::111122223333:user/ana';
    const rows: Record<string, [statement: Partial<PolicyStatement>, sourceIp: string, allowed: boolean]> = {
      'the first address of a network': [from('203.0.113.0/24'), '203.0.113.0', true],
      'the last address of a network': [from('203.0.113.0/24'), '203.0.113.255', true],
      'the next address': [from('203.0.113.0/24'), '203.0.114.0', false],
      'a single address': [from('203.0.113.7'), '203.0.113.7', true],
      'an address of IP version 6': [from('2001:db8::/32'), '2001:db8:1::1', true],
      'an address of another version': [from('203.0.113.0/24'), '2001:db8::1', false],
      'a user by its ARN': [{ Principal: { AWS: USER } }, '', true],
      'a user by its account': [{ Principal: { AWS: ['arn:aws:iam::111122223333:root'] } }, '', true],
      'a user of another account': [{ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }, '', false],
    };
    for (const [title, [statement, sourceIp, allowed]] of Object.entries(rows))
      it(`${allowed ? 'includes' : 'excludes'} ${title}`, () =>
        expect(decide(statement, USER, sourceIp)).to.equal(allowed ? 'allowed' : 'denied implicitly'));
  });

  describe('throws on', () => {
    const rows: Record<string, { policies: Policy[]; message: string }> = {
      'an unknown operator': {
        policies: under({ DateLessThan: { 'aws:RequestedRegion': '2026-01-01' } }),
        message: 'unknown condition operator DateLessThan',
      },
      'an unknown condition key': {
        policies: under({ StringEquals: { 'aws:UserAgent': 'x' } }),
        message: 'unknown condition key aws:UserAgent',
      },
      'a multivalued key without a set operator': {
        policies: under({ StringEquals: { 'aws:TagKeys': 'Team' } }),
        message: 'aws:TagKeys has several values: StringEquals requires ForAllValues: or ForAnyValue:',
      },
      'a policy variable': {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable is written like this
        policies: [policy({ Action: '*', Resource: '${aws:username}' })],
        // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
        message: 'policy variables are not supported: ${aws:username}',
      },
      'a principal of a caller that is not known': {
        policies: [policy({ ...ANY, Principal: '*' })],
        message: 'a statement with a principal requires a request with one',
      },
      'a statement without actions': {
        policies: [policy({ Resource: '*' })],
        message: 'a statement must have either Action or NotAction',
      },
    };
    for (const [title, { policies, message }] of Object.entries(rows))
      it(title, () => expect(() => evaluate(policies, tagging())).to.throw(message));
  });
});
