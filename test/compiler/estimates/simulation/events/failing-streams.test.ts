// Changes of tables that fail: the retries of Lambda, dead letters, and events that are missing.

import { expect } from 'chai';
import { chainOf } from '../../../../../compiler/estimates/simulation/events/stream-events';
import type { FaultKind } from '../../../../../compiler/estimates/simulation/scenario';
import { START, systemOf, valuesOf } from '../system';
import { fail, failing, firedAt, HOUR, MINUTE, PRODUCTION } from './failing';

describe('the invocations for a batch of changes', () => {
  const limits = { maximumRetryAttempts: 2, maximumRecordAgeSeconds: undefined };

  it('are one without failures', () => {
    expect(chainOf(limits, 0, 0.5)).to.deep.include({ invocations: 1, seconds: 0.5, givenUp: 0 });
  });

  it('are all retries, after 1 s and 2 s, if each one fails', () => {
    expect(chainOf(limits, 1, 0.5)).to.deep.equal({
      ...{ invocations: 3, seconds: 4.5, givenUp: 1, givenUpAfter: 4.5, isReported: true },
    });
  });

  it('are fewer on average if some succeed', () => {
    // 1 + 1/2 + 1/4 invocations, and pauses of 1 s after a half and of 2 s after a quarter of the batches.
    expect(chainOf(limits, 0.5, 1)).to.deep.include({
      invocations: 1.75,
      seconds: 2.75,
      givenUp: 0.125,
      givenUpAfter: 6,
    });
  });

  it('end when the changes are too old', () => {
    const aged = { maximumRetryAttempts: undefined, maximumRecordAgeSeconds: 40 };
    // Pauses of 1, 2, 4, 8 and 16 s; the next one of 30 s would end after 40 s.
    expect(chainOf(aged, 1, 1)).to.deep.include({ invocations: 6, givenUp: 1, givenUpAfter: 40, isReported: true });
  });

  it('end without a message when the stream no longer has the changes', () => {
    const unlimited = { maximumRetryAttempts: undefined, maximumRecordAgeSeconds: undefined };
    expect(chainOf(unlimited, 1, 1)).to.deep.include({ givenUp: 1, givenUpAfter: 86_400, isReported: false });
    // The last retry ends before that.
    expect(chainOf({ ...unlimited, maximumRetryAttempts: 10 }, 1, 1).isReported).to.equal(true);
  });
});

