// Rounding errors do not decide: neither which of two equal limits refuses requests, nor whether an amount exceeds a threshold that it equals.

import { expect } from 'chai';
import { LambdaConcurrency } from '../../../compiler/model/lambda-concurrency';
import { areAlike, exact, isLess } from '../../../compiler/model/rounding';
import { TableCapacity } from '../../../compiler/model/table-capacity';
import { TargetTracking } from '../../../compiler/model/target-tracking';
import { limitedSystem, run, steadyRate } from '../estimates/simulation/system';

/** An amount slightly above 0.3. */
const ROUNDED = 0.1 + 0.2;

describe('rounding errors', () => {
  it('are not differences of amounts', () => {
    expect(areAlike(0.3, ROUNDED)).to.equal(true);
    expect(areAlike(1e9, 1e9 + 1)).to.equal(true);
    expect(areAlike(0, 1e-6)).to.equal(false);
    expect(areAlike(0, Number.NaN)).to.equal(false);
    expect(isLess(0.3, ROUNDED)).to.equal(false);
    expect(isLess(0.3, 0.300001)).to.equal(true);
    expect(isLess(0, 0)).to.equal(false);
    expect(exact(ROUNDED)).to.equal(0.3);
    expect(exact(40_000 * 60)).to.equal(2_400_000);
  });

  it('do not make an index refuse a write that its table refuses as well', () => {
    const part = { read: 1, write: 0.1 };
    const table = new TableCapacity({ table: part, indexes: { own: part }, quota: { read: 1, write: 1 } }, 0);
    table.flowWrite({ from: 0, seconds: 1 }, { units: 30.1, indexes: [{ index: 'own', units: 30.1 }] });
    const later = { units: 0.3, indexes: [{ index: 'own', units: ROUNDED }] };
    expect(table.flowWrite({ from: 1, seconds: 1 }, later).refusal).to.deep.equal({
      reason: 'TableWriteProvisionedThroughputExceeded',
      index: undefined,
    });
  });

  it('do not make the rate limit of a function refuse requests that its concurrency refuses as well', () => {
    // Ten executions of 0.1 s serve 100 requests a second, which is also their rate limit.
    const lambda = new LambdaConcurrency({ accountConcurrency: 1000, functions: { pay: 10 } }, 0);
    const refusedIn = (from: number, durationSeconds: number) =>
      lambda.flow('pay', { from, seconds: 1 }, { requests: 500, durationSeconds, initSeconds: 0 }).refused;
    refusedIn(0, 0.01);
    [0.1, 0.1 * (1 - 1e-12), 0.1 * (1 + 1e-12)].forEach((durationSeconds, at) => {
      const refused = refusedIn(1 + at, durationSeconds);
      expect(refused).to.have.all.keys('ReservedFunctionConcurrentInvocationLimitExceeded');
    });
  });

  it('do not scale a table whose consumption equals its target', () => {
    const scaling = new TargetTracking(
      {
        minimum: 80,
        maximum: 160,
        targetUtilizationPercent: 59,
        scaleInCooldownSeconds: 60,
        scaleOutCooldownSeconds: 60,
      },
      80,
    );
    // Two minutes above the target are necessary. The first one equals it.
    [80 * 0.59 * 60 + 1e-9, 80 * 60, 0, 0].forEach((consumed, minute) => {
      scaling.recordMinute((minute + 1) * 60, consumed);
    });
    expect(scaling.unitsAt(3600)).to.equal(80);
  });

  it('do not fire an alarm at its threshold', () => {
    // The alarm fires above 80 % of the units.
    for (let units = 5; units < 40; units++) {
      const { alarms } = run(limitedSystem({ write: units }), { requests: steadyRate(0.8 * units, 420) });
      expect(
        alarms.filter(({ alarm }) => alarm === 'payments-write-capacity'),
        `${units} units`,
      ).to.deep.equal([]);
    }
  });
});
