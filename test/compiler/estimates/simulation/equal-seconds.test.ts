// Equal seconds pass in one step, with the results of a simulation in which each second is a step of its own.

import { expect } from 'chai';
import type { System } from '../../../../compiler/estimates/cost/estimate';
import { isPossible } from '../../../../compiler/estimates/incidents/incident';
import { scenarioOf } from '../../../../compiler/estimates/incidents/incident-scenario';
import { STANDARD_INCIDENTS } from '../../../../compiler/estimates/incidents/standard-incidents';
import { CarryOver } from '../../../../compiler/estimates/simulation/carry-over';
import { Clients } from '../../../../compiler/estimates/simulation/clients';
import type { Simulation } from '../../../../compiler/estimates/simulation/result';
import type { Fault, FaultKind, Scenario } from '../../../../compiler/estimates/simulation/scenario';
import { simulate } from '../../../../compiler/estimates/simulation/simulate';
import { DEFAULT_ASSUMPTIONS } from '../../../../compiler/model/assumptions';
import { MetricValues } from '../../../../compiler/model/metric-values';
import { sizeOf } from '../../../exhaustive';
import { randomFrom, SEED } from '../../../random';
import { EDGES } from './edges';
import { limitedSystem, run, type ScenarioOf, START, steadyRate, systemOf } from './system';

const CASES = sizeOf({ sample: 25, exhaustive: 300 });

/** The longest part of an incident in single steps, in seconds. */
const LONGEST = sizeOf({ sample: 10_000, exhaustive: 1_000_000 });

/** The result of a simulation in which each second is a step of its own, and each alarm is evaluated in each minute. */
function inSingleSteps(simulation: () => Simulation): Simulation {
  const isRepeated = Object.getOwnPropertyDescriptor(CarryOver.prototype, 'isRepeated') ?? {};
  const { steadySeconds } = Clients.prototype;
  const { steadySince } = MetricValues.prototype;
  MetricValues.prototype.steadySince = () => Number.POSITIVE_INFINITY;
  Object.defineProperty(CarryOver.prototype, 'isRepeated', { configurable: true, get: () => false });
  Clients.prototype.steadySeconds = () => 0;
  try {
    return simulation();
  } finally {
    Object.defineProperty(CarryOver.prototype, 'isRepeated', isRepeated);
    Clients.prototype.steadySeconds = steadySeconds;
    MetricValues.prototype.steadySince = steadySince;
  }
}

/** The requests, with a small disturbance in every other second. */
function disturbed(requests: readonly number[]): readonly number[] {
  return requests.map((rate, second) => rate * (1 + (second % 2) * 1e-7));
}

/** Amounts that differ by less are equal: absolute, or as a share. */
const BOUND = 1e-3;

function areClose(own: number, wanted: number): boolean {
  return Math.abs(own - wanted) <= BOUND * Math.max(1, Math.abs(wanted));
}

/** The differences of results. Percentiles of latencies are not compared, because they jump when the share of slower requests reaches theirs. */
function differencesOf(one: Simulation, other: Simulation): readonly string[] {
  const events = ({ refusals, alarms }: Simulation) => [
    ...refusals.map(({ limit, reason, first }) => `${reason} of ${limit} from second ${first} on`),
    ...alarms.map(({ alarm, state, second }) => `${alarm} is ${state} in second ${second}`),
  ];
  const amounts = ({ refusals, outcome, columns }: Simulation) => [
    ...refusals.map(({ limit, reason, count }) => ({ what: `${reason} of ${limit}`, values: [count] })),
    { what: 'ended requests', values: [outcome.requests - outcome.pending] },
    ...(['requests', 'attempts', 'succeeded'] as const).map((what) => ({ what, values: [outcome[what]] })),
    ...columns
      .filter(({ what }) => !what.startsWith('latency'))
      .map(({ part, what, values }) => ({ what: `${what} of ${part}`, values })),
  ];
  const [own, others] = [events(one), events(other)];
  const only = (these: readonly string[], those: readonly string[]) => these.filter((event) => !those.includes(event));
  const wanted = amounts(other);
  const different = amounts(one).flatMap(({ what, values }, at) => {
    const second = values.findIndex((value, index) => !areClose(value, wanted[at]?.values[index] ?? Number.NaN));
    return second < 0 ? [] : [`${what} [${second}]: ${values[second]} instead of ${wanted[at]?.values[second]}`];
  });
  return [...only(own, others), ...only(others, own), ...different];
}

