// Concurrency of functions: limits, reasons, cold starts, and single requests compared with steps.
// Sources: https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html,
// https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html

import { expect } from 'chai';
import { DEFAULT_ASSUMPTIONS } from '../../../compiler/model/assumptions';
import { LambdaConcurrency, neededExecutions, servedPerSecond } from '../../../compiler/model/lambda-concurrency';
import { fc, randomFrom } from '../../random';

const repeat = <T>(count: number, work: () => T) => Array.from({ length: count }, work);

const only = (reserved: number | undefined, accountConcurrency = 1000) =>
  new LambdaConcurrency({ accountConcurrency, functions: { pay: reserved } }, 0);

const reasonsOf = (lambda: LambdaConcurrency, name: string, count: number, now = 0) =>
  repeat(count, () => lambda.begin(name, now)).map((one) => (one.is === 'refused' ? one.reason : one.is));

describe('the concurrency of a function', () => {
  it('is at most its reservation', () => {
    const lambda = only(2);
    expect(reasonsOf(lambda, 'pay', 3)).to.deep.equal([
      'begun',
      'begun',
      'ReservedFunctionConcurrentInvocationLimitExceeded',
    ]);
    lambda.end('pay', 0.1);
    expect(reasonsOf(lambda, 'pay', 1)).to.deep.equal(['begun']);
  });

  it('is at most the unreserved concurrency, for all functions without a reservation together', () => {
    const functions = { reserved: 7, one: undefined, other: undefined };
    const lambda = new LambdaConcurrency({ accountConcurrency: 10, functions }, 0);
    expect(reasonsOf(lambda, 'one', 2)).to.deep.equal(['begun', 'begun']);
    expect(reasonsOf(lambda, 'other', 2)).to.deep.equal(['begun', 'ConcurrentInvocationLimitExceeded']);
    expect(reasonsOf(lambda, 'reserved', 1)).to.deep.equal(['begun']);
  });

  it('serves at most 10 requests a second for each execution, even if they are short', () => {
    const counts = (lambda: LambdaConcurrency) => {
      const reasons = repeat(25, () => {
        const [reason] = reasonsOf(lambda, 'pay', 1);
        if (reason === 'begun') lambda.end('pay', 0);
        return reason;
      });
      return { begun: reasons.filter((reason) => reason === 'begun').length, last: reasons.at(-1) };
    };
    expect(counts(only(2))).to.deep.equal({ begun: 20, last: 'ReservedFunctionInvocationRateLimitExceeded' });
    expect(counts(only(undefined, 2))).to.deep.equal({ begun: 20, last: 'FunctionInvocationRateLimitExceeded' });
  });

  it('grows by 1,000 environments every 10 s', () => {
    const lambda = only(5000, 10_000);
    const begun = (now: number) => reasonsOf(lambda, 'pay', 2000, now).filter((reason) => reason === 'begun').length;
    expect([0, 5, 15, 100].map(begun)).to.deep.equal([1000, 500, 1000, 1000]);
    expect(lambda.begin('pay', 100)).to.deep.equal({ is: 'refused', reason: DEFAULT_ASSUMPTIONS.growthRefusalReason });
  });

  it('reuses warm environments until they have been idle for too long', () => {
    const lambda = only(10);
    const isCold = (now: number) => {
      const admission = lambda.begin('pay', now);
      lambda.end('pay', now + 1);
      return admission.is === 'begun' ? admission.isCold : expect.fail(admission.reason);
    };
    const idle = DEFAULT_ASSUMPTIONS.environmentIdleSeconds;
    expect([0, 1, idle, 2 * idle + 0.9, 3 * idle + 1.9].map(isCold)).to.deep.equal([true, false, false, false, true]);
    expect(lambda.environmentsOf('pay', 3 * idle + 3)).to.deep.equal({ busy: 0, idle: 1 });
  });

  it('keeps more environments if requests reuse the oldest than if they reuse the newest', () => {
    const warmAfter = (environmentReuse: 'newest' | 'oldest') => {
      const settings = { accountConcurrency: 1000, functions: { pay: undefined } };
      const lambda = new LambdaConcurrency(settings, 0, { ...DEFAULT_ASSUMPTIONS, environmentReuse });
      reasonsOf(lambda, 'pay', 3);
      for (let count = 0; count < 3; count += 1) lambda.end('pay', count);
      for (let now = 60; now <= 600; now += 60) {
        lambda.begin('pay', now);
        lambda.end('pay', now);
      }
      return lambda.environmentsOf('pay', 600).idle;
    };
    expect({ newest: warmAfter('newest'), oldest: warmAfter('oldest') }).to.deep.equal({ newest: 1, oldest: 3 });
  });

  it('needs a new environment after a timeout or a crash has ended one', () => {
    const lambda = only(1);
    lambda.begin('pay', 0);
    lambda.end('pay', 1, 'lost');
    expect(lambda.begin('pay', 1)).to.deep.equal({ is: 'begun', isCold: true });
  });

  it('rejects an unknown function', () => {
    expect(() => only(1).begin('other', 0)).to.throw('unknown function "other"');
  });

  it('is the rate times the duration, and at least a tenth of the rate', () => {
    expect(servedPerSecond(100, 500)).to.equal(200);
    expect(servedPerSecond(100, 20)).to.equal(1000);
    expect(neededExecutions(200, 500)).to.equal(100);
    expect(neededExecutions(1000, 20)).to.equal(100);
  });
});

