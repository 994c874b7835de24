// Deliveries to webhooks that fail: attempts, waits, dead deliveries and disabled webhooks.

import { expect } from 'chai';
import type { FaultKind } from '../../../../../compiler/estimates/simulation/scenario';
import { systemOf, valuesOf } from '../system';
import { fail, failing, firedAt, HOUR, MINUTE } from './failing';

/** Production with one webhook that has other settings. */
const withWebhook = (settings: object) =>
  systemOf('production.yaml', { payment: { webhooks: { merchant: settings } } });

describe('the deliveries to a webhook that fails', () => {
  const down: FaultKind = { is: 'failing webhook', webhook: 'merchant', share: 1 };

  it('are repeated after the delays of the spec, and given up after the last one', () => {
    const simulation = fail(10 * MINUTE, [down], withWebhook({ retryDelaysSeconds: [5, 60] }));
    const attempts = valuesOf(simulation, 'functions.webhook-deliverer', 'attempts');
    const dead = valuesOf(simulation, 'queues.dead-deliveries', 'unread');
    const at = (second: number) => MINUTE + second;
    expect([4, 5, 64, 65].map((second) => Math.round(attempts[at(second)] ?? 0))).to.deep.equal([10, 20, 20, 30]);
    expect([64, 65, 66].map((second) => Math.round(dead[at(second)] ?? 0))).to.deep.equal([0, 10, 20]);
    expect(simulation.refusals.map(({ limit, reason }) => [limit, reason])).to.deep.equal([
      ['webhook merchant', 'PostFailed'],
    ]);
    expect(firedAt(simulation, 'dead-deliveries-messages')).to.equal(3 * MINUTE);
  });

  it('fire an alarm within minutes if more than half of the attempts fail', () => {
    expect(firedAt(fail(20 * MINUTE, [down]), 'webhook-deliverer-failing')).to.be.within(5 * MINUTE, 10 * MINUTE);
    expect(firedAt(fail(20 * MINUTE, [{ ...down, share: 0.3 }]), 'webhook-deliverer-failing')).to.equal(undefined);
  });

  it('are sent again each 15 min to wait longer, because SQS delays no message longer', () => {
    const simulation = fail(40 * MINUTE, [down], withWebhook({ retryDelaysSeconds: [2000] }));
    const sent = valuesOf(simulation, 'queues.webhook-deliveries', 'sent');
    // New ones and those that failed; and those that wait after 900 and 1,800 s.
    const at = [10, 899, 900, 1799, 1800, 2000].map((second) => Math.round(sent[MINUTE + second] ?? 0));
    expect(at).to.deep.equal([20, 20, 30, 30, 40, 40]);
    const dead = valuesOf(simulation, 'queues.dead-deliveries', 'unread');
    expect(dead[MINUTE + 1999]).to.equal(0);
    expect(dead[MINUTE + 2000]).to.be.closeTo(10, 1e-6);
    // Messages that only wait do not write to the ledger.
    const written = valuesOf(simulation, 'tables.payment-events', 'consumed write units');
    expect(written[MINUTE + 1900]).to.be.closeTo(written[MINUTE + 10] ?? 0, 1e-6);
    expect(written[MINUTE + 2001]).to.be.closeTo(1.5 * (written[MINUTE + 10] ?? 0), 1e-6);
    // First attempts for 2,340 s, and second ones for 340 s.
    expect(simulation.refusals[0]?.count).to.be.closeTo(10 * (2340 + 340), 1e-3);
  });

  it('disable it after the time of the spec, and all further events are given up', () => {
    const system = withWebhook({ retryDelaysSeconds: [60], disableAfterHours: 1 });
    const simulation = fail(HOUR + 10 * MINUTE, [down], system);
    const disabled = MINUTE + HOUR;
    expect(firedAt(simulation, 'webhook-deliverer-webhook-disabled')).to.equal(disabled + MINUTE);
    const dead = valuesOf(simulation, 'queues.dead-deliveries', 'sent');
    // Of each second: second attempts before; then also new events, and for a minute those that still wait.
    const at = [-10, 10, 59, 70].map((second) => Math.round(dead[disabled + second] ?? 0));
    expect(at).to.deep.equal([10, 20, 20, 10]);
  });

  it('do not disable it while some succeed', () => {
    const system = withWebhook({ retryDelaysSeconds: [60], disableAfterHours: 1 });
    const simulation = fail(HOUR + 10 * MINUTE, [{ ...down, share: 0.9 }], system);
    expect(firedAt(simulation, 'webhook-deliverer-webhook-disabled')).to.equal(undefined);
    expect(valuesOf(simulation, 'queues.dead-deliveries', 'sent')[1000]).to.be.closeTo(10 * 0.9 * 0.9, 1e-6);
  });

  it('are given up only for messages that the function could receive', () => {
    const system = withWebhook({ retryDelaysSeconds: [] });
    const simulation = fail(10 * MINUTE, [down, failing('webhook-deliverer', 0.5)], system);
    expect(valuesOf(simulation, 'queues.dead-deliveries', 'sent')[300]).to.be.closeTo(5, 1e-6);
  });

  it('wait for a slow function, and none is lost or given up twice', () => {
    const system = systemOf('production.yaml', {
      payment: { webhooks: { merchant: { retryDelaysSeconds: [] } } },
      functions: { 'webhook-deliverer': { reservedConcurrency: 1, expectedDurationMilliseconds: 2000 } },
    });
    const simulation = fail(10 * MINUTE, [down], system);
    // A batch of 10 messages every 2 s.
    const dead = valuesOf(simulation, 'queues.dead-deliveries', 'unread');
    expect((dead[500] ?? 0) - (dead[400] ?? 0)).to.be.closeTo(500, 1e-6);
    const visible = valuesOf(simulation, 'queues.webhook-deliveries', 'visible');
    expect((visible[500] ?? 0) - (visible[400] ?? 0)).to.be.closeTo(500, 1e-6);
  });

  it('fill batches if the concurrency does not suffice for one message each', () => {
    const system = systemOf('production.yaml', {
      payment: { webhooks: { merchant: { retryDelaysSeconds: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] } } },
      functions: { 'webhook-deliverer': { reservedConcurrency: 5 } },
    });
    const simulation = fail(5 * MINUTE, [down], system);
    // 110 messages a second, and 50 invocations a second for 5 environments.
    expect(valuesOf(simulation, 'functions.webhook-deliverer', 'admitted')[299]).to.be.closeTo(50, 1e-6);
    expect(valuesOf(simulation, 'queues.webhook-deliveries', 'visible')[299]).to.equal(0);
    expect(firedAt(simulation, 'webhook-deliverer-throttle')).to.equal(undefined);
  });
});
