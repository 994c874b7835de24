// Promotion: values that are weaker in the target environment.

import { expect } from 'chai';
import { findWeaker, type PromotedSpec } from '../../../../compiler/language/values/promotion';
import { compileProject } from '../../../spec';

const BASE = `
project: payment
environment: Test
tables: { payments: { partitionKey: { name: id } } }
queues: { dead-letters: {} }
functions: { processor: { entry: runtime/handler.ts } }
api: { name: payment-api, routes: { get: { method: GET, path: /payments, function: processor } } }
waivers: { open: { code: ENV3090, path: api, value: NONE, reason: It is compared alone., expires: 2027-06-30 } }
`;

function promoted(suffix: string, text: string): PromotedSpec {
  const path = `spec/${suffix}.yaml`;
  const files = { 'spec/base.yaml': BASE, [path]: `extends: base.yaml\nsuffix: ${suffix}\n${text}\n` };
  const { resolved, diagnostics } = compileProject(path, files);
  if (resolved === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { path, ...resolved };
}

/** The spec to promote, the target spec, and the weaker fields. */
const ROWS: Record<string, [before: string, after: string, weaker: string[]]> = {
  'equal values': ['tracing: true', 'tracing: true', []],
  'a disabled safeguard': ['tracing: true', 'tracing: false', ['tracing']],
  'an enabled safeguard': ['tracing: false', 'tracing: true', []],
  'a weaker default': ['logRetentionDays: 365', '', ['logRetentionDays']],
  'fewer days': ['logRetentionDays: 365', 'logRetentionDays: 180', ['logRetentionDays']],
  'unlimited retention, written as 0': ['logRetentionDays: 365', 'logRetentionDays: 0', []],
  'limited instead of unlimited retention': ['logRetentionDays: 0', 'logRetentionDays: 3653', ['logRetentionDays']],
  'a lower number if higher is safer': [
    'queues: { dead-letters: { messageRetentionSeconds: 1209600 } }',
    'queues: { dead-letters: { messageRetentionSeconds: 345600 } }',
    ['queues.dead-letters.messageRetentionSeconds'],
  ],
  'a higher number if lower is safer': [
    'monitoring: { thresholds: { serverErrorPercent: 1 } }',
    'monitoring: { thresholds: { serverErrorPercent: 5 } }',
    ['monitoring.thresholds.serverErrorPercent'],
  ],
  'equally safe values': ['api: { executionLogging: INFO }', 'api: { executionLogging: ERROR }', []],
  'a missing objective': ['monitoring: { slo: { availabilityPercent: 99.9 } }', '', ['monitoring.slo']],
  'a longer list if fewer is safer': ['', 'allowReplacement: [tables.payments]', ['allowReplacement']],
  'a shorter list if more is safer': [
    'api: { webAcl: {} }',
    'api: { webAcl: { managedRuleGroups: [AWSManagedRulesCommonRuleSet] } }',
    ['api.webAcl.managedRuleGroups'],
  ],
  'a web ACL that only counts': ['api: { webAcl: {} }', 'api: { webAcl: { action: COUNT } }', ['api.webAcl.action']],
  'a missing web ACL': ['api: { webAcl: {} }', '', ['api.webAcl']],
  'a custom value': ['', 'permissionsBoundary: arn:aws:iam::123456789012:policy/b', []],
  'a missing boundary': [
    'permissionsBoundary: arn:aws:iam::123456789012:policy/b',
    'permissionsBoundary: NONE',
    ['permissionsBoundary'],
  ],
  'a part that only the source has': ['tables: { more: { partitionKey: { name: id } } }', '', []],
  'a part that only the target has': [
    '',
    'tables: { more: { partitionKey: { name: id }, deletionProtection: false } }',
    [],
  ],
  'a public route of an API with authorization': [
    '',
    'api: { routes: { get: { authorization: NONE } } }',
    ['api.routes.get.authorization'],
  ],
  'a public route of a source API that is also public': [
    'api: { authorization: NONE }',
    'api: { authorization: AWS_IAM, routes: { get: { authorization: NONE } } }',
    [],
  ],
};

describe('a promotion', () => {
  for (const [what, [before, after, weaker]] of Object.entries(ROWS)) {
    it(`${weaker.length > 0 ? 'is refused' : 'is accepted'} with ${what}`, () => {
      const found = findWeaker(promoted('before', before), promoted('after', after));
      expect(found.map(({ code, path }) => [code, path])).to.deep.equal(weaker.map((path) => ['ENV7001', path]));
    });
  }

  it('reports both values, and the location of the source', () => {
    const [found] = findWeaker(promoted('before', 'logRetentionDays: 365'), promoted('after', 'logRetentionDays: 7'));
    expect(found?.message).to.equal('logRetentionDays is 7; spec/before.yaml has the safer value 365');
    expect(found?.span.source.path).to.equal('spec/after.yaml');
    expect(found?.related?.map(({ span }) => span.source.path)).to.deep.equal(['spec/before.yaml']);
  });
});
