// The quota of a usage plan, and its periods.

import { expect } from 'chai';
import { type Quota, RequestQuota } from '../../../compiler/model/request-quota';
import { take } from './take';

const at = (time: string) => Date.parse(`${time}Z`) / 1000;

/** The times at which a quota of one request admits one. */
const admitted = (period: Quota['period'], times: readonly string[]) => {
  const quota = new RequestQuota({ requests: 1, period });
  return times.filter((time) => take(quota, at(time), 1));
};

describe('the quota of a usage plan', () => {
  it('admits its requests and then none until the period ends', () => {
    const quota = new RequestQuota({ requests: 3, period: 'DAY' });
    const noon = at('2026-11-24T12:00:00');
    expect([0, 1, 2, 3, 4].map((second) => take(quota, noon + second, 1))).to.deep.equal([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(quota.secondsUntil(noon, 1)).to.equal(12 * 3600);
    expect(quota.secondsUntil(noon, 4)).to.equal(Infinity);
    expect(quota.availableAt(at('2026-11-25T00:00:00'))).to.equal(3);
  });

  it('begins days at midnight UTC', () => {
    const times = ['2026-11-24T00:00:00', '2026-11-24T23:59:59', '2026-11-25T00:00:00'];
    expect(admitted('DAY', times)).to.deep.equal([times[0], times[2]]);
  });

  it('begins weeks on Sunday', () => {
    const times = ['2026-11-24T10:00:00', '2026-11-28T23:59:59', '2026-11-29T00:00:00', '2026-12-05T00:00:00'];
    expect(admitted('WEEK', times)).to.deep.equal([times[0], times[2]]);
  });

  it('begins months on their first day', () => {
    const times = ['2026-12-31T23:59:59', '2027-01-01T00:00:00', '2027-01-31T23:00:00', '2027-02-01T00:00:00'];
    expect(admitted('MONTH', times)).to.deep.equal([times[0], times[1], times[3]]);
  });

  it('admits at most what is left in a step', () => {
    const quota = new RequestQuota({ requests: 150, period: 'DAY' });
    const step = { from: 0, seconds: 1 };
    take(quota, 0, 100);
    expect(quota.availableIn(step)).to.equal(50);
  });
});
