// The statistics of a metric.
// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html

import { expect } from 'chai';
import fc from 'fast-check';
import { MetricValues } from '../../../compiler/model/metric-values';

const filled = () => {
  const values = new MetricValues(60, 600);
  for (let value = 1; value <= 100; value += 1) values.record(value / 2, value);
  values.record(70, 7, 3);
  return values;
};

describe('the statistics of a metric', () => {
  const rows: Record<string, number> = {
    Sum: 5050,
    Average: 50.5,
    Minimum: 1,
    Maximum: 100,
    SampleCount: 100,
    p50: 50,
    p99: 99,
    'p99.9': 100,
    p100: 100,
    'PR(:25)': 25,
    'PR(90:)': 10,
    'PR(10:20)': 10,
  };
  for (const [statistic, expected] of Object.entries(rows))
    it(`${statistic} of 1 to 100 is ${expected}`, () => {
      expect(filled().statistic(statistic, 0, 60)).to.equal(expected);
    });

  it('count equal values that are recorded together', () => {
    expect(filled().statistic('Sum', 60, 120)).to.equal(21);
    expect(filled().statistic('SampleCount', 0, 120)).to.equal(103);
  });

  it('have no value without data', () => {
    expect(filled().statistic('Sum', 120, 180)).to.equal(undefined);
  });

  it('include only values that are not older than the kept time', () => {
    const values = filled();
    values.record(659, 1);
    expect(values.statistic('SampleCount', 0, 660)).to.equal(104);
    values.record(660, 1);
    expect(values.statistic('SampleCount', 0, 720)).to.equal(5);
  });

  it('reject an unknown statistic', () => {
    expect(() => filled().statistic('Median', 0, 60)).to.throw('unknown statistic "Median"');
  });

  it('round the values of an interval beyond 500 different ones', () => {
    const values = new MetricValues(60, 600);
    for (let value = 1; value <= 10_000; value += 1) values.record(0, value);
    expect(values.statistic('SampleCount', 0, 60)).to.equal(10_000);
    expect(values.statistic('Sum', 0, 60)).to.be.closeTo(50_005_000, 50_005_000 * 0.005);
    expect(values.statistic('Minimum', 0, 60)).to.equal(1);
    values.record(0, 1234);
    expect(values.statistic('PR(1199:1250)', 0, 60)).to.be.greaterThan(0);
  });

  it('take the last whole interval as the history', () => {
    const values = new MetricValues(60, 600);
    values.record(1200, 9);
    values.record(1260, 2, 3);
    values.record(1320, 50);
    values.repeatLast(1320);
    // The minutes from 720 s until 1,320 s, which are kept, have three values of 2.
    expect(values.statistic('Sum', 0, 1320)).to.equal(10 * 6);
    expect(values.statistic('Maximum', 1200, 1260)).to.equal(2);
    expect(values.statistic('Sum', 1320, 1380)).to.equal(undefined);
    values.record(1330, 7);
    expect(values.statistic('Sum', 1260, 1380)).to.equal(6 + 7);
  });

  it('equal those of all values of a window, whatever its length and the order of the values', () => {
    const minute = fc.integer({ min: 0, max: 400 });
    const recording = fc.record({
      minute,
      value: fc.integer({ min: -20, max: 20 }),
      count: fc.integer({ min: 1, max: 3 }),
    });
    const window = fc.record({ begin: minute, minutes: fc.integer({ min: 0, max: 400 }) });
    const steps = fc.array(fc.oneof({ weight: 3, arbitrary: recording }, window), {
      minLength: 1,
      maxLength: 60,
      size: 'max',
    });
    fc.assert(
      fc.property(steps, fc.boolean(), (written, isOrdered) => {
        const values = new MetricValues(60, 1e6);
        const recorded: Recorded[] = [];
        let latest = 0;
        for (const step of written) {
          if ('value' in step) {
            latest = isOrdered ? Math.min(400, latest + (step.minute % 40)) : step.minute;
            values.record(latest * 60 + 59, step.value, step.count);
            recorded.push({ ...step, minute: latest });
          } else
            for (const statistic of NAIVE.keys()) {
              const { begin, minutes } = step;
              const within = recorded.filter((one) => one.minute >= begin && one.minute < begin + minutes);
              const read = values.statistic(statistic, begin * 60, (begin + minutes) * 60);
              expect(read, statistic).to.equal(within.length === 0 ? undefined : NAIVE.get(statistic)?.(within));
            }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('do not include hours that are forgotten, or that the last whole interval replaces', () => {
    const values = new MetricValues(60, 6000);
    const all = (minute: number) => values.statistic('Sum', 0, minute * 60);
    for (let minute = 0; minute < 299; minute += 1) values.record(minute * 60, 1);
    values.record(299 * 60, 2);
    // The minute 299 and the 100 min before it.
    expect(all(300)).to.equal(102);
    values.record(300 * 60, 1);
    expect(all(301)).to.equal(102);
    values.repeatLast(300 * 60 + 1);
    values.record(301 * 60, 5);
    // The minutes from 201 until 299 are as the last whole one, 299. The minute 300 has no values.
    expect(all(302)).to.equal(99 * 2 + 5);
  });
});

describe('the time since which the minutes of a metric are equal', () => {
  it('begins with the first minute that equals all later ones', () => {
    const values = new MetricValues(60, 6000);
    const minutes = [[1], [2, 3], [3, 2], [2, 3], [], [], [2], [2, 2], [2, 2]];
    const since = minutes.map((own, minute) => {
      for (const value of own) values.record(minute * 60, value);
      return values.steadySince((minute + 1) * 60) / 60;
    });
    expect(since).to.deep.equal([0, 1, 1, 1, 4, 4, 6, 7, 7]);
  });

  it('does not depend on rounding errors, and not on the way in which equal values are recorded', () => {
    const values = new MetricValues(60, 6000);
    values.record(0, 5, 0.3);
    values.record(60, 5, 0.1);
    values.record(90, 5, 0.2);
    expect([60, 120].map((now) => values.steadySince(now))).to.deep.equal([0, 0]);
    values.record(120, 5, 0.3001);
    expect(values.steadySince(180)).to.equal(120);
  });

  it('is that of the history which repeats the last whole minute', () => {
    const values = new MetricValues(60, 600);
    values.record(1260, 2);
    values.repeatLast(1320);
    values.record(1320, 2);
    expect(values.steadySince(1380)).to.equal(1320 - 600);
    values.record(1380, 3);
    expect(values.steadySince(1440)).to.equal(1380);
  });

  it('is before all time without values, and begins again after minutes that were not compared', () => {
    const values = new MetricValues(60, 6000);
    expect(values.steadySince(60)).to.equal(Number.NEGATIVE_INFINITY);
    values.record(60, 1);
    values.record(240, 1);
    expect(values.steadySince(300)).to.equal(240);
  });
});

/** Values that were recorded together. */
interface Recorded {
  readonly minute: number;
  readonly value: number;
  readonly count: number;
}

const countOf = (all: readonly Recorded[]) => all.reduce((sum, { count }) => sum + count, 0);
const percentWithin = (all: readonly Recorded[], low: number, high: number) =>
  (countOf(all.filter(({ value }) => value > low && value <= high)) * 100) / countOf(all);

/** Each statistic, computed from all values. */
const NAIVE: ReadonlyMap<string, (all: readonly Recorded[]) => number> = new Map([
  ['Sum', (all) => all.reduce((sum, { value, count }) => sum + value * count, 0)],
  ['SampleCount', countOf],
  ['Minimum', (all) => Math.min(...all.map(({ value }) => value))],
  ['Maximum', (all) => Math.max(...all.map(({ value }) => value))],
  ['PR(0:10)', (all) => percentWithin(all, 0, 10)],
  ['PR(5:)', (all) => percentWithin(all, 5, Number.POSITIVE_INFINITY)],
]);
