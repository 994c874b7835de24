// Checks the template of each environment against AWS's resource schemas with cfn-lint.

import { expect } from 'chai';
import { renderTemplate, type Template } from '../../compiler/backends/cloudformation/template';
import { sizeOf } from '../exhaustive';
import { describeWithTools, runTool } from '../python-tools';
import { graphOf } from '../spec';
import { SAMPLE, sampledEnvironments, sampleTemplates } from './sample';
import { templateOf, withoutMonitoring, withTemplateFiles } from './templates';

interface Finding {
  readonly Filename: string;
  readonly Rule: { readonly Id: string };
  readonly Message: string;
  readonly Location: { readonly Path: readonly (string | number)[] };
}

/** The findings on each template, in one process, because loading the schemas takes longer than most templates. */
function lint(tools: string, templates: readonly Template[]): readonly (readonly string[])[] {
  return withTemplateFiles(templates, (files) => {
    const findings: Finding[] = JSON.parse(runTool(tools, 'cfn-lint', ['--format', 'json', '--template', ...files]));
    return files.map((file) =>
      findings
        .filter(({ Filename }) => Filename === file)
        .map(({ Rule, Message, Location }) => `${Rule.Id} ${Location.Path.join('/')}: ${Message}`),
    );
  });
}

/** A template with a table that has a replica in another Region, and with a function whose timeout is a second too long for Lambda. */
function replicatedAndBroken(): Template {
  const template = replicated();
  const { PaymentProcessorFunction: lambda } = template.Resources;
  if (lambda === undefined) throw new Error('the template has no PaymentProcessorFunction');
  const resource = { ...lambda, Properties: { ...lambda.Properties, Timeout: 901 } };
  return { ...template, Resources: { ...template.Resources, PaymentProcessorFunction: resource } };
}

function replicated(): Template {
  return renderTemplate(
    graphOf('spec/more.yaml', {
      'spec/more.yaml': [
        'extends: pr.yaml',
        'tables:',
        '  payments:',
        '    billingMode: PAY_PER_REQUEST',
        '    capacity: null',
        '    replicas: { us-west-2: { kmsKeyArn: "arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" } }',
      ].join('\n'),
    }),
  );
}

describeWithTools('audit/requirements.txt', 'cfn-lint', (tools) => {
  const everything = 'test/golden/everything/spec.yaml';
  const specs = [...sampledEnvironments(), everything];
  // The spec that uses every field has alarms of each form.
  const environmentOf = sizeOf({
    sample: (spec: string) => withoutMonitoring(templateOf(spec)),
    exhaustive: templateOf,
  });
  let ofBroken: readonly string[] | undefined;
  let others: readonly (readonly string[])[] = [];
  before(() => {
    const templates = [
      replicatedAndBroken(),
      ...sampledEnvironments().map(environmentOf),
      templateOf(everything),
      ...sampleTemplates(),
    ];
    [ofBroken, ...others] = lint(tools(), templates);
  });

  for (const [at, spec] of specs.entries()) {
    it(`finds nothing in ${spec}`, () => expect(others[at]).to.deep.equal([]));
  }

  it('finds nothing in a sample of mutated specs', () => {
    const ofSample = others.slice(specs.length);
    expect(ofSample).to.have.length(SAMPLE);
    expect(ofSample.flat()).to.deep.equal([]);
  });

  it('finds only the setting that AWS refuses in a table with replicas in other Regions', () => {
    const types = Object.values(replicatedAndBroken().Resources).map(({ Type }) => Type);
    expect(types.filter((type) => type.startsWith('AWS::DynamoDB::'))).to.deep.equal(['AWS::DynamoDB::GlobalTable']);
    expect(ofBroken?.map((finding) => finding.slice(0, 80))).to.deep.equal([
      'E3717 Resources/PaymentProcessorFunction/Properties/Timeout: 901 is greater than',
    ]);
  });
});
