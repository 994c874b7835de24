// All alarms of each spec, including generated alarms, use metrics that exist and can reach their thresholds.

import { expect } from 'chai';
import { alarmRangeRule } from '../../../../../compiler/compile/rules/alarms/alarm-range.rule';
import { metricRule } from '../../../../../compiler/compile/rules/alarms/metric.rule';
import type { RuleContext } from '../../../../../compiler/compile/rules/rule';
import { createSource } from '../../../../../compiler/source/source';
import { compileProject } from '../../../../spec';

/** The findings of the alarm rules on all alarms of a spec, including generated alarms. */
function findings(path: string): string[] {
  const { resolved } = compileProject(path);
  if (resolved === undefined) return expect.fail(path);
  const { spec: root, expanded } = resolved;
  const span = { source: createSource(path, ''), start: 0, end: 0 };
  const context: RuleContext = {
    environment: { ...expanded, alarms: expanded.facts.alarms.alarms },
    root,
    today: '2026-11-23',
    at: () => ({ ...span, path }),
    otherSide: () => [],
  };
  return [...metricRule.check(context), ...alarmRangeRule.check(context)].map(
    ({ code, message }) => `${code} ${message}`,
  );
}

describe('the metrics of alarms', () => {
  for (const name of ['development', 'pr', 'pr1234', 'production']) {
    it(`exist and reach the thresholds: ${name}`, () => expect(findings(`spec/${name}.yaml`)).to.deep.equal([]));
  }

  it('exist in the spec that uses everything, with one finding on the expected duration of its function', () => {
    const codes = findings('test/golden/everything/spec.yaml').map((finding) => finding.split(' ')[0]);
    expect(codes).to.deep.equal(['ENV3037']);
  });
});
