// Requests that fail within the payment handler, and unusual payments: its metrics, dead letters and alarms.

import { expect } from 'chai';
import type { Fault, FaultKind } from '../../../../../compiler/estimates/simulation/scenario';
import { run, steadyRate, systemOf, valuesOf } from '../system';
import { fail, firedAt, MINUTE, PRODUCTION } from './failing';

describe('requests that a function answers with an error', () => {
  const answering = (status: number, share = 0.5): FaultKind => ({
    ...{ is: 'error response', function: 'payment-processor', status, share },
  });

  it('do not count as errors of Lambda; the handler sends an internal failure to its dead-letter queue', () => {
    const simulation = fail(5 * MINUTE, [answering(500)]);
    expect(simulation.outcome.failed).to.deep.equal({ 500: 5 * 240 });
    expect(Math.max(...valuesOf(simulation, 'functions.payment-processor', 'errors'))).to.equal(0);
    expect(valuesOf(simulation, 'queues.payment-processor-dlq', 'unread')[299]).to.equal(5 * 240);
    expect(valuesOf(simulation, 'api', 'failed')[299]).to.equal(5);
    expect(firedAt(simulation, 'payment-processor-dlq-messages')).to.equal(2 * MINUTE);
    expect(firedAt(simulation, 'payment-processor-dead-letters-lost')).to.equal(undefined);
  });

  it('lose their dead letters if the queue refuses them', () => {
    const queue: FaultKind = { is: 'failing queue', queue: 'payment-processor-dlq', share: 1 };
    const simulation = fail(5 * MINUTE, [answering(500), queue]);
    expect(firedAt(simulation, 'payment-processor-dead-letters-lost')).to.equal(2 * MINUTE);
    expect(firedAt(simulation, 'payment-processor-dlq-messages')).to.equal(undefined);
  });

  it('are refused payments only if they change payments', () => {
    const faults: readonly Fault[] = [{ ...answering(409, 0.9), from: MINUTE, until: 20 * MINUTE }];
    const reading = { requests: steadyRate(10, 20 * MINUTE), faults, routes: { 'post-payment': 1, 'get-payment': 1 } };
    // 5 payments a second are refused in 90 %; with reads, only 4.5 of 9.5 requests would be.
    expect(firedAt(run(PRODUCTION, reading), 'payment-processor-refused')).to.be.a('number');
    const none = { ...reading, routes: { 'get-payment': 1 } };
    expect(firedAt(run(PRODUCTION, none), 'payment-processor-refused')).to.equal(undefined);
  });

  it('are refused payments if they are errors of the client, and do not count as failures of the system', () => {
    const simulation = fail(20 * MINUTE, [answering(409, 0.8)]);
    expect(firedAt(simulation, 'payment-processor-refused')).to.be.a('number');
    expect(Math.max(...valuesOf(simulation, 'api', 'failed'))).to.equal(0);
    expect(Math.max(...valuesOf(simulation, 'queues.payment-processor-dlq', 'unread'))).to.equal(0);
    const quiet = fail(20 * MINUTE, [answering(500, 0.8)]);
    expect(firedAt(quiet, 'payment-processor-refused')).to.equal(undefined);
  });

  it('do not write to tables', () => {
    const written = valuesOf(fail(5 * MINUTE, [answering(409)]), 'tables.payments', 'consumed write units');
    expect([written[59], written[60]].map((units) => units && units * 2)).to.deep.equal([
      2 * (written[59] ?? 0),
      written[59],
    ]);
  });
});

describe('requests that no table can serve', () => {
  it('are a metric of the handler', () => {
    const alarm = {
      description: 'Tables are not available',
      metric: { resource: 'functions.payment-processor.metrics', name: 'RequestsUnavailable', statistic: 'Sum' },
      threshold: 599,
      evaluationPeriods: 1,
      drill: { fires: { metric: '600' }, quiet: { metric: '599' } },
    };
    const system = systemOf('production.yaml', { alarms: { unavailable: alarm } });
    const failed = fail(10 * MINUTE, [{ is: 'failing table', table: 'payments', share: 1 }], system);
    // 10 payments a second are 600 a minute, after the retries of the first minute.
    expect(firedAt(failed, 'unavailable')).to.equal(3 * MINUTE);
    const partly = fail(10 * MINUTE, [{ is: 'failing table', table: 'payments', share: 0.5 }], system);
    expect(firedAt(partly, 'unavailable')).to.equal(undefined);
  });
});

describe('an unusual amount', () => {
  const unusual = (factor: number): FaultKind => ({ is: 'unusual amount', function: 'payment-processor', factor });

  it('fires the alarm of each currency in which it is more than fifty times the average', () => {
    const simulation = fail(10 * MINUTE, [unusual(1000)]);
    // In the first minute, 200 payments in each currency have an average of 5.97.
    const fired = ['usd', 'eur', 'gbp'].map((currency) => firedAt(simulation, `payment-processor-amounts-${currency}`));
    expect(fired).to.deep.equal([2 * MINUTE, 2 * MINUTE, 2 * MINUTE]);
    expect(firedAt(fail(10 * MINUTE, [unusual(50)]), 'payment-processor-amounts-usd')).to.equal(undefined);
  });
});
