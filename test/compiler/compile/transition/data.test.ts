// Deployments that must not lose data or its encryption keys.

import { expect } from 'chai';
import { planTransition } from '../../../../compiler/compile/transition/transition';
import { formatPath } from '../../../../compiler/source/spec-node';
import { deployed, graphWith, planOver, refusalsOf } from './stacks';

const spec = (key: string, more = '') =>
  `encryption: { key: ${key} }\nbackup: { retentionDays: 30 }\n${more}tables:\n  t: { partitionKey: { name: id } }\n`;
const LIVING_KEY = 'arn:aws:kms:us-east-1:123456789012:key/1111';
const withKey = {
  'data-key': { arn: LIVING_KEY },
  'backup-vault': { kmsKeyArn: LIVING_KEY },
  t: { serverSideEncryption: { enabled: true, kmsKeyArn: LIVING_KEY } },
};
const allowing = 'allowReplacement: [encryption, backup]\nprotect: false\n';

describe('a deployment over data', () => {
  for (const key of ['AWS_MANAGED', 'SERVICE_OWNED']) {
    it(`accepts a vault with the default key of AWS, with ${key}`, () => {
      const living = { 'backup-vault': { kmsKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/aws-backup' } };
      expect(refusalsOf(planOver(spec(key), spec(key), living))).to.deep.equal([]);
    });
  }

  it('refuses to leave a table on a removed customer key, regardless of allowReplacement', () => {
    const parts = (after: string) =>
      planOver(spec('CUSTOMER_MANAGED'), after, withKey).refusals.map(({ part }) => formatPath(part));
    expect(parts(spec('AWS_MANAGED', allowing))).to.deep.equal(['tables.t', 'backup']);
    expect(parts(spec('SERVICE_OWNED', allowing))).to.deep.equal(['backup']);
    expect(parts(spec('CUSTOMER_MANAGED'))).to.deep.equal([]);
  });

  it('describes the two steps from a customer key to an AWS key', () => {
    const { refusals } = planOver(spec('CUSTOMER_MANAGED'), spec('AWS_MANAGED', allowing), withKey);
    expect(refusals[0]?.fix).to.match(/SERVICE_OWNED and deploy; then set AWS_MANAGED/);
    const between = { t: { serverSideEncryption: { enabled: false, kmsKeyArn: '' } } };
    expect(refusalsOf(planOver(spec('SERVICE_OWNED'), spec('AWS_MANAGED'), between))).to.deep.equal([]);
  });

  it('reports that data cannot be read without the key', () => {
    expect(refusalsOf(planOver(spec('CUSTOMER_MANAGED'), spec('SERVICE_OWNED'), withKey))).to.include(
      'encryption: it is in the stack but no longer in the spec, so it would be deleted, and data encrypted with it could no longer be read',
    );
  });

  it('allows the loss of all resources of a listed part', () => {
    const keyed = (key: string, allowed: string) =>
      `allowReplacement: [${allowed}]\ntables: { t: { partitionKey: { name: id }, indexes: { index: { partitionKey: { name: ${key} } } } } }\n`;
    const over = (allowed: string) => refusalsOf(planOver(keyed('a', ''), keyed('b', allowed)));
    expect(over('')).to.have.length(1);
    expect(over('tables.t')).to.deep.equal([]);
    expect(over('tables.t.indexes.index')).to.deep.equal([]);
  });

  describe('of log groups', () => {
    const api = (fields: string, more = '') =>
      `${more}functions: { f: { entry: runtime/handler.ts } }\napi:\n  name: a\n  routes: { r: { method: GET, path: /r, function: f } }\n${fields}`;
    const WEB_ACL = '  webAcl: { logging: true }\n';

    it('reports the part of each deleted log group', () => {
      const everything = graphWith(api(`  accessLogging: true\n  executionLogging: ERROR\n${WEB_ACL}`));
      const nothing = graphWith('queues: { q: {} }\n');
      const { refusals } = planTransition(nothing, deployed(everything));
      expect(refusals.map(({ part }) => formatPath(part)).sort()).to.deep.equal([
        'api.accessLogging',
        'api.executionLogging',
        'api.webAcl.logging',
        'functions.f',
      ]);
    });

    it('reports the logging of the web ACL if only that is disabled', () => {
      const off = WEB_ACL.replace('true', 'false');
      expect(planOver(api(WEB_ACL), api(off)).refusals.map(({ part }) => formatPath(part))).to.deep.equal([
        'api.webAcl.logging',
      ]);
      expect(refusalsOf(planOver(api(WEB_ACL), api(off, 'allowReplacement: [api]\n')))).to.deep.equal([]);
    });
  });
});
