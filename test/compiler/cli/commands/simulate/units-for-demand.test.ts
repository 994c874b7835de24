// The units that the capacity of a table needs, from one simulation with ample units.

import { expect } from 'chai';
import { simulateCourse } from '../../../../../compiler/cli/commands/simulate/course';
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
  const units = { present: 5, ample: 20, systemWith };

  it('are those of a constant demand with full burst capacity, and refuse no calls', () => {
    const fewest = unitsForDemand({ limit: 'write capacity of table payments' }, units, TEN_MINUTES) ?? 0;
    expect(fewest).to.equal(Math.ceil(unitsForBurst(20, 600)));
    const refusing = (value: number) =>
      simulateCourse(systemWith(value), TEN_MINUTES).refusals.some(({ limit }) => limit.startsWith('write capacity'));
    expect([fewest - 1, fewest].map(refusing)).to.deep.equal([true, false]);
  });

  it('are exact also above 100', () => {
    for (const rate of [472, 530, 598]) {
      const course = { ...TEN_MINUTES, requests: Array(450).fill(rate) };
      const fewest = unitsForDemand({ limit: 'write capacity of table payments' }, { ...units, ample: rate }, course);
      expect(fewest).to.equal(Math.ceil(unitsForBurst(rate, 450)));
    }
  });

  it('are unknown if the ample ones refuse calls, and for other limits', () => {
    const short = { ...units, ample: 7 };
    expect(unitsForDemand({ limit: 'write capacity of table payments' }, short, TEN_MINUTES)).to.equal(undefined);
    expect(unitsForDemand({ limit: 'throttle of route post-payment' }, units, TEN_MINUTES)).to.equal(undefined);
  });
});
