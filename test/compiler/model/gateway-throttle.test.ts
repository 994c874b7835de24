// The limits of a stage: their order, their scopes, and single requests compared with steps.
// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html

import { expect } from 'chai';
import { DEFAULT_ASSUMPTIONS } from '../../../compiler/model/assumptions';
import {
  defaultAccountThrottle,
  type GatewayCaller,
  type GatewaySettings,
  GatewayThrottle,
} from '../../../compiler/model/gateway-throttle';
import { fc } from '../../random';

const LARGE = { rate: 1000, burst: 1000 };

const settings = (more: Partial<GatewaySettings>): GatewaySettings => ({
  account: LARGE,
  stage: LARGE,
  methods: {},
  plans: {},
  ...more,
});

const repeat = <T>(count: number, work: () => T) => Array.from({ length: count }, work);

const one = { rate: 1, burst: 1 };
const post = { method: 'POST /payments' };
const shop = { ...post, client: { plan: 'partners', key: 'shop' } };
const kiosk = { ...post, client: { plan: 'partners', key: 'kiosk' } };

/** The limits that refuse each of two requests at once. */
const refusing = (throttle: GatewayThrottle, caller: typeof shop | typeof post) =>
  repeat(2, () => throttle.request(0, caller)?.limit);

describe('the throttles of a stage', () => {
  it('apply in the order usage plan, method, account', () => {
    const limits = (more: Partial<GatewaySettings>) => refusing(new GatewayThrottle(settings(more), 0), shop);
    const quota = { requests: 1, period: 'DAY' } as const;
    const tight = { stage: one, account: one };
    expect(limits({ ...tight, plans: { partners: { throttle: one, quota } } })).to.deep.equal([undefined, 'quota']);
    expect(limits({ ...tight, plans: { partners: { throttle: one } } })).to.deep.equal([undefined, 'usage plan']);
    expect(limits(tight)).to.deep.equal([undefined, 'method']);
    expect(limits({ account: one })).to.deep.equal([undefined, 'account']);
    expect(limits({})).to.deep.equal([undefined, undefined]);
  });

  it('answer an exhausted quota with QUOTA_EXCEEDED, and others with THROTTLED', () => {
    const throttle = new GatewayThrottle(
      settings({ stage: one, plans: { partners: { quota: { requests: 1, period: 'DAY' } } } }),
      0,
    );
    expect(throttle.request(0, shop)).to.equal(undefined);
    expect(throttle.request(0, shop)).to.deep.equal({
      limit: 'quota',
      responseType: 'QUOTA_EXCEEDED',
      retryAfterSeconds: 86_400,
    });
    expect(throttle.request(0.25, post)).to.deep.equal({
      limit: 'method',
      responseType: 'THROTTLED',
      retryAfterSeconds: 0.75,
    });
  });

  it('have a bucket for each method, and each key of a plan', () => {
    const throttle = new GatewayThrottle(settings({ stage: one, plans: { partners: { throttle: one } } }), 0);
    expect(throttle.request(0, { method: 'GET /payments' })).to.equal(undefined);
    expect(throttle.request(0, shop)).to.equal(undefined);
    expect(throttle.request(0, shop)?.limit).to.equal('usage plan');
    expect(throttle.request(0, kiosk)?.limit).to.equal('method');
  });

  it('can share one bucket for the stage, except for methods with their own throttle', () => {
    const throttle = new GatewayThrottle(settings({ stage: one, methods: { 'PUT /payments': one } }), 0, {
      ...DEFAULT_ASSUMPTIONS,
      stageThrottleScope: 'stage',
    });
    const methods = ['GET /payments', 'POST /payments', 'PUT /payments', 'PUT /payments'];
    const refused = methods.map((method) => throttle.request(0, { method })?.limit);
    expect(refused).to.deep.equal([undefined, 'method', undefined, 'method']);
  });

  it('use the setting of a method in place of that of the stage', () => {
    const throttle = new GatewayThrottle(settings({ methods: { [post.method]: { rate: 1, burst: 3 } } }), 0);
    const refused = repeat(5, () => throttle.request(0, post)).filter((refusal) => refusal !== undefined);
    expect(refused).to.have.length(2);
  });

  it('do not limit a caller whose plan is unknown, even if its name is a member of every object', () => {
    const throttle = new GatewayThrottle(settings({}), 0);
    const caller = { method: 'constructor', client: { plan: 'toString', key: 'x' } };
    expect(throttle.available(0, caller)).to.deep.equal([
      { limit: 'method', requests: 1000 },
      { limit: 'account', requests: 1000 },
    ]);
  });

  it('take tokens of earlier limits for a refused request only if refusedRequestsCount is true', () => {
    const left = (refusedRequestsCount: boolean) => {
      const throttle = new GatewayThrottle(
        settings({ account: one, plans: { partners: { quota: { requests: 100, period: 'DAY' } } } }),
        0,
        { ...DEFAULT_ASSUMPTIONS, refusedRequestsCount },
      );
      repeat(10, () => throttle.request(0, shop));
      return throttle.available(0, shop).map(({ limit, requests }) => `${limit} ${requests}`);
    };
    expect(left(false)).to.deep.equal(['quota 99', 'method 999', 'account 0']);
    expect(left(true)).to.deep.equal(['quota 90', 'method 990', 'account 0']);
  });

  it('are lower in newer Regions', () => {
    expect(defaultAccountThrottle('us-east-1')).to.deep.equal({ rate: 10_000, burst: 5000 });
    expect(defaultAccountThrottle('eu-south-2')).to.deep.equal({ rate: 2500, burst: 1250 });
  });
});

