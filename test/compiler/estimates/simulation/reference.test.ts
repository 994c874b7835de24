// The simulation against a reference that treats each request on its own, with the models' methods for single requests.

import { expect } from 'chai';
import { GatewayThrottle } from '../../../../compiler/model/gateway-throttle';
import { LambdaConcurrency } from '../../../../compiler/model/lambda-concurrency';
import { TableCapacity } from '../../../../compiler/model/table-capacity';
import { CALL_BUDGETS, longestPause } from '../../../../contract/call-budgets';
import { type Limits, limitedSystem, run, steadyRate } from './system';

type Outcomes = Readonly<Record<'succeeded' | 'throttled' | 'refused' | 'unavailable', number>>;

interface ReferenceCase {
  readonly limits: Readonly<Record<'rate' | 'burst' | 'concurrency' | 'write' | 'durationMilliseconds', number>>;
  readonly perSecond: number;
  readonly seconds: number;
}

/** The outcomes of evenly spaced requests to write one item, with the mean pauses of the SDK. */
function reference({ limits, perSecond, seconds }: ReferenceCase): Outcomes {
  const { rate, burst, concurrency, write, durationMilliseconds } = limits;
  const throttle = { rate, burst };
  const gateway = new GatewayThrottle(
    { account: { rate: 1e6, burst: 1e6 }, stage: throttle, methods: {}, plans: {} },
    0,
  );
  const lambda = new LambdaConcurrency({ accountConcurrency: 1000, functions: { pay: concurrency } }, 0);
  const provisioned = { read: 1000, write };
  const table = new TableCapacity({ table: provisioned, indexes: {}, quota: { read: 40_000, write: 40_000 } }, 0);
  const outcomes = { succeeded: 0, throttled: 0, refused: 0, unavailable: 0 };
  const events = new Agenda();
  const call = (attempt: number) => (now: number) => {
    const end = (outcome: keyof typeof outcomes) =>
      events.add(now + durationMilliseconds / 1000, (at) => {
        lambda.end('pay', at);
        outcomes[outcome] += 1;
      });
    if (table.write(now, { units: 1, indexes: {} }) === undefined) end('succeeded');
    else if (attempt === CALL_BUDGETS.dynamodb.attempts) end('unavailable');
    else events.add(now + longestPause(attempt) / 2000, call(attempt + 1));
  };
  for (let request = 0; request < perSecond * seconds; request++)
    events.add(request / perSecond, (now) => {
      if (gateway.request(now, { method: 'post' }) !== undefined) outcomes.throttled += 1;
      else if (lambda.begin('pay', now).is === 'refused') outcomes.refused += 1;
      else call(1)(now);
    });
  events.runUntil(seconds);
  return outcomes;
}

/** Events in the order of their times. */
class Agenda {
  private readonly bySlot = new Map<number, { readonly at: number; readonly event: (now: number) => void }[]>();

  add(at: number, event: (now: number) => void): void {
    const slot = Math.floor(at);
    const known = this.bySlot.get(slot);
    if (known === undefined) this.bySlot.set(slot, [{ at, event }]);
    else known.push({ at, event });
  }

  runUntil(end: number): void {
    for (let slot = 0; slot < end; slot++) {
      const events = this.bySlot.get(slot) ?? [];
      for (let next = this.take(events); next !== undefined; next = this.take(events)) next.event(next.at);
    }
  }

  /** An event can add others to its own slot. */
  private take(events: { readonly at: number; readonly event: (now: number) => void }[]) {
    let first = 0;
    for (let at = 1; at < events.length; at++) if ((events[at]?.at ?? 0) < (events[first]?.at ?? 0)) first = at;
    return events.splice(first, 1)[0];
  }
}

function simulated({ limits, perSecond, seconds }: ReferenceCase): Outcomes {
  const { outcome } = run(limitedSystem(limits satisfies Limits), { requests: steadyRate(perSecond, seconds) });
  const { 429: throttled = 0, 500: refused = 0, 503: unavailable = 0 } = outcome.failed;
  return { succeeded: outcome.succeeded, throttled, refused, unavailable };
}

const AMPLE = { rate: 5000, burst: 5000, concurrency: 500, write: 5000, durationMilliseconds: 100 };

/** The bound is the difference of each outcome, as a share of the requests: each transition differs by about a second. */
const CASES: Readonly<Record<string, ReferenceCase & { readonly bound: number }>> = {
  'ample limits': { limits: AMPLE, perSecond: 100, seconds: 120, bound: 0.002 },
  'an empty bucket': { limits: { ...AMPLE, rate: 50, burst: 500 }, perSecond: 80, seconds: 120, bound: 0.002 },
  // At 80 requests/s each 100 ms ends exactly at an arrival, which finds its environment busy: 44 instead of 50 requests/s.
  'a used-up concurrency': { limits: { ...AMPLE, concurrency: 5 }, perSecond: 79, seconds: 120, bound: 0.01 },
  'a used-up burst of a table': { limits: { ...AMPLE, write: 10 }, perSecond: 60, seconds: 180, bound: 0.02 },
  'retries that use up the concurrency': {
    limits: { ...AMPLE, write: 10, concurrency: 20 },
    perSecond: 60,
    seconds: 180,
    bound: 0.05,
  },
};

describe('a simulation of rates', () => {
  for (const [name, { bound, ...one }] of Object.entries(CASES))
    it(`has the outcomes of single requests within ${bound * 100} % with ${name}`, () => {
      const [exact, rates] = [reference(one), simulated(one)];
      const requests = one.perSecond * one.seconds;
      for (const outcome of ['succeeded', 'throttled', 'refused', 'unavailable'] as const)
        expect(rates[outcome], `${outcome} of ${JSON.stringify(exact)}, ${JSON.stringify(rates)}`).to.be.closeTo(
          exact[outcome],
          bound * requests,
        );
    });
});
