// `payment-spec diff --incidents`, run as a user does.

import { expect } from 'chai';
import type { Comparison } from '../../../../../compiler/cli/commands/diff/comparison';
import { comparisonJson } from '../../../../../compiler/cli/commands/diff/json';
import { renderComparisonMarkdown } from '../../../../../compiler/cli/commands/diff/markdown';
import { renderComparison } from '../../../../../compiler/cli/commands/diff/text';
import type { IncidentChange } from '../../../../../compiler/estimates/incidents/compare';
import { runCommand } from '../../run';

const DRILL = '{ fires: { errors: 0 0, failures: 61 61, invocations: 100 100 } }';
const RAISED = `extends: pr1234.yaml\nalarms: { payment-processor-error-rate: { threshold: 60, drill: ${DRILL} } }\n`;

function compare(input: string) {
  return runCommand(['diff', 'pr1234', '-', '--incidents'], { input });
}

describe('payment-spec diff --incidents', () => {
  it('lists the alarms that no longer fire, and incidents without a page', () => {
    const { stdout } = compare(RAISED);
    const lines = stdout.split('\n');
    const begin = lines.indexOf('alarms under incidents');
    expect(lines.slice(begin, begin + 5).map((line) => line.replaceAll(/ {2,}/g, ' | ').trim())).to.deep.equal([
      'alarms under incidents',
      '| incident | before | after | alarms',
      '| spike x10 | paged in time | NEVER PAGED | no longer fires: payment-processor-error-rate',
      '| partial outage | paged in time | NEVER PAGED | no longer fires: payment-processor-error-rate',
      '| bad deployment | paged in time | NEVER PAGED | no longer fires: payment-processor-error-rate',
    ]);
  });

  it('names the spec whose traffic it lacks', () => {
    const input = 'extends: pr1234.yaml\ntraffic: null\n';
    const { code, stdout } = runCommand(['diff', '-', 'pr1234', '--incidents'], { input });
    expect(code).to.equal(0);
    expect(stdout).to.include('\nalarms under incidents\n  depends on traffic, which spec/<stdin> does not state\n');
  });
});

describe('a comparison of alarms under incidents', () => {
  const change: IncidentChange = {
    incident: 'bad deployment',
    before: 'late',
    after: 'paged',
    newlyFiring: ['a', 'b'],
    noLongerFiring: ['c'],
  };
  const comparison = (incidents?: Comparison['incidents']): Comparison => ({
    ...{ before: 'a.yaml', after: 'b.yaml', environment: 'changed', formerNames: [], leavesNamesOut: false },
    ...{ values: [], resources: [], settings: [], findings: [], allowReplacement: [] },
    ...(incidents && { incidents }),
  });

  it('is a row in the table of effects', () => {
    expect(renderComparisonMarkdown(comparison([change]))).to.include(
      '\n| alarms in incident bad deployment | PAGED LATE | paged in time | newly fires: a, b; no longer fires: c |',
    );
  });

  it('is a row with the missing fact, if a spec lacks it', () => {
    expect(renderComparisonMarkdown(comparison({ dependsOn: 'traffic' }))).to.include(
      '\n| alarms in incidents |  |  | depends on traffic |',
    );
  });

  it('is a member of the JSON value, if it is made', () => {
    expect(comparisonJson(comparison([change]))).to.deep.include({ incidents: [change] });
    expect(comparisonJson(comparison([]))).to.deep.include({ incidents: [] });
    expect(comparisonJson(comparison())).not.to.have.property('incidents');
  });

  it('says in text that nothing differs, if it is made', () => {
    expect(renderComparison(comparison([]))).to.match(/\nalarms under incidents\n {2}no difference$/);
    expect(renderComparison(comparison())).not.to.include('incidents');
  });
});
