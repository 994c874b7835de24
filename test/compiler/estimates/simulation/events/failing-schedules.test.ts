// Runs of schedules that fail: the retries of EventBridge Scheduler and Lambda, and dead letters.

import { expect } from 'chai';
import type { Fault } from '../../../../../compiler/estimates/simulation/scenario';
import { run, START, steadyRate, systemOf, valuesOf } from '../system';
import { fail, failing, firedAt, HOUR, MINUTE, PRODUCTION } from './failing';

describe('the run of a schedule', () => {
  const night = START + 3 * HOUR + 10 * MINUTE;
  const schedule = 'reconciliation.nightly';
  const due = 5 * MINUTE;

  it('is given up after the retries of the spec if Scheduler cannot start it', () => {
    const simulation = fail(10 * MINUTE, [{ is: 'failing schedule', schedule, share: 1 }], PRODUCTION, night);
    const runs = valuesOf(simulation, 'functions.reconciliation', 'attempts');
    expect(Math.max(...runs)).to.equal(0);
    // Three retries: after 1, 2 and 4 s.
    const dead = valuesOf(simulation, 'queues.failed-events', 'unread');
    expect([due + 6, due + 7].map((second) => dead[second])).to.deep.equal([0, 1]);
    expect(firedAt(simulation, 'schedules-errors')).to.equal(due + MINUTE);
    expect(firedAt(simulation, 'schedules-dropped')).to.equal(due + MINUTE);
    expect(firedAt(simulation, 'failed-events-messages')).to.equal(due + MINUTE);
    expect(simulation.refusals).to.deep.include({
      ...{ limit: `schedule ${schedule}`, field: undefined, reason: 'TargetError', status: 0 },
      ...{ first: due, rateAtFirst: 10, count: 4 },
    });
  });

  it('is one concurrent execution, however long it takes', () => {
    const system = systemOf('production.yaml', {
      functions: { reconciliation: { expectedDurationMilliseconds: 120_000 } },
    });
    const simulation = fail(10 * MINUTE, [], system, night);
    const of = (what: string) => valuesOf(simulation, 'functions.reconciliation', what)[due];
    expect(['attempts', 'admitted', 'refused', 'concurrency', 'busy'].map(of)).to.deep.equal([1, 1, 0, 1, 120]);
    expect(firedAt(simulation, 'reconciliation-throttle')).to.equal(undefined);
  });

  it('is given up if it is older than the spec allows', () => {
    const nightly = { maximumRetryAttempts: 185, maximumEventAgeSeconds: 60 };
    const system = systemOf('production.yaml', { functions: { reconciliation: { triggers: { nightly } } } });
    const simulation = fail(10 * MINUTE, [{ is: 'failing schedule', schedule, share: 1 }], system, night);
    // Retries after 1, 2, 4, 8 and 16 s; the next one would follow 63 s after the time of the schedule.
    const dead = valuesOf(simulation, 'queues.failed-events', 'unread');
    expect([due + 30, due + 31].map((second) => dead[second])).to.deep.equal([0, 1]);
    expect(simulation.refusals[0]?.count).to.equal(6);
  });

  it('is repeated after throttles for 6 h', () => {
    // The requests use the whole concurrency of the account.
    const system = systemOf('production.yaml', {
      api: { throttle: { rateLimit: 9000, burstLimit: 5000 } },
      functions: {
        'payment-processor': { reservedConcurrency: null, expectedDurationMilliseconds: 1000 },
        reconciliation: { reservedConcurrency: null },
      },
      outputs: { lambda_reserved_concurrency: null },
    });
    const requests = steadyRate(3000, 7 * HOUR);
    const simulation = run(system, { requests, start: night, routes: { 'get-payment': 1 } });
    const attempts = valuesOf(simulation, 'functions.reconciliation', 'refused');
    const when = [...attempts].flatMap((count, second) => (count > 0 ? [second - due] : []));
    // Pauses that double from 1 s to 300 s.
    expect(when.slice(0, 11)).to.deep.equal([0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 811]);
    const last = 511 + 300 * Math.floor((6 * HOUR - 511) / 300);
    expect(when.at(-1)).to.equal(last);
    const dead = valuesOf(simulation, 'queues.failed-events', 'unread');
    expect([last - 1, last].map((second) => dead[due + second])).to.deep.equal([0, 1]);
  });

  it('is repeated after 1 and 2 min if its function fails, and then given up by Lambda', () => {
    const simulation = fail(15 * MINUTE, [failing('reconciliation')], PRODUCTION, night);
    const runs = valuesOf(simulation, 'functions.reconciliation', 'errors');
    const when = [...runs].flatMap((count, second) => (count > 0 ? [second - due] : []));
    expect(when).to.deep.equal([0, MINUTE, 3 * MINUTE]);
    const dead = valuesOf(simulation, 'queues.failed-events', 'unread');
    expect([179, 180].map((second) => dead[due + second])).to.deep.equal([0, 1]);
    expect(firedAt(simulation, 'schedules-errors')).to.equal(undefined);
  });

  it('does not fail a second time if the fault is over', () => {
    const fault: Fault = { ...failing('reconciliation'), from: due, until: due + 30 };
    const simulation = run(PRODUCTION, { requests: steadyRate(10, 15 * MINUTE), faults: [fault], start: night });
    const attempts = valuesOf(simulation, 'functions.reconciliation', 'attempts');
    const when = [...attempts].flatMap((count, second) => (count > 0 ? [second - due] : []));
    expect(when).to.deep.equal([0, MINUTE]);
    expect(Math.max(...valuesOf(simulation, 'queues.failed-events', 'unread'))).to.equal(0);
  });
});