describe('cold starts under random requests', () => {
  // Source: https://github.com/pacslab/simfaas, README: Poisson arrivals at 0.9/s, exponential durations of 1.991 s warm and 2.244 s cold,
  // environments that end after 600 idle seconds; 1,213 cold of 898,469 requests, 7.6612 environments, 1.7879 of them in use.
  it('are as frequent as in a published simulation', () => {
    const seconds = 300_000;
    const random = randomFrom(1);
    const exponential = (mean: number) => -mean * Math.log(1 - random());
    const lambda = new LambdaConcurrency({ accountConcurrency: 1000, functions: { pay: undefined } }, 0, {
      ...DEFAULT_ASSUMPTIONS,
      environmentIdleSeconds: 600,
    });
    const ends: number[] = [];
    let [requests, cold, refused, busy, idle] = [0, 0, 0, 0, 0];
    for (let now = exponential(1 / 0.9); now < seconds; now += exponential(1 / 0.9)) {
      for (let next = ends[0]; next !== undefined && next <= now; next = ends[0]) {
        lambda.end('pay', next);
        ends.shift();
      }
      // The mean at Poisson arrivals equals the mean over time.
      const found = lambda.environmentsOf('pay', now);
      busy += found.busy;
      idle += found.idle;
      const admission = lambda.begin('pay', now);
      requests += 1;
      if (admission.is === 'refused') refused += 1;
      else {
        if (admission.isCold) cold += 1;
        ends.push(now + exponential(admission.isCold ? 2.244 : 1.991));
        ends.sort((a, b) => a - b);
      }
    }
    expect(refused).to.equal(0);
    expect((cold / requests) * 100).to.be.closeTo(0.135, 0.02);
    expect(busy / requests).to.be.closeTo(1.7879, 0.1);
    expect((busy + idle) / requests).to.be.closeTo(7.6612, 0.4);
  });
});

