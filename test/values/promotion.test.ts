// What counts as weaker between two environments.

import { expect } from 'chai';
import { findWeaker, type PromotedSpec } from '../../compiler/values/promotion';
import { compileProject } from '../spec';

const BASE = `
project: payment
environment: Test
tables: { payments: { partitionKey: { name: id } } }
queues: { dead-letters: {} }
functions: { processor: { entry: runtime/handler.ts } }
api: { name: payment-api, routes: { get: { method: GET, path: /payments, function: processor } } }
waivers: { open: { code: ENV3090, path: api, reason: It is compared alone., expires: 2027-06-30 } }
`;

function promoted(suffix: string, text: string): PromotedSpec {
  const path = `spec/${suffix}.yaml`;
  const files = { 'spec/base.yaml': BASE, [path]: `extends: base.yaml\nsuffix: ${suffix}\n${text}\n` };
  const { resolved, diagnostics } = compileProject(path, files);
  if (resolved === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { path, ...resolved };
}

/** A spec that is promoted, what it becomes, and the fields that are then weaker. */
const ROWS: Record<string, [before: string, after: string, weaker: string[]]> = {
  'the same': ['tracing: true', 'tracing: true', []],
  'a safeguard switched off': ['tracing: true', 'tracing: false', ['tracing']],
  'a safeguard switched on': ['tracing: false', 'tracing: true', []],
  'a default that is weaker': ['logRetentionDays: 365', '', ['logRetentionDays']],
  'fewer days': ['logRetentionDays: 365', 'logRetentionDays: 180', ['logRetentionDays']],
  'for ever, which is written 0': ['logRetentionDays: 365', 'logRetentionDays: 0', []],
  'days in place of for ever': ['logRetentionDays: 0', 'logRetentionDays: 3653', ['logRetentionDays']],
  'a lower number where higher is safer': [
    'queues: { dead-letters: { messageRetentionSeconds: 1209600 } }',
    'queues: { dead-letters: { messageRetentionSeconds: 345600 } }',
    ['queues.dead-letters.messageRetentionSeconds'],
  ],
  'a higher number where lower is safer': [
    'monitoring: { thresholds: { serverErrorPercent: 1 } }',
    'monitoring: { thresholds: { serverErrorPercent: 5 } }',
    ['monitoring.thresholds.serverErrorPercent'],
  ],
  'values that are equally safe': ['api: { executionLogging: INFO }', 'api: { executionLogging: ERROR }', []],
  'an objective that is not there': ['monitoring: { slo: { availabilityPercent: 99.9 } }', '', ['monitoring.slo']],
  'a longer list where fewer is safer': ['', 'allowReplacement: [tables.payments]', ['allowReplacement']],
  'a shorter list where more is safer': [
    'api: { webAcl: {} }',
    'api: { webAcl: { managedRuleGroups: [AWSManagedRulesCommonRuleSet] } }',
    ['api.webAcl.managedRuleGroups'],
  ],
  'a web ACL that only counts': ['api: { webAcl: {} }', 'api: { webAcl: { action: COUNT } }', ['api.webAcl.action']],
  'a web ACL that is not there': ['api: { webAcl: {} }', '', ['api.webAcl']],
  "a value of the user's own": ['', 'permissionsBoundary: arn:aws:iam::123456789012:policy/b', []],
  'a boundary that is gone': [
    'permissionsBoundary: arn:aws:iam::123456789012:policy/b',
    'permissionsBoundary: NONE',
    ['permissionsBoundary'],
  ],
  'a part that only the one before has': ['tables: { more: { partitionKey: { name: id } } }', '', []],
  'a part that only the one after has': [
    '',
    'tables: { more: { partitionKey: { name: id }, deletionProtection: false } }',
    [],
  ],
  'a route that is open where the API is not': [
    '',
    'api: { routes: { get: { authorization: NONE } } }',
    ['api.routes.get.authorization'],
  ],
  'a route that is as open as the API before it': [
    'api: { authorization: NONE }',
    'api: { authorization: AWS_IAM, routes: { get: { authorization: NONE } } }',
    [],
  ],
};

describe('a promotion', () => {
  for (const [what, [before, after, weaker]] of Object.entries(ROWS)) {
    it(`${weaker.length > 0 ? 'is refused' : 'goes on'} with ${what}`, () => {
      const found = findWeaker(promoted('before', before), promoted('after', after));
      expect(found.map(({ code, path }) => [code, path])).to.deep.equal(weaker.map((path) => ['ENV7001', path]));
    });
  }

  it('names both values, and the place of the one before', () => {
    const [found] = findWeaker(promoted('before', 'logRetentionDays: 365'), promoted('after', 'logRetentionDays: 7'));
    expect(found?.message).to.equal('logRetentionDays is 7, which is weaker than 365 in spec/before.yaml');
    expect(found?.span.source.path).to.equal('spec/after.yaml');
    expect(found?.related?.map(({ span }) => span.source.path)).to.deep.equal(['spec/before.yaml']);
  });
});
