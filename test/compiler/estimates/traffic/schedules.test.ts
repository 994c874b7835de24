// The runs of a schedule in a month of 730 hours.

import { expect } from 'chai';
import { runsPerMonth, runsWithin } from '../../../../compiler/estimates/traffic/schedules';

describe('the runs of a schedule in a month', () => {
  const rows: readonly (readonly [string, number])[] = [
    ['rate(5 minutes)', 730 * 12],
    ['rate(1 day)', 730 / 24],
    ['cron(15 3 * * ? *)', 730 / 24],
    ['cron(0 5 ? * SUN *)', (52 * 730) / (365 * 24)],
    ['cron(0 0 1 * ? *)', (12 * 730) / (365 * 24)],
    ['at(2027-03-01T00:00:00)', 730 / (365 * 24)],
    ['at(2026-03-01T00:00:00)', 0],
  ];
  for (const [schedule, runs] of rows)
    it(schedule, () => expect(runsPerMonth(schedule, 'UTC')).to.be.closeTo(runs, 1e-9));

  it('count from the first of January', () => expect(runsWithin('rate(1 day)', 'UTC', 7)).to.equal(7));
});