describe('the changes of a table whose function fails', () => {
  it('go to the dead-letter queue after the last retry, one from each lane of the stream', () => {
    const simulation = fail(20 * MINUTE, [failing('payment-publisher')]);
    // 10 retries after 1, 2, 4, 8, 16 and five times 30 s, and 11 invocations of 25 ms: 181.275 s.
    const dead = valuesOf(simulation, 'queues.failed-events', 'unread');
    expect(dead[MINUTE + 181]).to.equal(0);
    expect(dead[MINUTE + 182]).to.be.greaterThan(0);
    expect((dead[1100] ?? 0) - (dead[1000] ?? 0)).to.be.closeTo(100 / 181.275, 1e-6);
    // The first whole message follows after another 181.275 s.
    const whole = dead.findIndex((depth) => depth >= 1);
    expect(whole).to.be.closeTo(MINUTE + 2 * 181.275, 2);
    expect(firedAt(simulation, 'failed-events-messages')).to.equal(Math.ceil((whole + 1) / MINUTE) * MINUTE);
    expect(valuesOf(simulation, 'functions.payment-publisher', 'errors')[600]).to.be.closeTo(11 / 181.275, 1e-6);
  });

  it('go there a batch at a time if batches are not split', () => {
    const changes = { bisectBatchOnError: false };
    const system = systemOf('production.yaml', { functions: { 'payment-publisher': { triggers: { changes } } } });
    const simulation = fail(20 * MINUTE, [failing('payment-publisher')], system);
    const dead = valuesOf(simulation, 'queues.failed-events', 'unread');
    expect((dead[1100] ?? 0) - (dead[1000] ?? 0)).to.be.closeTo(100 / 181.275, 1e-6);
    const waiting = valuesOf(simulation, 'functions.payment-publisher', 'waiting changes');
    // 10 changes arrive in each second, and each batch has 100.
    expect((waiting[1100] ?? 0) - (waiting[1000] ?? 0)).to.be.closeTo(100 * (10 - 100 / 181.275), 1e-3);
  });

  it('are missing in the reconciliation of the next day', () => {
    const run = 5 * HOUR + 15 * MINUTE;
    const simulation = fail(run + 10 * MINUTE, [failing('payment-publisher')], PRODUCTION, START + 22 * HOUR);
    expect(firedAt(simulation, 'reconciliation-differences')).to.equal(run + MINUTE);
  });

  it('are published if some retry succeeds', () => {
    const simulation = fail(10 * MINUTE, [failing('payment-publisher', 0.1)]);
    expect(valuesOf(simulation, 'queues.webhook-deliveries', 'sent')[300]).to.be.closeTo(10, 1e-6);
    expect(valuesOf(simulation, 'queues.failed-events', 'unread')[599]).to.equal(0);
  });

  it('wait while the queue refuses their messages', () => {
    const queue = 'webhook-deliveries';
    const simulation = fail(5 * MINUTE, [{ is: 'failing queue', queue, share: 1 }]);
    expect(valuesOf(simulation, `queues.${queue}`, 'sent')[200]).to.equal(0);
    expect(valuesOf(simulation, 'functions.payment-publisher', 'waiting changes')[200]).to.be.closeTo(10 * 141, 5);
    expect(valuesOf(simulation, 'functions.payment-publisher', 'errors')[200]).to.equal(0);
    expect(simulation.refusals.find(({ limit }) => limit === `queue ${queue}`)?.reason).to.equal('ServiceUnavailable');
  });
});

describe('the changes of a table whose queue refuses some messages', () => {
  it('are sent again until the queue accepts all', () => {
    const queue = 'webhook-deliveries';
    const simulation = fail(5 * MINUTE, [{ is: 'failing queue', queue, share: 0.5 }]);
    expect(valuesOf(simulation, `queues.${queue}`, 'sent')[200]).to.be.closeTo(10 * (1 - 0.5 ** 11), 1e-6);
    const refused = simulation.refusals.find(({ limit }) => limit === `queue ${queue}`);
    // Half of the messages of each of the attempts, of which there are 2 × (1 - 0.5 ** 11) on average.
    expect(refused?.count).to.be.closeTo(10 * 240 * (1 - 0.5 ** 11), 1e-3);
  });
});

describe('changes that another program writes', () => {
  const foreign: FaultKind = { is: 'foreign writes', table: 'payments', share: 0.2 };

  it('have no event, and fire an alarm', () => {
    const simulation = fail(10 * MINUTE, [foreign]);
    expect(valuesOf(simulation, 'queues.webhook-deliveries', 'sent')[300]).to.be.closeTo(8, 1e-6);
    expect(firedAt(simulation, 'payment-publisher-unpublishable')).to.equal(2 * MINUTE);
  });

  it('are found by the reconciliation of the next day, and not by that of the same day', () => {
    const evening = START + 22 * HOUR;
    // Two hours until midnight, and 3 h 15 min until the run.
    const run = 5 * HOUR + 15 * MINUTE;
    expect(firedAt(fail(run + 10 * MINUTE, [foreign], PRODUCTION, evening), 'reconciliation-differences')).to.equal(
      run + MINUTE,
    );
    const night = START + 3 * HOUR;
    expect(firedAt(fail(HOUR, [foreign], PRODUCTION, night), 'reconciliation-differences')).to.equal(undefined);
  });

  it('are found by the reconciliation of the days that its input names', () => {
    const nightly = { input: { daysAgo: [2] } };
    const system = systemOf('production.yaml', { functions: { reconciliation: { triggers: { nightly } } } });
    const simulation = fail(5.5 * HOUR, [foreign], system, START + 22 * HOUR);
    expect(firedAt(simulation, 'reconciliation-differences')).to.equal(undefined);
  });
});
