// Checks templates against checkov's security rules. Goldens list the failed rules.

import { expect } from 'chai';
import { renderTemplate, type Template } from '../../compiler/backends/cloudformation/template';
import { expectGolden } from '../golden';
import { describeWithTools, runTool } from '../python-tools';
import { graphOf } from '../spec';
import { originalTemplate, templateOf, withoutMonitoring, withTemplateFiles } from './templates';

interface Finding {
  readonly check_id: string;
  readonly check_name: string;
  readonly resource: string;
  readonly file_abs_path: string;
}

interface Report {
  readonly summary: { readonly parsing_errors: number };
  readonly results: Readonly<Record<'passed_checks' | 'failed_checks' | 'skipped_checks', readonly Finding[]>>;
}

/** The findings on a template. */
type Findings = Readonly<Record<'passed' | 'failed' | 'skipped', readonly Finding[]>>;

/** The findings on each template, in one process, because loading the rules takes most of the time. */
function check(tools: string, templates: readonly Template[]): Findings[] {
  const options = ['--framework', 'cloudformation', '--output', 'json', '--soft-fail', '--skip-download'];
  // It has no rule about alarms and dashboards, and would follow their references for half of its time.
  return withTemplateFiles(templates.map(withoutMonitoring), (files) => {
    const { summary, results }: Report = JSON.parse(runTool(tools, 'checkov', ['--file', ...files, ...options]));
    expect(summary.parsing_errors).to.equal(0);
    return files.map((file) => {
      const onFile = (found: readonly Finding[]) => found.filter(({ file_abs_path }) => file_abs_path === file);
      return {
        passed: onFile(results.passed_checks),
        failed: onFile(results.failed_checks),
        skipped: onFile(results.skipped_checks),
      };
    });
  });
}

/** The numbers, then the failed rules, each with the part of the spec that creates the resource. */
function summarize(template: Template, { passed, failed }: Findings): string {
  const lines = failed.map(({ check_id, check_name, resource }) => {
    const logicalId = resource.split('.').at(-1) ?? '';
    const { Path } = (template.Resources[logicalId]?.Metadata.Spec ?? {}) as { readonly Path?: string };
    return `${check_id} ${Path} (${logicalId}): ${check_name}`;
  });
  return `${passed.length} passed, ${failed.length} failed\n${lines.sort().join('\n')}\n`;
}

describeWithTools('audit/requirements.txt', 'checkov', (tools) => {
  const specs = ['spec/production.yaml', 'spec/pr1234.yaml'];
  const unwaived = graphOf('spec/pr1234.yaml');
  const original = originalTemplate();
  let ofOriginal: Findings;
  let ofUnwaived: Findings;
  let ofSpecs: readonly Findings[] = [];
  before(() => {
    const templates = [original, renderTemplate({ ...unwaived, waivers: [] }), ...specs.map(templateOf)];
    [ofOriginal, ofUnwaived, ...ofSpecs] = check(tools(), templates) as [Findings, Findings, ...Findings[]];
  });

  for (const [at, spec] of specs.entries()) {
    describe(`of ${spec}`, () => {
      const waivers = graphOf(spec).waivers.filter(({ code }) => code.startsWith('CKV'));

      it('finds only waived failures', () => {
        const { passed = [], failed = [] } = ofSpecs[at] ?? {};
        expect(passed).to.not.be.empty;
        expect(failed.map(({ check_id, resource }) => `${check_id} ${resource}`)).to.deep.equal([]);
      });

      it('finds a failure for each waiver', () => {
        const found = new Set(ofSpecs[at]?.skipped.map(({ check_id }) => check_id));
        expect(waivers.filter(({ code }) => !found.has(code))).to.deep.equal([]);
      });
    });
  }

  it('finds the failures of the golden in the Python program', () => {
    expectGolden('golden/audit/checkov-original.txt', summarize(original, ofOriginal));
  });

  it('finds a failure again without its waiver', () => {
    const waived = unwaived.waivers.map(({ code }) => code).filter((code) => code.startsWith('CKV'));
    expect(waived).to.not.be.empty;
    expect([...new Set(ofUnwaived.failed.map(({ check_id }) => check_id))].sort()).to.deep.equal([...waived].sort());
  });
});
