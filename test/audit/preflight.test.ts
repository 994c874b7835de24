// Checks templates of all specs and of a sample with cdk-preflight, whose rules detect what AWS refuses at deployment.

import { join } from 'node:path';
import { expect } from 'chai';
import type { Template } from '../../compiler/backends/cloudformation/template';
import { describeInExhaustive } from '../exhaustive';
import { describeWithTools, runTool } from '../python-tools';
import { SAMPLE, sampledEnvironments, sampleTemplates } from './sample';
import { templateOf, withTemplateFiles } from './templates';

interface Finding {
  readonly template: number;
  readonly rule: string;
  readonly resource: string;
  readonly description: string;
}

/** The findings on each template, in one process, because loading the rules takes most of the time. */
function preflight(tools: string, templates: readonly Template[]): readonly (readonly string[])[] {
  const findings: Finding[] = JSON.parse(
    withTemplateFiles(templates, (files) => runTool(tools, 'python3', [join(__dirname, 'preflight.py'), ...files])),
  );
  return templates.map((_, at) =>
    findings
      .filter(({ template }) => template === at)
      .map(({ rule, resource, description }) => `${rule} ${resource}: ${description}`),
  );
}

/** A template in which a function has more environment variables than Lambda allows: 4 KB. */
function broken(): Template {
  const template = templateOf('spec/pr1234.yaml');
  const { PaymentProcessorFunction: lambda } = template.Resources;
  if (lambda === undefined) throw new Error('the template has no PaymentProcessorFunction');
  const properties = { ...lambda.Properties, Environment: { Variables: { TEXT: 'x'.repeat(4097) } } };
  const resources = { ...template.Resources, PaymentProcessorFunction: { ...lambda, Properties: properties } };
  return { ...template, Resources: resources };
}

// Starting the CDK with both sets of rules takes 25 s of processor time. cfn-lint, checkov and moto check templates in `npm test`.
describeInExhaustive('the templates', () =>
  describeWithTools('audit/requirements.txt', 'cdk-preflight', (tools) => {
    const specs = [...sampledEnvironments(), 'test/golden/everything/spec.yaml'];
    let found: readonly (readonly string[])[] = [];
    before(() => {
      found = preflight(tools(), [...specs.map(templateOf), broken(), ...sampleTemplates()]);
    });

    for (const [at, spec] of specs.entries()) {
      it(`finds nothing in ${spec}`, () => expect(found[at]).to.deep.equal([]));
    }

    it('finds settings that AWS refuses', () => {
      expect(found[specs.length]?.map((finding) => finding.split(' ')[0])).to.deep.equal(['pf-lambda-env-size']);
    });

    it('finds nothing in a sample of mutated specs', () => {
      const ofSample = found.slice(specs.length + 1);
      expect(ofSample).to.have.length(SAMPLE);
      expect(ofSample.flat()).to.deep.equal([]);
    });
  }),
);
