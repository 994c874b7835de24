// `export`: a template on the command line.

import { expect } from 'chai';
import { renderTemplate } from '../../compiler/backends/cloudformation/template';
import { graphOf } from '../spec';
import { runCommand } from './run';

describe('payment-spec export', () => {
  it('prints the CloudFormation template of a spec, and nothing else', () => {
    const { code, stdout } = runCommand(['export', 'spec/production.yaml', '--format', 'cloudformation']);
    expect(code).to.equal(0);
    expect(JSON.parse(stdout)).to.deep.equal(renderTemplate(graphOf('spec/production.yaml')));
  });

  it('refuses a spec that is not valid', () => {
    const { code, stdout } = runCommand(['export', '-'], { input: 'project: p\n' });
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
  });
});