/** A random system under a load that changes rarely, with faults and repeats. */
function caseOf(seed: number): { readonly limits: Parameters<typeof limitedSystem>[0]; readonly scenario: ScenarioOf } {
  const random = randomFrom(seed);
  const between = (least: number, most: number) => Math.round(least + random() * (most - least));
  const units = () => {
    const minimum = between(5, 200);
    const isFixed = random() < 0.5;
    return isFixed ? minimum : { minimum, maximum: 2 * minimum, targetUtilizationPercent: between(50, 80) };
  };
  const phases = Array.from({ length: 4 }, () => ({ rate: between(0, 300), seconds: between(1, 300) }));
  const requests = phases.flatMap(({ rate, seconds }) => steadyRate(rate, seconds));
  const from = between(0, requests.length);
  const kinds: readonly FaultKind[] = [
    { is: 'hot partition', table: 'payments', share: random() },
    { is: 'slow table', table: 'payments', factor: between(2, 20) },
    { is: 'failing table', table: 'payments', share: random() },
    { is: 'slow function', function: 'payment-processor', factor: between(2, 20) },
    { is: 'failing function', function: 'payment-processor', share: random() },
  ];
  const faults = kinds
    .filter(() => random() < 0.15)
    .map((kind): Fault => ({ ...kind, from, until: between(from, requests.length) }));
  return {
    limits: {
      rate: between(20, 300),
      burst: between(20, 4000),
      concurrency: between(2, 40),
      write: units(),
      read: units(),
      durationMilliseconds: between(20, 400),
    },
    scenario: {
      // Minutes of autoscaling can begin at any second of a simulation.
      start: START + between(0, 59),
      requests,
      faults,
      routes: { 'post-payment': between(1, 3), 'get-payment': between(0, 3), 'refund-payment': between(0, 1) },
      clients: { attempts: between(1, 4), pauseSeconds: between(1, 10) },
    },
  };
}

describe('equal seconds of a simulation', () => {
  it(`have the results of single steps in random systems (seed ${SEED})`, () => {
    const unstable: number[] = [];
    for (let seed = SEED; seed < SEED + CASES; seed++) {
      const { limits, scenario } = caseOf(seed);
      const system = limitedSystem(limits);
      const single = inSingleSteps(() => run(system, scenario));
      const differences = differencesOf(run(system, scenario), single);
      if (differences.length === 0) continue;
      // Retries can load a function so that the smallest difference of the load grows with each second, also in single steps.
      const other = inSingleSteps(() => run(system, { ...scenario, requests: disturbed(scenario.requests) }));
      expect(differencesOf(other, single), `case ${seed}: ${differences.join('; ')}`).not.to.deep.equal([]);
      unstable.push(seed);
    }
    expect(unstable.length, `unstable: ${unstable}`).to.be.at.most(1 + CASES / 20);
  }).timeout(0);

  for (const [what, [system, scenario]] of Object.entries(EDGES))
    it(`have the results of single steps ${what}`, () => {
      const single = inSingleSteps(() => run(system(), scenario));
      const merged = run(system(), scenario);
      expect(differencesOf(merged, single)).to.deep.equal([]);
      expect(merged.outcome.latency).to.deep.equal(single.outcome.latency);
    });

  for (const spec of ['pr1234.yaml', 'production.yaml', 'development.yaml'])
    it(`have the results of single steps in the standard incidents of ${spec}`, () => {
      const system = systemOf(spec);
      for (const incident of STANDARD_INCIDENTS) {
        if (!isPossible(incident, system.environment)) continue;
        const hours = Array.from({ length: 24 }, () => 20);
        const whole = scenarioOf(incident, system.environment, hours);
        const scenario: Scenario = {
          ...{ ...whole, requests: whole.requests.slice(0, LONGEST), assumptions: DEFAULT_ASSUMPTIONS },
        };
        const single = inSingleSteps(() => simulate(system, scenario));
        expect(differencesOf(simulate(system, scenario), single), incident.name).to.deep.equal([]);
      }
    });

  it('pass in one step: a simulation looks at the rate of most seconds once', () => {
    const looksPerSecond = (system: System, load: readonly number[]) => {
      let looks = 0;
      const requests = new Proxy(load, {
        get(target, key) {
          if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
          return Reflect.get(target, key);
        },
      });
      run(system, { requests });
      return looks / load.length;
    };
    // The burst capacity of the table is nearly used up when the requests end.
    const ending = [...steadyRate(60, 59), ...steadyRate(0, 3600)];
    expect(looksPerSecond(limitedSystem({ write: 10 }), ending)).to.be.within(1, 1.2);
    const belowLimit = steadyRate(10, 3600);
    expect(looksPerSecond(limitedSystem({ rate: 12, burst: 12 }), belowLimit)).to.be.within(1, 1.2);
  });

  it('leave as much as the one before: not less, and not more', () => {
    const carryOver = new CarryOver();
    const isRepeatedBy = (...amounts: readonly number[]) => {
      carryOver.begin();
      for (const amount of amounts) carryOver.add(amount);
      return carryOver.isRepeated;
    };
    const seconds = [[1, 2], [1, 2], [1], [1], [1, 2], [2, 1], [], []];
    const repeated = [false, true, false, true, false, false, false, true];
    expect(seconds.map((amounts) => isRepeatedBy(...amounts))).to.deep.equal(repeated);
  });

  it('do not make requests fail by their rounding errors', () => {
    for (let rate = 0.1; rate < 20; rate *= 1.1) {
      const { outcome, columns } = run(limitedSystem(), { requests: steadyRate(rate, 300) });
      expect(outcome.failed, `at ${rate} requests/s`).to.deep.equal({});
      expect(
        columns.filter(({ what, values }) => what === 'refused' && values.some((count) => count !== 0)),
      ).to.deep.equal([]);
    }
  });
});
