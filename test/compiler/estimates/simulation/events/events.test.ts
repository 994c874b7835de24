// The events after requests in a simulation: the stream of a table, the queue of deliveries, and schedules.

import { expect } from 'chai';
import { run, START, steadyRate, systemOf, valuesOf } from '../system';

const MINUTE = 60;

/** Production with other durations of the functions for events, in ms. */
const withDurations = (publisher: number, deliverer: number) =>
  systemOf('production.yaml', {
    functions: {
      'payment-publisher': { expectedDurationMilliseconds: publisher },
      'webhook-deliverer': { expectedDurationMilliseconds: deliverer },
    },
  });

describe('the events of a simulation', () => {
  it('follow the payments: a change of the table, and a message for each webhook', () => {
    const simulation = run(withDurations(25, 25), { requests: steadyRate(100, MINUTE) });
    expect(valuesOf(simulation, 'queues.webhook-deliveries', 'sent')[30]).to.be.closeTo(100, 1e-6);
    expect(valuesOf(simulation, 'tables.payment-events', 'consumed write units')[30]).to.be.above(100);
    expect(valuesOf(simulation, 'functions.payment-publisher', 'iterator age')[30]).to.equal(0);
    expect(simulation.refusals).to.deep.equal([]);
  });

  it('do not wait while the functions are fast enough', () => {
    const routes = {
      'post-payment': 50,
      'get-payment': 35,
      'get-payments': 10,
      'refund-payment': 4,
      'cancel-payment': 1,
    };
    const requests = steadyRate(22.325581395348838, 10 * MINUTE);
    const simulation = run(withDurations(25, 25), { requests, routes });
    const waiting = [
      ...valuesOf(simulation, 'functions.payment-publisher', 'waiting changes'),
      ...valuesOf(simulation, 'queues.webhook-deliveries', 'visible'),
    ];
    // Not even their rounding errors, which would fill a chart.
    expect(waiting.filter((count) => count !== 0)).to.deep.equal([]);
  });

  it('wait if a batch takes longer than it takes to fill', () => {
    const simulation = run(withDurations(2000, 25), { requests: steadyRate(100, 5 * MINUTE) });
    // One lane of the stream delivers a batch of 100 every 2 s, 50 changes a second: 50 more wait in each second.
    const waiting = valuesOf(simulation, 'functions.payment-publisher', 'waiting changes');
    expect(waiting[199]).to.be.closeTo(50 * 200, 1e-3);
    // The oldest of the changes that wait at 200 s is from 100 s.
    expect(valuesOf(simulation, 'functions.payment-publisher', 'iterator age')[199]).to.be.closeTo(100, 1);
    expect(simulation.outcome.succeeded).to.equal(100 * 5 * MINUTE);
  });

  it('wait in the queue for a slow receiver, as far as its concurrency allows', () => {
    const simulation = run(withDurations(25, 10_000), { requests: steadyRate(100, 10 * MINUTE) });
    // 50 batches of 10 messages in 10 s are 50 messages a second.
    const visible = valuesOf(simulation, 'queues.webhook-deliveries', 'visible');
    expect((visible[599] ?? 0) - (visible[499] ?? 0)).to.be.closeTo(50 * 100, 50);
    const age = simulation.alarms.find(({ alarm }) => alarm === 'webhook-deliveries-message-age');
    expect(age === undefined || age.state === 'ALARM').to.equal(true);
  });

  it('include the runs of schedules', () => {
    const night = START + 3 * 3600 + 10 * MINUTE;
    const simulation = run(withDurations(25, 25), { requests: steadyRate(1, 10 * MINUTE), start: night });
    const runs = [...valuesOf(simulation, 'functions.reconciliation', 'admitted')];
    expect(runs.flatMap((count, second) => (count > 0 ? [[second, count]] : []))).to.deep.equal([[5 * MINUTE, 1]]);
  });

  it('include each run of a schedule', () => {
    const nightly = { schedule: 'cron(0/3 * * * ? *)' };
    const system = systemOf('production.yaml', { functions: { reconciliation: { triggers: { nightly } } } });
    const simulation = run(system, { requests: steadyRate(1, 10 * MINUTE) });
    const runs = [...valuesOf(simulation, 'functions.reconciliation', 'admitted')];
    const when = runs.flatMap((count, second) => (count > 0 ? [second / MINUTE] : []));
    expect(when).to.deep.equal([0, 3, 6, 9]);
  });
});
