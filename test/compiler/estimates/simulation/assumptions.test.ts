// The assumptions that a simulation lists.

import { expect } from 'chai';
import { assumptionOf } from '../../../../compiler/estimates/simulation/assumptions';
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
