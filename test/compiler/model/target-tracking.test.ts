// Autoscaling: thresholds, steps, delays, cooldowns and limits.
// Sources: https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking.html,
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html; thresholds of alarms in published Terraform states.

import { expect } from 'chai';
import { DEFAULT_ASSUMPTIONS } from '../../../compiler/model/assumptions';
import { DecreaseQuota } from '../../../compiler/model/decrease-quota';
import {
  alarmThresholds,
  type ScalingSettings,
  TargetTracking,
  targetUnits,
} from '../../../compiler/model/target-tracking';
import { fc } from '../../random';

const MINUTE = 60;

const settings = (more: Partial<ScalingSettings> = {}): ScalingSettings => ({
  minimum: 5,
  maximum: 1000,
  targetUtilizationPercent: 70,
  scaleInCooldownSeconds: 60,
  scaleOutCooldownSeconds: 60,
  ...more,
});

/** The capacity at the end of each minute, for a demand in units a second that the capacity limits. */
function capacities(scaling: TargetTracking, demands: readonly number[], isLimited = true): number[] {
  return demands.map((demand, minute) => {
    const end = (minute + 1) * MINUTE;
    const units = scaling.unitsAt(end);
    scaling.recordMinute(end, MINUTE * (isLimited ? Math.min(units, demand) : demand));
    return units;
  });
}

const constant = (minutes: number, demand: number): number[] => Array(minutes).fill(demand);
const distinct = (values: readonly number[]) => values.filter((value, at) => value !== values[at - 1]);

describe('autoscaling', () => {
  it('has the thresholds of the alarms that AWS creates', () => {
    expect(alarmThresholds(1, 70)).to.deep.equal({ high: 42, low: 30 });
    expect(alarmThresholds(1, 50)).to.deep.equal({ high: 30, low: 18 });
  });

  it('grows by a factor of at most 1 / target in a step, because the capacity limits the consumption', () => {
    const stepsFrom = (units: number, demand: number, more?: Partial<ScalingSettings>) =>
      distinct(capacities(new TargetTracking(settings(more), units), constant(60, demand)));
    expect(stepsFrom(180, 5000)).to.deep.equal([180, 258, 369, 528, 755, 1000]);
    expect(stepsFrom(5, 500, { maximum: 50 })).to.deep.equal([5, 8, 12, 18, 26, 38, 50]);
  });

  it('takes one larger step while burst capacity serves more than is provisioned', () => {
    expect(distinct(capacities(new TargetTracking(settings(), 5), constant(30, 70), false))).to.deep.equal([5, 100]);
  });

  it('adds capacity 3.5 to 8 minutes after a rise: two periods of a minute and the assumed delays', () => {
    const minutes = capacities(new TargetTracking(settings(), 100), constant(20, 100)).indexOf(143) + 1;
    const { metricDelaySeconds, updateTableSeconds } = DEFAULT_ASSUMPTIONS;
    expect(minutes * MINUTE).to.equal(2 * MINUTE + metricDelaySeconds + updateTableSeconds);
    expect(minutes).to.be.within(3.5, 8);
  });

  it('does not add capacity for a single minute above the target', () => {
    const scaling = new TargetTracking(settings(), 100);
    expect(distinct(capacities(scaling, [...constant(5, 60), 100, ...constant(20, 60)]))).to.deep.equal([100]);
  });

  it('removes capacity after 15 minutes at more than 20 points below the target, down to the greatest use in them', () => {
    const scaling = new TargetTracking(settings(), 100);
    const found = capacities(scaling, constant(30, 35));
    expect(distinct(found)).to.deep.equal([100, 50]);
    expect(found.indexOf(50) + 1).to.equal(15 + 3);
    const steady = new TargetTracking(settings(), 100);
    expect(distinct(capacities(steady, constant(60, 51)))).to.deep.equal([100]);
  });

  it('keeps the capacity of a table without requests', () => {
    expect(distinct(capacities(new TargetTracking(settings(), 100), constant(60, 0)))).to.deep.equal([100]);
  });

  it('waits for the cooldown between steps, unless the next step is larger', () => {
    const during = (demands: readonly number[]) =>
      distinct(capacities(new TargetTracking(settings({ scaleOutCooldownSeconds: 3600 }), 100), demands, false));
    expect(during([...constant(10, 84), ...constant(20, 98)])).to.deep.equal([100, 120]);
    expect(during([...constant(10, 84), ...constant(20, 420)])).to.deep.equal([100, 120, 600]);
  });

  it('waits for the cooldown between decreases, which an increase ends', () => {
    const scaling = new TargetTracking(settings({ scaleInCooldownSeconds: 7200 }), 1000);
    const demands = [...constant(20, 350), ...constant(35, 70), ...constant(10, 600), ...constant(25, 70)];
    expect(distinct(capacities(scaling, demands, false))).to.deep.equal([1000, 500, 858, 100]);
  });

  it('stays within its minimum and maximum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 60, size: 'max' }), (demands) => {
        const found = capacities(new TargetTracking(settings({ minimum: 20 }), 20), demands);
        expect(Math.min(20, ...found)).to.equal(20);
        expect(Math.max(...found, 0)).to.be.at.most(1000);
      }),
    );
  });

  it('computes the units at which a consumption equals the target', () => {
    expect([7, 4.9].map((consumed) => targetUnits(consumed, settings()))).to.deep.equal([10, 7]);
    expect(targetUnits(7.01, settings())).to.equal(11);
    expect([0, 1e6].map((consumed) => targetUnits(consumed, settings()))).to.deep.equal([5, 1000]);
  });
});

describe('the quota of decreases', () => {
  it('allows four at once and one more after each hour without one: 27 a day', () => {
    const quota = new DecreaseQuota();
    const minutes = Array.from({ length: 24 * 60 }, (_, minute) => minute * MINUTE);
    const taken = minutes.filter((now) => quota.take(now));
    expect(taken).to.have.length(27);
    expect(taken.slice(0, 6)).to.deep.equal([0, 60, 120, 180, 3780, 7380]);
    expect([0, 60, 120, 180, 240].map((now) => quota.take(86_400 + now))).to.deep.equal([
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});
