// The assumptions that change the answer of a simulation.

import { expect } from 'chai';
import { type Course, simulateCourse } from '../../../../../compiler/cli/commands/simulate/course';
import { sensitivityText } from '../../../../../compiler/cli/commands/simulate/phrases';
import { sensitivityOf } from '../../../../../compiler/cli/commands/simulate/sensitivity';
import type { Simulation } from '../../../../../compiler/estimates/simulation/result';
import { sizeOf } from '../../../../exhaustive';
import { randomTrial, trialOf } from './trial';

/** Delays of environments, initializations and autoscaling. */
const DELAYS = [
  'environmentIdleSeconds',
  'environmentReuse',
  'initMedianMilliseconds',
  'initP99ToMedian',
  'metricDelaySeconds',
  'updateTableSeconds',
] as const;

describe('the sensitivity of an answer', () => {
  const { system, course } = trialOf();
  const simulation = {
    ...simulateCourse(system, course),
    assumptions: ['metricDelaySeconds', 'updateTableSeconds', 'cacheEviction', 'evenArrivals'],
  } satisfies Simulation;

  it('names the assumptions that change it, and the range of the answers', () => {
    const found = sensitivityOf(simulation, system, course, []);
    expect(found?.assumptions).to.deep.equal([
      { name: 'metricDelaySeconds', values: [60, 180] },
      { name: 'updateTableSeconds', values: [30, 120] },
    ]);
    // The default, each value alone, and both values together.
    expect(found?.answers.length).to.equal(1 + 4 + 2);
    const failed = found?.answers.map((answer) => answer.failed) ?? [];
    expect(Math.min(...failed)).to.equal(failed.at(-2));
    expect(Math.max(...failed)).to.equal(failed.at(-1));
  });

  it('omits the assumptions that the user chose', () => {
    const chosen = ['metricDelaySeconds', 'updateTableSeconds'];
    expect(sensitivityOf(simulation, system, course, ['metricDelaySeconds'])?.assumptions).to.deep.equal([
      { name: 'updateTableSeconds', values: [30, 120] },
    ]);
    expect(sensitivityOf(simulation, system, course, chosen)).to.equal(undefined);
  });

  /** The number of simulations that try other values of assumptions at a constant rate. */
  const trialsAt = (rate: number, assumptions: Simulation['assumptions'], of = system, seconds = 60) => {
    let simulations = 0;
    const counted: Course = {
      ...course,
      requests: Array(seconds).fill(rate),
      // Each simulation of a course reads its start once.
      get start() {
        simulations += 1;
        return course.start;
      },
    };
    const own = simulateCourse(of, counted);
    const before = simulations;
    sensitivityOf({ ...own, assumptions }, of, counted, []);
    return simulations - before;
  };

  it('tries cold starts only if a function is near its concurrency, or if a limit refuses requests', () => {
    const names = ['environmentIdleSeconds', 'initMedianMilliseconds', 'initP99ToMedian'] as const;
    expect(trialsAt(6, names)).to.equal(0);
    // 50 units serve 100 writes/s for a minute with burst capacity. 100 requests/s need 10 executions, because each serves at most 10.
    const near = (reservedConcurrency: number) =>
      trialOf({
        tables: { payments: { capacity: { write: { autoscaling: { minimum: 50, maximum: 50 } } } } },
        functions: { 'payment-processor': { reservedConcurrency } },
      }).system;
    expect(trialsAt(100, names, near(20))).to.equal(0);
    expect(trialsAt(100, names, near(12))).to.equal(2);
    expect(trialsAt(400, names)).to.equal(2);
  });

  it('tries autoscaling only above the units that are always there, or if a limit refuses requests', () => {
    const names = ['metricDelaySeconds', 'updateTableSeconds'] as const;
    expect(trialsAt(4.9, names)).to.equal(0);
    // The burst of the throttle serves a minute above its rate.
    expect(trialsAt(4.9, names, trialOf({ api: { throttle: { rateLimit: 4 } } }).system)).to.equal(0);
    expect(trialsAt(5.1, names)).to.equal(2);
    const few = { functions: { 'payment-processor': { reservedConcurrency: 1, expectedDurationMilliseconds: 500 } } };
    expect(trialsAt(4.9, names, trialOf(few).system)).to.equal(2);
  });

  it('tries each delay alone only if they change the answer together', () => {
    const names = ['metricDelaySeconds', 'updateTableSeconds'] as const;
    expect(trialsAt(20, names, system, 60)).to.equal(2);
    expect(trialsAt(20, names, system, 600)).to.equal(2 + 4);
  });

  it('tries another reason for refused growth only if a function reaches its scaling rate', () => {
    const ofRate = (rate: number) => {
      const { system: large } = trialOf({
        quotas: { lambda: { concurrentExecutions: 9000 } },
        functions: { 'payment-processor': { reservedConcurrency: 8000, expectedDurationMilliseconds: 1000 } },
        tables: { payments: { capacity: { write: { autoscaling: { minimum: 1900, maximum: 1900 } } } } },
        api: { throttle: { rateLimit: 9000, burstLimit: 5000 } },
      });
      return trialsAt(rate, ['growthRefusalReason'], large);
    };
    expect(ofRate(500)).to.equal(0);
    expect(ofRate(1500)).to.equal(1);
  });

  const seeds = Array.from({ length: sizeOf({ sample: 12, exhaustive: 300 }) }, (_, at) => at);
  it(`names the delays that change it alone (${seeds.length} random courses)`, () => {
    for (const seed of seeds) {
      const { system: some, course: own } = randomTrial(seed);
      const usual = simulateCourse(some, own);
      const namesOf = (assumptions: Simulation['assumptions']) =>
        sensitivityOf({ ...usual, assumptions }, some, own, [])?.assumptions.map(({ name }) => name) ?? [];
      expect(namesOf(DELAYS), `course ${seed}`).to.deep.equal(DELAYS.flatMap((name) => namesOf([name])));
    }
  });

  it('tries the scope and the tokens of throttles only if a throttle can refuse requests', () => {
    const triedAt = (rate: number) => trialsAt(rate, ['stageThrottleScope', 'refusedRequestsCount']);
    const { rateLimit = 0, burstLimit = 0 } = system.environment.api?.throttle ?? {};
    expect(triedAt(rateLimit)).to.equal(0);
    expect(triedAt(rateLimit + 1)).to.equal(1);
    expect(triedAt(rateLimit + burstLimit)).to.equal(2);
  });

  it('is absent if the answer is the same with all values', () => {
    const { system: large } = trialOf({
      tables: { payments: { capacity: { write: { autoscaling: { minimum: 50, maximum: 50 } } } } },
    });
    const calm = { ...simulateCourse(large, course), assumptions: simulation.assumptions };
    expect(sensitivityOf(calm, large, course, [])).to.equal(undefined);
  });

  it('is a sentence with the limits, the times and the failed requests', () => {
    const assumptions = [{ name: 'metricDelaySeconds', values: [60, 180] }] as const;
    const answer = { limit: 'write capacity of table payments', second: 180, failed: 1200 };
    expect(sensitivityText({ assumptions, answers: [answer, { ...answer, second: 480 }] })).to.equal(
      'depends on what AWS does not document (metricDelaySeconds 60 to 180): write capacity of table payments gives way first after 3 min to 8 min, and 1,200 requests fail',
    );
    expect(sensitivityText({ assumptions, answers: [answer, { failed: 0 }] })).to.equal(
      'depends on what AWS does not document (metricDelaySeconds 60 to 180): write capacity of table payments or no limit gives way first after 3 min, and 0 to 1,200 requests fail',
    );
  });
});
