// The units that the capacity of a table needs, from one simulation with ample units.

import { expect } from 'chai';
import { type Course, consumptionOf, simulateCourse } from '../../../../../compiler/cli/commands/simulate/course';
import { unitsForDemand } from '../../../../../compiler/cli/commands/simulate/units-for-demand';
import { unitsForBurst } from '../../../../../compiler/model/throughput';
import { TEN_MINUTES, trialOf } from './trial';

const systemWith = (units: number) => {
  const autoscaling = { minimum: units, maximum: units };
  return trialOf({
    tables: { payments: { capacity: { write: { autoscaling } } } },
    functions: { 'payment-processor': { reservedConcurrency: 800 } },
  }).system;
};

describe('the fewest units', () => {
  const limit = 'write capacity of table payments';
  const { environment } = systemWith(5);
  const unitsFor = (ample: number, course: Course, of = limit) =>
    unitsForDemand({ limit: of }, environment, {
      ...{ present: 5, ample },
      simulate: (units) => consumptionOf(systemWith(units), course),
    });

  it('are those of a constant demand with full burst capacity, and refuse no calls', () => {
    const fewest = unitsFor(20, TEN_MINUTES) ?? 0;
    expect(fewest).to.equal(Math.ceil(unitsForBurst(20, 600)));
    const refusing = (value: number) =>
      simulateCourse(systemWith(value), TEN_MINUTES).refusals.some((refusal) => refusal.limit === limit);
    expect([fewest - 1, fewest].map(refusing)).to.deep.equal([true, false]);
  });

  it('are exact also above 100', () => {
    for (const rate of [472, 530, 598]) {
      const course = { ...TEN_MINUTES, requests: Array(450).fill(rate) };
      expect(unitsFor(rate, course)).to.equal(Math.ceil(unitsForBurst(rate, 450)));
    }
  });

  it('are unknown if the ample ones refuse calls, and for other limits', () => {
    expect(unitsFor(7, TEN_MINUTES)).to.equal(undefined);
    expect(unitsFor(20, TEN_MINUTES, 'throttle of route post-payment')).to.equal(undefined);
  });
});
