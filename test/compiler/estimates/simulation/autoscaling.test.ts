// Autoscaling in a simulation: its steps, and its first reaction to a rise of the traffic.

import { expect } from 'chai';
import { DEFAULT_ASSUMPTIONS } from '../../../../compiler/model/assumptions';
import { limitedSystem, run, START, steadyRate, valuesOf } from './system';

const SCALED = limitedSystem({ write: { minimum: 5, maximum: 50, targetUtilizationPercent: 70 } });
const MINUTE = 60;

/** The provisioned write units of the table, second by second, under a constant rate. */
function provisioned(rate: number, minutes: number, offset = 0): Float64Array {
  const simulation = run(SCALED, { requests: steadyRate(rate, minutes * MINUTE), start: START + offset });
  return valuesOf(simulation, 'tables.payments', 'provisioned write units');
}

describe('autoscaling in a simulation', () => {
  it('cannot exceed 1 / target in a step once the burst is spent', () => {
    const steps = [...new Set(provisioned(60, 40))];
    expect(steps).to.deep.equal([5, 8, 12, 18, 26, 38, 50]);
  });

  for (const offset of [0, 1, 30, 59])
    it(`adds the first capacity 3.5 to 8 minutes after a rise at second ${offset} of a minute`, () => {
      const first = provisioned(60, 10, offset).findIndex((units) => units > 5);
      expect(first).to.be.within(3.5 * MINUTE, 8 * MINUTE);
    });

  it('scales the indexes as the table', () => {
    const simulation = run(SCALED, { requests: steadyRate(60, 10 * MINUTE) });
    const index = valuesOf(simulation, 'tables.payments.indexes.status-time-index', 'provisioned write units');
    expect(index).to.deep.equal(valuesOf(simulation, 'tables.payments', 'provisioned write units'));
  });

  it('follows the assumed delays of metrics and updates', () => {
    const assumptions = { ...DEFAULT_ASSUMPTIONS, metricDelaySeconds: 60, updateTableSeconds: 30 };
    const simulation = run(SCALED, { requests: steadyRate(60, 10 * MINUTE), assumptions });
    const units = valuesOf(simulation, 'tables.payments', 'provisioned write units');
    // Two minutes above the target, the delay of the metric, and the update.
    expect(units.findIndex((value) => value > 5)).to.equal(2 * MINUTE + 60 + 30);
  });
});
