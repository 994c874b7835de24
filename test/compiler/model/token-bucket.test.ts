// The token bucket: its arithmetic, and properties of random requests.
// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html

import { expect } from 'chai';
import { mostAdmitted, secondsSustained, type Throttle, TokenBucket } from '../../../compiler/model/token-bucket';
import { fc } from '../../random';
import { take } from './take';

const throttles: fc.Arbitrary<Throttle> = fc.record({
  rate: fc.double({ min: 0, max: 50, noNaN: true }),
  burst: fc.integer({ min: 1, max: 50 }),
});

/** Times of requests, in order. */
const times = fc.array(fc.double({ min: 0, max: 0.05, noNaN: true }), { maxLength: 300, size: 'max' }).map((gaps) => {
  let now = 0;
  return gaps.map((gap) => {
    now += gap;
    return now;
  });
});

const admittedOf = (throttle: Throttle, at: readonly number[]) => {
  const bucket = new TokenBucket(throttle, 0);
  return at.filter((now) => take(bucket, now)).length;
};

/** Requests at a constant rate, evenly spaced. */
const evenly = (perSecond: number, seconds: number) =>
  Array.from({ length: perSecond * seconds }, (_, at) => at / perSecond);

describe('a token bucket', () => {
  it('admits its burst at once, and then nothing', () => {
    expect(admittedOf({ rate: 100, burst: 200 }, Array(300).fill(0))).to.equal(200);
  });

  it('refuses the first request after burst / (demand - rate) seconds, and admits its rate from then on', () => {
    const throttle = { rate: 100, burst: 50 };
    const bucket = new TokenBucket(throttle, 0);
    const results = evenly(200, 3).map((now) => ({ now, admitted: take(bucket, now) }));
    expect(results.find(({ admitted }) => !admitted)?.now).to.be.closeTo(secondsSustained(throttle, 200), 0.01);
    expect(results.filter(({ now, admitted }) => now >= 1 && admitted).length).to.be.closeTo(200, 1);
  });

  it('admits a demand of at most its rate for ever', () => {
    const throttle = { rate: 100, burst: 50 };
    expect([60, 100, 101, 200].map((demand) => secondsSustained(throttle, demand))).to.deep.equal([
      Infinity,
      Infinity,
      50,
      0.5,
    ]);
    expect(admittedOf({ rate: 100, burst: 2 }, evenly(100, 10))).to.equal(1000);
  });

  it('is full again after burst / rate seconds', () => {
    const bucket = new TokenBucket({ rate: 4, burst: 10 }, 0);
    for (let count = 0; count < 10; count += 1) take(bucket, 0);
    expect([0, 1, 2.5, 100].map((now) => bucket.availableAt(now))).to.deep.equal([0, 4, 10, 10]);
  });

  it('admits 1 + rate × time of 200 requests at burst 1', () => {
    expect(admittedOf({ rate: 1, burst: 1 }, Array(200).fill(0))).to.equal(1);
    expect(admittedOf({ rate: 3, burst: 1 }, evenly(50, 4))).to.equal(1 + 3 * 4 - 1);
  });

  it('does not lose a token by rounding, at times close to 0 or of today', () => {
    for (const start of [0, 1_800_000_000]) {
      const bucket = new TokenBucket({ rate: 10, burst: 1 }, start);
      const results = Array.from({ length: 1000 }, (_, at) => take(bucket, start + at / 10));
      expect(results.filter((admitted) => !admitted).length).to.equal(0);
    }
  });

  it('states the seconds until a token', () => {
    const bucket = new TokenBucket({ rate: 2, burst: 3 }, 0, 0);
    expect([1, 2, 3, 4].map((count) => bucket.secondsUntil(0, count))).to.deep.equal([0.5, 1, 1.5, Infinity]);
    expect(bucket.secondsUntil(10, 1)).to.equal(0);
    expect(new TokenBucket({ rate: 0, burst: 1 }, 0, 0).secondsUntil(0, 1)).to.equal(Infinity);
  });

  it('ignores a clock that goes back', () => {
    const bucket = new TokenBucket({ rate: 1, burst: 1 }, 10);
    expect([5, 6, 10.5, 11].map((now) => take(bucket, now))).to.deep.equal([true, false, false, true]);
  });

  it('keeps its tokens when its size changes, up to the new size', () => {
    const bucket = new TokenBucket({ rate: 1, burst: 10 }, 0);
    bucket.resize(0, { rate: 5, burst: 4 });
    bucket.resize(0, { rate: 5, burst: 40 });
    expect([0, 2].map((now) => bucket.availableAt(now))).to.deep.equal([4, 14]);
  });

  it('admits at most burst + rate × time', () => {
    fc.assert(
      fc.property(throttles, times, (throttle, at) => {
        expect(admittedOf(throttle, at)).to.be.at.most(mostAdmitted(throttle, at.at(-1) ?? 0) + 1e-3);
      }),
    );
  });

  it('never has a negative balance, or more than its burst', () => {
    fc.assert(
      fc.property(throttles, times, (throttle, at) => {
        const bucket = new TokenBucket(throttle, 0);
        for (const now of at) {
          take(bucket, now);
          expect(bucket.availableAt(now)).to.be.within(0, throttle.burst);
        }
      }),
    );
  });

  it('admits no fewer requests with a higher rate or burst', () => {
    fc.assert(
      fc.property(throttles, throttles, times, (throttle, more, at) => {
        const larger = { rate: throttle.rate + more.rate, burst: throttle.burst + more.burst };
        expect(admittedOf(larger, at)).to.be.at.least(admittedOf(throttle, at));
      }),
    );
  });
});

describe('a token bucket in steps', () => {
  it('admits as many requests as single requests at the same rate, if the bucket holds two tokens', () => {
    const demand = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(throttles, fc.array(demand, { minLength: 1, maxLength: 20 }), ({ rate, burst }, demands) => {
        const throttle = { rate, burst: burst + 1 };
        const [single, stepped] = [new TokenBucket(throttle, 0), new TokenBucket(throttle, 0)];
        let [singles, steps] = [0, 0];
        for (const [second, count] of demands.entries()) {
          singles += evenly(count, 1).filter((at) => take(single, second + at)).length;
          steps += stepped.takeUpTo({ from: second, seconds: 1 }, count);
        }
        // A request needs a whole token, and the last one of a second arrives before the second ends.
        const rounding = 1 + 2 * demands.length;
        expect(singles).to.be.within(steps - rounding, steps + 1e-3);
      }),
    );
  });

  it('shares the tokens of a step between all its demands', () => {
    const bucket = new TokenBucket({ rate: 100, burst: 10 }, 0);
    const step = { from: 0, seconds: 1 };
    expect([50, 50, 50].map((demand) => bucket.takeUpTo(step, demand))).to.deep.equal([50, 50, 10]);
    expect(bucket.takeUpTo({ from: 1, seconds: 1 }, 500)).to.equal(100);
  });

  it('does not keep more than its burst for the next step', () => {
    const bucket = new TokenBucket({ rate: 100, burst: 10 }, 0);
    bucket.takeUpTo({ from: 0, seconds: 1 }, 0);
    expect(bucket.takeUpTo({ from: 1, seconds: 1 }, 500)).to.equal(110);
  });
});
