// `export`: the CloudFormation template that it prints.

import { expect } from 'chai';
import { renderTemplate } from '../../../../compiler/backends/cloudformation/template';
import { graphOf } from '../../../spec';
import { callCommand, runCommand } from '../run';

describe('payment-spec export', () => {
  it('prints only the CloudFormation template of a spec', async () => {
    const { code, stdout } = await callCommand(['export', 'spec/production.yaml', '--format', 'cloudformation']);
    expect(code).to.equal(0);
    expect(JSON.parse(stdout)).to.deep.equal(renderTemplate(graphOf('spec/production.yaml')));
  });

  it('rejects an invalid spec', () => {
    const { code, stdout } = runCommand(['export', '-'], { input: 'project: p\n' });
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
  });
});
