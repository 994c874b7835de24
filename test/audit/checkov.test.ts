// Checks templates against checkov's security rules. Goldens list the failed rules.

import { expect } from 'chai';
import { renderTemplate, type Template } from '../../compiler/backends/cloudformation/template';
import { expectGolden } from '../golden';
import { describeWithTools, runTool } from '../python-tools';
import { graphOf } from '../spec';
import { originalTemplate, templateOf, withTemplateFile } from './templates';

interface Finding {
  readonly check_id: string;
  readonly check_name: string;
  readonly resource: string;
}

interface Report {
  readonly summary: { readonly passed: number; readonly failed: number; readonly parsing_errors: number };
  readonly results: {
    readonly failed_checks: readonly Finding[];
    readonly skipped_checks: readonly Finding[];
  };
}

function check(tools: string, template: Template): Report {
  const args = ['--framework', 'cloudformation', '--output', 'json', '--soft-fail', '--skip-download'];
  return JSON.parse(withTemplateFile(template, (file) => runTool(tools, 'checkov', ['--file', file, ...args])));
}

/** The numbers, then the failed rules, each with the part of the spec that creates the resource. */
function summarize(template: Template, { summary, results }: Report): string {
  expect(summary.parsing_errors).to.equal(0);
  const lines = results.failed_checks.map(({ check_id, check_name, resource }) => {
    const logicalId = resource.split('.').at(-1) ?? '';
    const { Path } = (template.Resources[logicalId]?.Metadata.Spec ?? {}) as { readonly Path?: string };
    return `${check_id} ${Path} (${logicalId}): ${check_name}`;
  });
  return `${summary.passed} passed, ${summary.failed} failed\n${lines.sort().join('\n')}\n`;
}

describeWithTools('audit/requirements.txt', 'checkov', (tools) => {
  for (const spec of ['spec/production.yaml', 'spec/pr1234.yaml']) {
    describe(`of ${spec}`, () => {
      let report: Report;
      const waivers = graphOf(spec).waivers.filter(({ code }) => code.startsWith('CKV'));
      before(() => {
        report = check(tools(), templateOf(spec));
      });

      it('finds only waived failures', () =>
        expect(report.results.failed_checks.map(({ check_id, resource }) => `${check_id} ${resource}`)).to.deep.equal(
          [],
        ));

      it('finds a failure for each waiver', () => {
        const found = new Set(report.results.skipped_checks.map(({ check_id }) => check_id));
        expect(waivers.filter(({ code }) => !found.has(code))).to.deep.equal([]);
      });
    });
  }

  it('finds the failures of the golden in the Python program', () => {
    const rendered = originalTemplate();
    expectGolden('golden/audit/checkov-original.txt', summarize(rendered, check(tools(), rendered)));
  });

  it('finds a failure again without its waiver', () => {
    const graph = graphOf('spec/production.yaml');
    const findings = check(tools(), renderTemplate({ ...graph, waivers: [] })).results.failed_checks;
    const waived = graph.waivers.map(({ code }) => code).filter((code) => code.startsWith('CKV'));
    expect([...new Set(findings.map(({ check_id }) => check_id))].sort()).to.deep.equal([...waived].sort());
  });
});
