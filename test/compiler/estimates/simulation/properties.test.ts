// Properties of all simulations: conservation, determinism, monotonicity, and a time that does not depend on the rate.

import { expect } from 'chai';
import { DEFAULT_ASSUMPTIONS } from '../../../../compiler/model/assumptions';
import { randomFrom } from '../../../random';
import { limitedSystem, reaches, run, runBriefly, type ScenarioOf, steadyRate } from './system';

const CASES = 12;

interface Case {
  readonly limits: Readonly<
    Record<'rate' | 'burst' | 'concurrency' | 'write' | 'read' | 'durationMilliseconds', number>
  >;
  readonly scenario: ScenarioOf;
}

/** A random system under random load, in which several limits can refuse. */
function caseOf(seed: number): Case {
  const random = randomFrom(seed);
  const between = (least: number, most: number) => Math.round(least + random() * (most - least));
  const rates = Array.from({ length: 4 }, () => between(0, 300));
  return {
    limits: {
      rate: between(20, 300),
      burst: between(20, 400),
      concurrency: between(2, 40),
      write: between(5, 200),
      read: between(5, 200),
      durationMilliseconds: between(20, 400),
    },
    scenario: {
      requests: rates.flatMap((rate) => steadyRate(rate, 45)),
      routes: { 'post-payment': between(1, 3), 'get-payment': between(0, 3), 'refund-payment': between(0, 1) },
      clients: { attempts: between(1, 4), pauseSeconds: between(1, 3) },
    },
  };
}

const LIMITS = [
  'throttle of route post-payment',
  'concurrency of function payment-processor',
  'write capacity of table payments',
  'read capacity of table payments',
];

const SEEDS = Array.from({ length: CASES }, (_, seed) => seed + 1);

describe('every simulation', () => {
  for (const seed of SEEDS) {
    it(`conserves requests, and gives the same result again (case ${seed})`, () => {
      const { limits, scenario } = caseOf(seed);
      const system = limitedSystem(limits);
      const first = run(system, scenario);
      const { requests, attempts, succeeded, failed, pending } = first.outcome;
      const ended = succeeded + Object.values(failed).reduce((sum, amount) => sum + amount, 0);
      expect(requests).to.be.closeTo(
        scenario.requests.reduce((sum, rate) => sum + rate, 0),
        1e-6,
      );
      expect(ended + pending).to.be.closeTo(requests, 1e-6);
      expect(pending).to.be.within(0, requests);
      expect(attempts).to.be.within(requests - 1e-6, requests * (scenario.clients?.attempts ?? 1) + 1e-6);
      const begins = first.refusals.map((refusal) => refusal.first);
      expect(begins).to.deep.equal([...begins].sort((a, b) => a - b));
      expect(run(system, scenario)).to.deep.equal(first);
    });

    it(`reaches the limits that refuse requests, and no others (case ${seed})`, () => {
      const { limits, scenario } = caseOf(seed);
      const system = limitedSystem(limits);
      const refusing = run(system, scenario).refusals.map(({ limit }) => limit);
      for (const limit of LIMITS) expect(reaches(limit, system, scenario), limit).to.equal(refusing.includes(limit));
      expect(reaches('any', system, scenario)).to.equal(refusing.length > 0);
    });

    it(`ends its requests alike without columns, metrics and latencies (case ${seed})`, () => {
      const { limits, scenario } = caseOf(seed);
      const system = limitedSystem(limits);
      const { refusals, outcome } = run(system, scenario);
      const { latency: _, ...ended } = outcome;
      expect(runBriefly(system, scenario)).to.deep.equal({ refusals, outcome: ended });
    });

    it(`does not depend on the scope and the tokens of throttles below their rate (case ${seed})`, () => {
      const { limits, scenario } = caseOf(seed);
      const requests = scenario.requests.map((rate) => Math.min(rate, limits.rate));
      const once = { ...scenario, requests, clients: { attempts: 1, pauseSeconds: 1 } };
      const system = limitedSystem(limits);
      const others = [{ stageThrottleScope: 'stage' }, { refusedRequestsCount: true }] as const;
      for (const other of others)
        expect(runBriefly(system, { ...once, assumptions: { ...DEFAULT_ASSUMPTIONS, ...other } })).to.deep.equal(
          runBriefly(system, once),
        );
    });

    for (const limit of ['burst', 'concurrency', 'write'] as const)
      it(`succeeds no less often with a greater limit: ${limit} (case ${seed})`, () => {
        const { limits, scenario } = caseOf(seed);
        // Repeats and retries after a refusal load other limits, so each limit is compared with ample others.
        const { durationMilliseconds, [limit]: value, rate } = limits;
        const alone = { ...scenario, clients: { attempts: 1, pauseSeconds: 1 } };
        const succeeded = (factor: number) =>
          run(limitedSystem({ rate, durationMilliseconds, [limit]: Math.ceil(value * factor) }), alone).outcome
            .succeeded;
        const [low, high] = [succeeded(1), succeeded(1.5)];
        expect(high).to.be.at.least(low - 1e-6);
      });
  }

  it('reads the requests of each second as often at a high rate as at a low one', () => {
    const reads = (rate: number) => {
      let count = 0;
      const requests = new Proxy(steadyRate(rate, 200), {
        get(target, key) {
          if (typeof key === 'string' && /^\d+$/.test(key)) count += 1;
          return Reflect.get(target, key);
        },
      });
      run(limitedSystem(), { requests });
      return count;
    };
    expect(reads(100_000)).to.be.at.most(reads(1) + 10);
    expect(reads(1)).to.be.at.most(200 * 3);
  });
});
