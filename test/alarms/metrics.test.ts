// The alarms of each spec, generated ones among them, watch metrics that exist and can reach their thresholds.

import { expect } from 'chai';
import { allAlarms } from '../../compiler/alarms/all-alarms';
import { alarmRangeRule } from '../../compiler/rules/alarm-range.rule';
import { metricRule } from '../../compiler/rules/metric.rule';
import type { RuleContext } from '../../compiler/rules/rule';
import { createSource } from '../../compiler/source/source';
import { compileProject } from '../spec';

/** What the rules on alarms say of all alarms of a spec, as though each were written in it. */
function findings(path: string): string[] {
  const { resolved } = compileProject(path);
  if (resolved === undefined) return expect.fail(path);
  const { spec: root, environment } = resolved;
  const span = { source: createSource(path, ''), start: 0, end: 0 };
  const context: RuleContext = {
    environment: { ...environment, alarms: allAlarms(environment).alarms },
    root,
    today: '2026-11-23',
    at: () => ({ ...span, path }),
    otherSide: () => [],
  };
  return [...metricRule(context), ...alarmRangeRule(context)].map(({ code, message }) => `${code} ${message}`);
}

describe('the metrics of alarms', () => {
  for (const name of ['development', 'pr', 'pr1234', 'production']) {
    it(`exist and reach the thresholds: ${name}`, () => expect(findings(`spec/${name}.yaml`)).to.deep.equal([]));
  }

  it('exist in the spec that uses everything, whose function is slower than one of its alarms expects', () => {
    const codes = findings('test/golden/everything/spec.yaml').map((finding) => finding.split(' ')[0]);
    expect(codes).to.deep.equal(['ENV3037']);
  });
});