describe('the concurrency of a function in steps', () => {
  const step = (from: number) => ({ from, seconds: 1 });

  it('refuses requests beyond the concurrency, the rate or the growth, each with its reason', () => {
    const flow = (lambda: LambdaConcurrency, requests: number, durationSeconds: number) =>
      lambda.flow('pay', step(0), { requests, durationSeconds, initSeconds: 0 });
    expect(flow(only(100), 300, 0.5)).to.deep.equal({
      admitted: 200,
      refused: { ReservedFunctionConcurrentInvocationLimitExceeded: 100 },
      coldStarts: 100,
      concurrentExecutions: 100,
    });
    expect(flow(only(10), 500, 0.01)).to.deep.include({
      admitted: 200,
      refused: { ReservedFunctionInvocationRateLimitExceeded: 300 },
    });
    const growing = only(5000, 10_000);
    expect(flow(growing, 2200, 1)).to.deep.equal({
      admitted: 1100,
      refused: { [DEFAULT_ASSUMPTIONS.growthRefusalReason]: 1100 },
      coldStarts: 1100,
      concurrentExecutions: 1100,
    });
    const later = growing.flow('pay', step(1), { requests: 2200, durationSeconds: 1, initSeconds: 0 });
    expect(later.coldStarts).to.equal(100);
  });

  it('counts every refused request of a step once, also if two limits have the same reason', () => {
    const demand = fc.record({
      requests: fc.integer({ min: 1, max: 80_000 }),
      durationSeconds: fc.constantFrom(0.01, 0.05, 0.3),
    });
    fc.assert(
      fc.property(fc.array(demand, { maxLength: 8 }), (demands) => {
        const lambda = only(undefined, 3000);
        for (const [second, { requests, durationSeconds }] of demands.entries()) {
          const { admitted, refused } = lambda.flow('pay', step(second), {
            requests,
            durationSeconds,
            initSeconds: 0.2,
          });
          const all = Object.values(refused).reduce((sum, count) => sum + count, admitted);
          expect(all).to.be.closeTo(requests, 1e-6 * requests);
        }
      }),
    );
  });

  it('starts each environment once, and keeps it busy during its initialization', () => {
    const lambda = only(100);
    const demand = { requests: 20, durationSeconds: 0.5, initSeconds: 0.2 };
    const flows = [0, 1, 2].map((second) => lambda.flow('pay', step(second), demand));
    expect(flows.map(({ coldStarts, concurrentExecutions }) => [coldStarts, concurrentExecutions])).to.deep.equal([
      [12, 12],
      [0, 10],
      [0, 10],
    ]);
    expect(lambda.environmentsOf('pay', 3)).to.deep.equal({ busy: 10, idle: 2 });
  });

  it('serves its whole concurrency once all environments have started', () => {
    const lambda = only(10);
    const demand = { requests: 100, durationSeconds: 0.25, initSeconds: 0.25 };
    const flows = [0, 1].map((second) => lambda.flow('pay', step(second), demand));
    // 8 executions serve 32 requests a second, and occupy 2 more environments for their initialization.
    expect(flows.map(({ admitted, coldStarts }) => [admitted, coldStarts])).to.deep.equal([
      [32, 10],
      [40, 0],
    ]);
  });

  it('starts the environments that are missing in addition to warm ones', () => {
    const lambda = only(10);
    const demand = { durationSeconds: 0.25, initSeconds: 0.25 };
    lambda.flow('pay', step(0), { ...demand, initSeconds: 0, requests: 20 });
    // Of 9 executions 5 are warm, and the starts of 4 others occupy one environment: 9 executions serve 36 requests a second.
    expect(lambda.flow('pay', step(1), { ...demand, requests: 100 }).admitted).to.be.closeTo(36, 1e-9);
  });

  it('shares the unreserved concurrency between functions', () => {
    const lambda = new LambdaConcurrency(
      { accountConcurrency: 100, functions: { one: undefined, other: undefined } },
      0,
    );
    const demand = { requests: 80, durationSeconds: 1, initSeconds: 0 };
    expect(['one', 'other'].map((name) => lambda.flow(name, step(0), demand).admitted)).to.deep.equal([80, 20]);
  });

  it('admits as many requests as one by one', () => {
    const arbitrary = fc.record({
      reserved: fc.integer({ min: 1, max: 50 }),
      perSecond: fc.integer({ min: 1, max: 200 }),
      durationSeconds: fc.constantFrom(0.05, 0.1, 0.5, 2),
    });
    fc.assert(
      fc.property(arbitrary, ({ reserved, perSecond, durationSeconds }) => {
        const [single, stepped] = [only(reserved), only(reserved)];
        const ends: number[] = [];
        let [singles, steps] = [0, 0];
        const seconds = 20;
        for (let count = 0; count < perSecond * seconds; count += 1) {
          const now = count / perSecond;
          while (ends[0] !== undefined && ends[0] <= now + 1e-9) single.end('pay', ends.shift() ?? 0);
          if (single.begin('pay', now).is === 'refused') continue;
          singles += 1;
          ends.push(now + durationSeconds);
        }
        for (let second = 0; second < seconds; second += 1)
          steps += stepped.flow('pay', step(second), { requests: perSecond, durationSeconds, initSeconds: 0 }).admitted;
        // A request that finds no free execution is lost, although one becomes free before the next request.
        const lost = reserved * (seconds / durationSeconds) * Math.min(1, 1 / (perSecond * durationSeconds));
        expect(singles).to.be.within(steps - lost - reserved - seconds, steps + reserved + 11);
      }),
    );
  });

  it('admits no fewer requests with a higher reservation', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.array(fc.nat(200), { maxLength: 10 }), (reserved, more, demands) => {
        const admitted = (limit: number) => {
          const lambda = only(limit);
          return demands.reduce((sum, requests, second) => {
            const flow = lambda.flow('pay', step(second), { requests, durationSeconds: 0.3, initSeconds: 0 });
            expect(flow.concurrentExecutions).to.be.within(0, limit + 1e-9);
            return sum + flow.admitted;
          }, 0);
        };
        expect(admitted(reserved + more)).to.be.at.least(admitted(reserved) - 1e-6);
      }),
    );
  });
});
