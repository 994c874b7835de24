// checkov's rules of security on templates: what each fails, as goldens to read.

import { expect } from 'chai';
import { renderTemplate, type Template } from '../../compiler/backends/cloudformation/template';
import { expectGolden } from '../golden';
import { graphOf } from '../spec';
import { describeAudit, runTool } from './python-tools';
import { originalTemplate, templateOf, withTemplateFile } from './templates';

interface Report {
  readonly summary: { readonly passed: number; readonly failed: number; readonly parsing_errors: number };
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly resource: string;
    }[];
  };
}

function check(tools: string, template: Template): Report {
  const args = ['--framework', 'cloudformation', '--output', 'json', '--soft-fail', '--skip-download'];
  return JSON.parse(withTemplateFile(template, (file) => runTool(tools, 'checkov', ['--file', file, ...args])));
}

/** The figures, then what fails, with the part of the spec that the resource comes from. */
function summarize(template: Template, { summary, results }: Report): string {
  expect(summary.parsing_errors).to.equal(0);
  const lines = results.failed_checks.map(({ check_id, check_name, resource }) => {
    const logicalId = resource.split('.').at(-1) ?? '';
    const { Path } = (template.Resources[logicalId]?.Metadata.Spec ?? {}) as { readonly Path?: string };
    return `${check_id} ${Path} (${logicalId}): ${check_name}`;
  });
  return `${summary.passed} passed, ${summary.failed} failed\n${lines.sort().join('\n')}\n`;
}

const WAIVED = `extends: production.yaml
waivers:
  no-cache: { code: CKV_AWS_120, path: api, reason: A cached payment is stale., expires: 2026-12-31 }
`;

describeAudit('checkov', (tools) => {
  it('skips what the spec waives, and nothing else', () => {
    const failed = (template: Template) =>
      check(tools(), template).results.failed_checks.map(({ check_id, resource }) => `${check_id} ${resource}`);
    const waived = renderTemplate(graphOf('spec/waived.yaml', { 'spec/waived.yaml': WAIVED }));
    const findings = failed(templateOf('spec/production.yaml'));
    const after = failed(waived);
    expect(findings.filter((finding) => !after.includes(finding))).to.deep.equal([
      'CKV_AWS_120 AWS::ApiGateway::Stage.ProdStage',
    ]);
  }).timeout(180_000);

  const rows: Record<string, { golden: string; template: () => Template }> = {
    'production.yaml': { golden: 'production', template: () => templateOf('spec/production.yaml') },
    'pr1234.yaml': { golden: 'pr1234', template: () => templateOf('spec/pr1234.yaml') },
    'the Python program': { golden: 'original', template: originalTemplate },
  };
  for (const [what, { golden, template }] of Object.entries(rows)) {
    it(`finds in ${what} what the golden lists`, () => {
      const rendered = template();
      expectGolden(`golden/audit/checkov-${golden}.txt`, summarize(rendered, check(tools(), rendered)));
    }).timeout(180_000);
  }
});
