// The simulation against closed forms: the bucket of a throttle, the burst of a table, Little's law, and the steps of autoscaling.

import { expect } from 'chai';
import { limitedSystem, reaches, run, steadyRate, systemOf, valuesOf } from './system';

describe('a simulation', () => {
  it('refuses the first request when the bucket is empty, after burst / (demand - rate), and then admits the rate', () => {
    const simulation = run(limitedSystem({ rate: 50, burst: 300 }), { requests: steadyRate(80, 60) });
    const [first, ...others] = simulation.refusals;
    expect(others).to.deep.equal([]);
    // 300 / (80 - 50) = 10 s.
    expect(first).to.deep.equal({
      limit: 'throttle of route post-payment',
      reason: 'THROTTLED',
      field: ['api', 'throttle', 'rateLimit'],
      status: 429,
      first: 10,
      rateAtFirst: 80,
      count: 30 * 50,
    });
    const admitted = valuesOf(simulation, 'api', 'admitted');
    expect([...admitted]).to.deep.equal([...steadyRate(80, 10), ...steadyRate(50, 50)]);
    expect(simulation.outcome.failed).to.deep.equal({ 429: 30 * 50 });
  });

  it('ends with the first refused request when it only looks for a limit', () => {
    // The bucket is empty after 10 s; see above. No two seconds are equal, so each one is read when it begins.
    const requests = Array.from({ length: 60 }, (_, second) => 80 + second / 1000);
    const later = () => expect.fail('a second after the first refusal is simulated');
    Object.defineProperty(requests, 12, { get: later });
    expect(reaches('throttle of route post-payment', limitedSystem({ rate: 50, burst: 300 }), { requests })).to.equal(
      true,
    );
  });

  it('throttles a table after its burst of 300 s: 300 × units / (demand - units)', () => {
    const simulation = run(limitedSystem({ write: 20 }), { requests: steadyRate(50, 300) });
    const [first] = simulation.refusals;
    // 300 × 20 / (50 - 20) = 200 s.
    expect(first).to.deep.include({
      limit: 'write capacity of table payments',
      reason: 'TableWriteProvisionedThroughputExceeded',
      field: ['tables', 'payments', 'capacity', 'write', 'units'],
      status: 503,
      first: 200,
    });
    const consumed = valuesOf(simulation, 'tables.payments', 'consumed write units');
    expect(consumed[199]).to.be.closeTo(50, 1e-6);
    expect(consumed[200]).to.be.closeTo(20, 1e-6);
  });

  it("needs rate × duration concurrent executions, by Little's law", () => {
    const simulation = run(limitedSystem({ durationMilliseconds: 250 }), { requests: steadyRate(100, 60) });
    const concurrency = valuesOf(simulation, 'functions.payment-processor', 'concurrency');
    expect(concurrency[59]).to.be.closeTo(25, 1e-9);
    expect(simulation.refusals).to.deep.equal([]);
    const limited = run(limitedSystem({ durationMilliseconds: 250, concurrency: 10 }), {
      requests: steadyRate(100, 60),
    });
    // 10 executions of 250 ms serve 40 requests a second.
    const { admitted, refused } = {
      admitted: valuesOf(limited, 'functions.payment-processor', 'admitted')[59],
      refused: limited.refusals[0],
    };
    expect(admitted).to.be.closeTo(40, 1e-9);
    expect(refused).to.deep.include({
      limit: 'concurrency of function payment-processor',
      reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
      status: 500,
      first: 0,
    });
  });

  it('throttles writes to the table if the key of an index has too few values', () => {
    const routes = { 'post-payment': 1, 'refund-payment': 1, 'cancel-payment': 1 };
    const { refusals } = run(systemOf('production.yaml'), { requests: [3000], routes });
    const first = refusals.find(({ reason }) => reason === 'IndexWriteKeyRangeThroughputExceeded');
    // Each route admits 400. A payment takes one unit of the index, and a change of its state two: 2,000 units for a partition of 1,000.
    expect(first).to.deep.include({ status: 503, count: 600 });
    expect(first?.limit).to.equal('partitions of index status-index: 1 value of its key');
    expect(first?.field).to.deep.equal(['tables', 'payments', 'indexes', 'status-index', 'shardCount']);
  });
});
