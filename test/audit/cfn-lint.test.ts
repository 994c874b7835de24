// Checks the template of each environment against AWS's resource schemas with cfn-lint.

import { expect } from 'chai';
import { renderTemplate, type Template } from '../../compiler/backends/cloudformation/template';
import { describeWithTools, runTool } from '../python-tools';
import { graphOf } from '../spec';
import { SAMPLE, sampleTemplates } from './sample';
import { ENVIRONMENTS, templateOf, withTemplateFiles } from './templates';

interface Finding {
  readonly Filename: string;
  readonly Rule: { readonly Id: string };
  readonly Message: string;
  readonly Location: { readonly Path: readonly (string | number)[] };
}

/** The findings on a template. */
function lint(tools: string, template: Template): readonly string[] {
  return lintAll(tools, [template])[0] ?? [];
}

/** The findings on each template, in one process. */
function lintAll(tools: string, templates: readonly Template[]): readonly (readonly string[])[] {
  return withTemplateFiles(templates, (files) => {
    const findings: Finding[] = JSON.parse(runTool(tools, 'cfn-lint', ['--format', 'json', '--template', ...files]));
    return files.map((file) =>
      findings
        .filter(({ Filename }) => Filename === file)
        .map(({ Rule, Message, Location }) => `${Rule.Id} ${Location.Path.join('/')}: ${Message}`),
    );
  });
}

describeWithTools('audit/requirements.txt', 'cfn-lint', (tools) => {
  const specs = [...ENVIRONMENTS, 'test/golden/everything/spec.yaml'];
  let found: readonly (readonly string[])[] = [];
  before(() => {
    found = lintAll(tools(), [...specs.map(templateOf), ...sampleTemplates()]);
  });

  for (const [at, spec] of specs.entries()) {
    it(`finds nothing in ${spec}`, () => expect(found[at]).to.deep.equal([]));
  }

  it('finds nothing in a sample of mutated specs', () => {
    const ofSample = found.slice(specs.length);
    expect(ofSample).to.have.length(SAMPLE);
    expect(ofSample.flat()).to.deep.equal([]);
  });

  it('finds nothing in a table with replicas in other Regions', () => {
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
  });

  it('finds settings that AWS refuses', () => {
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
  });
});
