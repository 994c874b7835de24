// The assumptions that a simulation lists.

import { expect } from 'chai';
import { assumptionOf } from '../../../../compiler/estimates/simulation/assumptions';
import type { FaultKind } from '../../../../compiler/estimates/simulation/scenario';
import { DEFAULT_ASSUMPTIONS } from '../../../../compiler/model/assumptions';
import { limitedSystem, run, steadyRate, systemOf } from './system';

const requests = steadyRate(1, 1);

describe('the assumptions of a simulation', () => {
  it('are those that it uses', () => {
    const fixed = run(limitedSystem(), { requests }).assumptions;
    expect(fixed).not.to.include.members(['onDemandBurstSeconds']);
    expect(fixed).not.to.include.members(['metricDelaySeconds']);
    const scaled = run(limitedSystem({ write: { minimum: 5, maximum: 50, targetUtilizationPercent: 70 } }), {
      requests,
    });
    expect(scaled.assumptions).to.include.members(['metricDelaySeconds', 'updateTableSeconds']);
    const onDemand = run(systemOf('development.yaml'), { requests }).assumptions;
    expect(onDemand).to.include.members(['onDemandPeakSeconds', 'durationMilliseconds']);
    expect(run(systemOf('production.yaml'), { requests }).assumptions).to.include('streamShardUnits');
    const slow = { is: 'slow table', table: 'payments', factor: 2, from: 0, until: 1 } as const;
    expect(run(limitedSystem(), { requests, faults: [slow] }).assumptions).to.include('tableLatencyMilliseconds');
    expect(fixed).not.to.include('tableLatencyMilliseconds');
  });

  it('include those of the faults', () => {
    const production = systemOf('production.yaml');
    const when = { from: 0, until: 1 };
    const rows: readonly (readonly [string, FaultKind])[] = [
      ['streamRetryDelays', { is: 'failing function', function: 'payment-publisher', share: 1 }],
      ['streamRetryDelays', { is: 'slow function', function: 'payment-publisher', factor: 9 }],
      ['streamRetryDelays', { is: 'failing queue', queue: 'webhook-deliveries', share: 1 }],
      ['scheduleRetryDelays', { is: 'failing schedule', schedule: 'reconciliation.nightly', share: 1 }],
      ['equalAmounts', { is: 'unusual amount', function: 'payment-processor', factor: 9 }],
    ];
    const { assumptions } = run(production, { requests });
    for (const [name, kind] of rows) {
      const faulty = run(production, { requests, faults: [{ ...kind, ...when }] });
      expect(faulty.assumptions).to.include(name);
      expect(assumptions).not.to.include(name);
    }
    const [[, kind]] = rows as [(typeof rows)[0]];
    expect(run(limitedSystem(), { requests, faults: [{ ...kind, ...when }] }).assumptions).not.to.include(
      'streamRetryDelays',
    );
    expect(assumptionOf('streamRetryDelays', DEFAULT_ASSUMPTIONS).value).to.equal('1 s to 30 s');
    expect(assumptionOf('scheduleRetryDelays', DEFAULT_ASSUMPTIONS).value).to.equal('1 s to 480 s');
  });

  it('have a meaning and a basis, and the value of the scenario', () => {
    const values = { ...DEFAULT_ASSUMPTIONS, metricDelaySeconds: 90 };
    const { assumptions } = run(systemOf('production.yaml'), { requests });
    for (const name of assumptions) {
      const { meaning, basis } = assumptionOf(name, values);
      expect(
        [meaning, basis].every((text) => text.length > 10),
        name,
      ).to.equal(true);
    }
    expect(assumptionOf('metricDelaySeconds', values).value).to.equal(90);
  });
});
