// `deploy-policy`: the policies that it prints, and its errors.

import { expect } from 'chai';
import { deployerPolicies } from '../../../../compiler/backends/deployer/policy';
import { graphOf } from '../../../spec';
import { callCommand } from '../run';

const SPEC = 'spec/production.yaml';

describe('payment-spec deploy-policy', () => {
  it('prints the policies of a spec, for any account by default', async () => {
    const { code, stdout } = await callCommand(['deploy-policy', SPEC]);
    expect(code).to.equal(0);
    const place = { partition: 'aws', region: 'us-east-1', account: '*' };
    expect(JSON.parse(stdout)).to.deep.equal({
      schemaVersion: 1,
      policies: deployerPolicies([graphOf(SPEC)], place),
    });
  });

  it('prints the trust policy for the named spec', async () => {
    const { stdout } = await callCommand([
      'deploy-policy',
      SPEC,
      '--account',
      '123456789012',
      '--trust',
      'bank/payments',
    ]);
    expect(JSON.stringify(JSON.parse(stdout).trust)).to.include('"repo:bank/payments:environment:production"');
  });

  const mistakes: Record<string, { args: string[]; code: number; says: RegExp }> = {
    'an invalid account id': { args: ['--account', '1'], code: 2, says: /an account id has 12 digits/ },
    'an invalid workflow': {
      args: ['--account', '123456789012', '--trust', 'bank'],
      code: 2,
      says: /^error: "bank" is not a workflow; expected OWNER\/REPO, or OWNER\/REPO:environment:NAME, :branch:NAME or :pull_request\n$/m,
    },
    'trust without an account': {
      args: ['--trust', 'bank/payments'],
      code: 2,
      says: /^error: --trust requires an account: pass --account/m,
    },
    'specs of several Regions': {
      args: ['test/golden/everything/spec.yaml'],
      code: 2,
      says: /us-east-1.*eu-central-1/,
    },
    'a missing spec': { args: ['spec/none.yaml'], code: 1, says: /ENV2001/ },
  };
  for (const [mistake, { args, code, says }] of Object.entries(mistakes)) {
    it(`refuses ${mistake} with exit code ${code}`, async () => {
      const run = await callCommand(['deploy-policy', SPEC, ...args]);
      expect({ code: run.code, stdout: run.stdout }).to.deep.equal({ code, stdout: '' });
      expect(run.stderr).to.match(says);
    });
  }
});
