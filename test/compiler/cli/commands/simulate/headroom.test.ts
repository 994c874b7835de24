// The distance of a load from the limits of a system.

import { expect } from 'chai';
import { headroomOf, isCalm } from '../../../../../compiler/cli/commands/simulate/headroom';
import { TEN_MINUTES, trialOf } from './trial';

describe('the headroom of a load', () => {
  const { system } = trialOf();
  const courseOf = (peak: number) => ({ ...TEN_MINUTES, requests: [0, peak, 1] });

  it('is the share of the nearest limit that the highest rate uses', () => {
    // Autoscaling raises the capacity of the table and its indexes to 50 writes/s.
    expect(headroomOf(system, courseOf(10))).to.include({ sustained: 50, share: 0.2 });
    expect(headroomOf(system, courseOf(10))?.limit).to.match(/^write capacity of /);
  });

  it('is calm below 70 % of each limit, without the capacity that autoscaling adds', () => {
    // The minimum is 5 writes/s.
    expect(isCalm(system, courseOf(3.4))).to.equal(true);
    expect(isCalm(system, courseOf(3.6))).to.equal(false);
  });

  it('is not calm during a fault', () => {
    const faults = [{ is: 'slow table', table: 'payments', factor: 5, from: 0, until: 3 }] as const;
    expect(isCalm(system, { ...courseOf(1), faults })).to.equal(false);
  });
});
