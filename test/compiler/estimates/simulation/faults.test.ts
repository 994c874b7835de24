// Faults in a simulation, the repeats of clients, and the latencies that follow.

import { expect } from 'chai';
import type { Fault } from '../../../../compiler/estimates/simulation/scenario';
import { DEFAULT_ASSUMPTIONS } from '../../../../compiler/model/assumptions';
import { limitedSystem, run, steadyRate, valuesOf } from './system';

const SECONDS = 60;
const always = { from: 0, until: SECONDS };
const refusalsUnder = (...faults: readonly Fault[]) =>
  run(limitedSystem(), { requests: steadyRate(100, SECONDS), faults });

describe('a fault in a simulation', () => {
  it('refuses the units of a hot partition beyond 1,000 a second', () => {
    const requests = steadyRate(3000, SECONDS);
    const faults: readonly Fault[] = [{ is: 'hot partition', table: 'payments', share: 0.5, ...always }];
    const { refusals } = run(limitedSystem(), { requests, faults, routes: { 'refund-payment': 1 } });
    const table = refusals.find(({ limit }) => limit === 'partitions of table payments');
    expect(table).to.deep.include({ reason: 'TableWriteKeyRangeThroughputExceeded', status: 503, first: 0 });
    expect(table?.field).to.equal(undefined);
  });

  it('refuses the reads of a hot partition beyond 3,000 a second', () => {
    const faults: readonly Fault[] = [{ is: 'hot partition', table: 'payments', share: 1, ...always }];
    const { refusals } = run(limitedSystem(), {
      requests: steadyRate(4000, 1),
      faults,
      routes: { 'get-payment': 1 },
    });
    expect(refusals.find(({ limit }) => limit === 'partitions of table payments')).to.deep.include({
      reason: 'TableReadKeyRangeThroughputExceeded',
      count: 1000,
    });
  });

  it('lasts from its first second until its end', () => {
    const { refusals, ...simulation } = refusalsUnder({
      is: 'failing function',
      function: 'payment-processor',
      share: 0.25,
      from: 10,
      until: 20,
    });
    expect(refusals).to.deep.equal([
      {
        limit: 'function payment-processor',
        field: undefined,
        reason: 'Unhandled',
        status: 502,
        first: 10,
        rateAtFirst: 100,
        count: 250,
      },
    ]);
    const errors = valuesOf({ refusals, ...simulation }, 'functions.payment-processor', 'errors');
    expect([9, 10, 19, 20].map((second) => errors[second])).to.deep.equal([0, 25, 25, 0]);
  });

  it('of a table fails a request after three attempts of the SDK', () => {
    const { outcome, refusals } = refusalsUnder({ is: 'failing table', table: 'payments', share: 0.5, ...always });
    // Each request of the first 58 s has three attempts: one of eight fails all of them.
    expect(outcome.failed[503]).to.be.closeTo((100 * (SECONDS - 2)) / 8, 1e-6);
    expect(outcome.pending).to.be.closeTo(100 / 2 + 100 / 4, 1e-6);
    expect(refusals.map(({ limit, reason }) => [limit, reason])).to.deep.equal([
      ['table payments', 'InternalServerError'],
    ]);
  });

  it('of a slow table adds to the duration of each call, and fails calls that exceed their timeout', () => {
    const slow = refusalsUnder({ is: 'slow table', table: 'payments', factor: 11, ...always });
    // 50 ms with one call of 5 ms, which now takes 55 ms.
    expect(slow.outcome.latency.p50).to.be.closeTo(100, 1e-9);
    expect(valuesOf(slow, 'functions.payment-processor', 'concurrency')[59]).to.be.closeTo(10, 1e-9);
    const dead = refusalsUnder({ is: 'slow table', table: 'payments', factor: 400, ...always });
    expect(dead.refusals[0]).to.deep.include({ limit: 'table payments', reason: 'TimeoutError', status: 503 });
    expect(dead.outcome.succeeded).to.equal(0);
  });

  it('of a slow function multiplies its duration, up to its timeout', () => {
    const slow = refusalsUnder({ is: 'slow function', function: 'payment-processor', factor: 10, ...always });
    expect(slow.outcome.latency.p50).to.equal(500);
    const dead = refusalsUnder({ is: 'slow function', function: 'payment-processor', factor: 1000, ...always });
    expect(dead.refusals.map(({ reason, status }) => [reason, status])).to.deep.include(['Sandbox.Timedout', 502]);
    expect(valuesOf(dead, 'functions.payment-processor', 'duration')[0]).to.equal(28_000);
    expect(dead.outcome.succeeded).to.equal(0);
  });
});

describe('the clients of a simulation', () => {
  it('repeat a failed request after a pause that doubles, up to their attempts', () => {
    const system = limitedSystem();
    const faults: readonly Fault[] = [{ is: 'failing function', function: 'payment-processor', share: 1, ...always }];
    const requests = [100, ...steadyRate(0, SECONDS - 1)];
    const simulation = run(system, { requests, faults, clients: { attempts: 4, pauseSeconds: 2 } });
    const attempts = valuesOf(simulation, 'api', 'attempts');
    const when = [...attempts].flatMap((amount, second) => (amount > 0 ? [second] : []));
    expect(when).to.deep.equal([0, 2, 6, 14]);
    expect(simulation.outcome).to.deep.include({ requests: 100, attempts: 400, succeeded: 0, failed: { 502: 100 } });
  });

  it('do not repeat a request before the end of a pause that is longer than the simulation', () => {
    const faults: readonly Fault[] = [{ is: 'failing function', function: 'payment-processor', share: 1, ...always }];
    const requests = [100, ...steadyRate(0, 9)];
    const { outcome } = run(limitedSystem(), { requests, faults, clients: { attempts: 2, pauseSeconds: 16 } });
    expect(outcome).to.deep.include({ attempts: 100, failed: {}, pending: 100 });
  });

  it('wait for the cold starts of the first requests only', () => {
    const system = limitedSystem();
    const assumptions = { ...DEFAULT_ASSUMPTIONS, initMedianMilliseconds: 200, initP99ToMedian: 1.4 };
    const simulation = run(system, { requests: steadyRate(20, 10), assumptions });
    const p99 = valuesOf(simulation, 'api', 'latency p99');
    // One environment serves 20 requests/s of 50 ms; of the first 20 requests, one waits for its start.
    expect(p99[0]).to.be.within(200, 350);
    expect([...p99.slice(1)]).to.deep.equal(steadyRate(50, 9));
    expect(valuesOf(simulation, 'api', 'latency p50')[0]).to.equal(50);
  });
});
