// AWS's own resource schemas, by cfn-lint, on the template of each environment.

import { expect } from 'chai';
import { renderTemplate, type Template } from '../../compiler/backends/cloudformation/template';
import { describeWithTools, runTool } from '../python-tools';
import { graphOf } from '../spec';
import { ENVIRONMENTS, templateOf, withTemplateFile } from './templates';

interface Finding {
  readonly Rule: { readonly Id: string };
  readonly Message: string;
  readonly Location: { readonly Path: readonly (string | number)[] };
}

function lint(tools: string, template: Template): string[] {
  const findings: Finding[] = JSON.parse(
    withTemplateFile(template, (file) => runTool(tools, 'cfn-lint', ['--format', 'json', '--template', file])),
  );
  return findings.map(({ Rule, Message, Location }) => `${Rule.Id} ${Location.Path.join('/')}: ${Message}`);
}

describeWithTools('audit/requirements.txt', 'cfn-lint', (tools) => {
  for (const spec of [...ENVIRONMENTS, 'test/golden/everything/spec.yaml']) {
    it(`finds nothing in ${spec}`, () => expect(lint(tools(), templateOf(spec))).to.deep.equal([])).timeout(120_000);
  }

  it('finds nothing in a table that has copies in other Regions', () => {
    const template = renderTemplate(
      graphOf('spec/more.yaml', {
        'spec/more.yaml': [
          'extends: production.yaml',
          'tables:',
          '  payments:',
          '    billingMode: PAY_PER_REQUEST',
          '    capacity: null',
          '    replicas: { us-west-2: { kmsKeyArn: "arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" } }',
        ].join('\n'),
      }),
    );
    const types = Object.values(template.Resources).map(({ Type }) => Type);
    expect(types.filter((type) => type.startsWith('AWS::DynamoDB::'))).to.deep.equal(['AWS::DynamoDB::GlobalTable']);
    expect(lint(tools(), template)).to.deep.equal([]);
  }).timeout(120_000);

  it('finds what AWS would refuse', () => {
    const template = templateOf('spec/production.yaml');
    const { PaymentProcessorFunction: lambda } = template.Resources;
    if (lambda === undefined) throw new Error('the template has no PaymentProcessorFunction');
    const broken = { ...lambda, Properties: { ...lambda.Properties, Timeout: 901 } };
    const findings = lint(tools(), {
      ...template,
      Resources: { ...template.Resources, PaymentProcessorFunction: broken },
    });
    expect(findings.map((finding) => finding.slice(0, 80))).to.deep.equal([
      'E3717 Resources/PaymentProcessorFunction/Properties/Timeout: 901 is greater than',
    ]);
  }).timeout(120_000);
});