describe('the throttles of a stage in steps', () => {
  /** The flow of one caller in a second. */
  const flowOf = (throttle: GatewayThrottle, from: number, requests: number, caller: GatewayCaller) =>
    throttle.flows({ from, seconds: 1 }, [{ requests, caller }])[0];

  it('refuse at each limit the requests that exceed it', () => {
    const throttle = new GatewayThrottle(
      settings({
        plans: { partners: { throttle: { rate: 90, burst: 10 }, quota: { requests: 300, period: 'DAY' } } },
        stage: { rate: 60, burst: 20 },
        account: { rate: 40, burst: 10 },
      }),
      0,
    );
    expect(flowOf(throttle, 0, 400, shop)).to.deep.equal({
      admitted: 50,
      refused: { quota: 100, 'usage plan': 200, method: 20, account: 30 },
    });
  });

  it('share the account between methods', () => {
    const throttle = new GatewayThrottle(settings({ account: { rate: 100, burst: 50 } }), 0);
    const admitted = ['a', 'b', 'c'].map((method) => flowOf(throttle, 0, 60, { method })?.admitted);
    expect(admitted).to.deep.equal([60, 60, 30]);
  });

  it('refuse the same share of all methods in a step if the account is the limit', () => {
    const throttle = new GatewayThrottle(settings({ account: { rate: 100, burst: 50 }, methods: { c: one } }), 0);
    const demands = [60, 240, 90].map((requests, at) => ({ requests, caller: { method: 'abc'[at] ?? '' } }));
    const flows = throttle.flows({ from: 0, seconds: 1 }, demands);
    const passing = 60 + 240 + 2;
    const admitted = flows.map((flow) => flow.admitted);
    expect(admitted.map((count, at) => count / ([60, 240, 2][at] ?? 0))).to.deep.equal(
      admitted.map(() => 150 / passing),
    );
    expect(flows[2]?.refused).to.deep.include({ method: 88, account: 2 - 300 / passing });
  });

  it('admit as many requests as one by one, up to one for each limit and second, if buckets hold two tokens', () => {
    const throttles = fc.record({ rate: fc.integer({ min: 1, max: 100 }), burst: fc.integer({ min: 2, max: 100 }) });
    const arbitrary = fc.record({
      account: throttles,
      stage: throttles,
      plan: throttles,
      perSecond: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ account, stage, plan, perSecond }) => {
        const both = settings({ account, stage, plans: { partners: { throttle: plan } } });
        const [single, stepped] = [new GatewayThrottle(both, 0), new GatewayThrottle(both, 0)];
        let [singles, steps] = [0, 0];
        for (let second = 0; second < 10; second += 1) {
          for (let count = 0; count < perSecond; count += 1)
            if (single.request(second + count / perSecond, shop) === undefined) singles += 1;
          steps += flowOf(stepped, second, perSecond, shop)?.admitted ?? 0;
        }
        expect(singles).to.be.closeTo(steps, 3 * 10);
        expect(singles).to.be.at.most(account.burst + account.rate * 10);
      }),
    );
  });
});
