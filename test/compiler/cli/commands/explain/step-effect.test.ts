// The effect of another value of a field on cost and limits.

import { expect } from 'chai';
import { stepEffectOf } from '../../../../../compiler/cli/commands/explain/step-effect';
import type { PathStep, Plain } from '../../../../../compiler/source/spec-node';
import { compileProject, SURROUNDINGS } from '../../../../spec';

function step(path: readonly PathStep[], value: Plain | undefined, changes = '') {
  const file = 'spec/case.yaml';
  const { resolved } = compileProject(file, { [file]: `extends: production.yaml\ntraffic: null\n${changes}` });
  if (resolved === undefined) throw new Error('the spec is not valid');
  return stepEffectOf(resolved.spec, { path, value }, SURROUNDINGS);
}

const AUTOSCALING = ['tables', 'payments', 'capacity', 'write', 'autoscaling'];

describe('the effect of another value', () => {
  it('is a cost of the table and of each index', () => {
    const found = step([...AUTOSCALING, 'minimum'], 181);
    expect(found?.usd.floor).to.be.closeTo(3 * 730 * 0.00065, 1e-9);
    expect(found?.uses.map(({ part, what }) => `${part}: ${what}`)).to.have.members([
      'tables.payments: write capacity of the table',
      'tables.payments: write capacity of index status-index',
      'tables.payments: write capacity of index status-time-index',
    ]);
    expect(found?.limits).to.deep.equal([]);
  });

  it('is a limit that moves', () => {
    const found = step([...AUTOSCALING, 'maximum'], 1100);
    const [moved] = found?.limits.filter(({ what }) => what === 'write capacity of table payments') ?? [];
    expect((moved?.after ?? 0) / (moved?.before ?? 1)).to.be.closeTo(1.1, 1e-9);
    expect(found?.usd.ceiling).to.be.closeTo(3 * 100 * 730 * 0.00065, 1e-6);
    expect(found?.usd.floor).to.equal(undefined);
  });

  it('lists the largest use first, and uses that end', () => {
    const uses = step(['api', 'webAcl'], undefined)?.uses.map(({ what }) => what);
    expect(uses).to.deep.equal(['requests inspected', 'web ACL', 'rules and managed rule groups']);
  });

  it('counts the cost of a value above the budget', () => {
    const found = step([...AUTOSCALING, 'minimum'], 200, 'budget: { monthlyUsd: 1870, at: FLOOR }');
    expect(found?.usd.floor).to.be.closeTo(3 * 20 * 730 * 0.00065, 1e-6);
  });

  it('is undefined without an effect on cost and limits, and for an invalid value', () => {
    expect(step(['suffix'], 'x')).to.equal(undefined);
    expect(step([...AUTOSCALING, 'minimum'], 2000)).to.equal(undefined);
  });
});
