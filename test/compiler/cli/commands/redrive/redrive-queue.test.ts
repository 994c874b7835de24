// Redriving the dead-letter queue: each failed request is completed exactly once.

import { expect } from 'chai';
import { sendDeliveries } from '../../../../../compiler/cli/commands/redrive/deliveries';
import {
  type Redrive,
  type RedriveCounts,
  redriveQueue,
} from '../../../../../compiler/cli/commands/redrive/redrive-queue';
import { replayRequests } from '../../../../../compiler/cli/commands/redrive/requests';
import { renderFailure } from '../../../../../runtime/dead-letter';
import { type LocalHandler, PAYMENT, startLocalHandler } from '../../../../runtime/local-handler';

const KEY = { 'Idempotency-Key': 'key-1' };
const NONE: RedriveCounts = { done: 0, doneBefore: 0, dropped: 0, kept: 0, failed: 0 };

describe('redriving', () => {
  let api: LocalHandler;
  let queue: Map<string, string>;
  let isBroken: boolean;

  beforeEach(async () => {
    api = await startLocalHandler();
    queue = new Map();
    isBroken = false;
    api.table.client.middlewareStack.add(
      (next) => (args) => {
        if (isBroken) throw new TypeError('broken');
        return next(args);
      },
      { step: 'initialize' },
    );
  });
  afterEach(() => api.close());

  /** Runs requests while the table fails, and collects their messages in the queue. */
  async function fail(run: () => Promise<{ statusCode: number }>): Promise<void> {
    isBroken = true;
    expect((await run()).statusCode).to.equal(500);
    isBroken = false;
    for (const failure of api.failures.splice(0)) queue.set(`message-${queue.size + 1}`, renderFailure(failure));
  }

  function redrive(changes: Partial<Redrive['queue']> = {}): Promise<RedriveCounts> {
    return redriveQueue({
      queue: {
        receive: async () => [...queue].slice(0, 10).map(([id, body]) => ({ id, body })),
        remove: async ({ id }) => void queue.delete(id),
        ...changes,
      },
      handle: replayRequests(async (event) => {
        const { statusCode, headers, text } = await api.send(event);
        return { statusCode, headers, body: text };
      }),
      report: () => {},
    });
  }

  it('creates a payment that could not be stored, with the id derived from its key', async () => {
    await fail(() => api.post({ ...PAYMENT, amount: '90071992547409.93' }, KEY));
    expect(await redrive()).to.deep.equal({ ...NONE, done: 1 });
    expect(queue).to.have.property('size', 0);
    // A retry of the client finds the payment.
    const retry = await api.post({ ...PAYMENT, amount: '90071992547409.93' }, KEY);
    expect(retry).to.nested.include({ statusCode: 200, 'headers.Idempotent-Replayed': 'true' });
    expect((await api.list()).body).to.have.length(1);
    expect((await api.get(retry.body.payment_id)).text).to.include('"amount":90071992547409.93');
  });

  it('detects requests that the client has already retried', async () => {
    await fail(() => api.post(PAYMENT, KEY));
    await api.post(PAYMENT, KEY);
    expect(await redrive()).to.deep.equal({ ...NONE, doneBefore: 1 });
    expect((await api.list()).body).to.have.length(1);
  });

  it('completes a request once, even if it is interrupted or runs twice concurrently', async () => {
    await fail(() => api.post(PAYMENT, KEY));
    const interrupted = redrive({ remove: () => Promise.reject(new Error('killed')) });
    expect(await interrupted.catch((error: Error) => error.message)).to.equal('killed');
    const counts = await Promise.all([redrive(), redrive()]);
    expect(counts.map(({ done }) => done)).to.deep.equal([0, 0]);
    expect((await api.list()).body).to.have.length(1);
  });

  it('completes a failed refund once', async () => {
    await api.post({ ...PAYMENT, id: 'pay-1' });
    const event = { httpMethod: 'POST', resource: '/payments/{id}/refund', pathParameters: { id: 'pay-1' } };
    await fail(() => api.send(event));
    await fail(() => api.send(event));
    expect(await redrive()).to.deep.equal({ ...NONE, done: 1, doneBefore: 1 });
    expect((await api.get('pay-1')).body)
      .to.include({ status: 'refunded' })
      .and.have.property('history')
      .of.length(1);
  });

  it('keeps messages that it cannot complete: with personal data, without an id, rejected, or of another program', async () => {
    await fail(() => api.post({ ...PAYMENT, customer_id: 'Jane Doe' }, KEY));
    await fail(() => api.post(PAYMENT));
    await fail(() => api.post({ ...PAYMENT, id: 'pay-1' }));
    await api.post({ ...PAYMENT, id: 'pay-1', amount: 99 });
    queue.set('other', '{"event": {}}');
    queue.set('text', 'text');
    expect(await redrive()).to.deep.equal({ ...NONE, kept: 5 });
    expect(queue).to.have.property('size', 5);
  });

  it('keeps messages of requests that fail again, and removes messages of read requests', async () => {
    await fail(() => api.get('pay-1'));
    await fail(() => api.post(PAYMENT, KEY));
    isBroken = true;
    expect(await redrive()).to.deep.equal({ ...NONE, dropped: 1, failed: 1 });
    isBroken = false;
    expect(await redrive()).to.deep.equal({ ...NONE, done: 1 });
  });

  it('processes all messages of a queue that returns ten at a time', async () => {
    for (let at = 0; at < 25; at++) await fail(() => api.post({ ...PAYMENT, id: `pay-${at}` }));
    expect(await redrive()).to.deep.equal({ ...NONE, done: 25 });
    expect((await api.list()).body).to.have.length(25);
  });
});

describe('redriving deliveries', () => {
  const EVENT = { type: 'payment.processed', subject: 'pay-1' };
  const DELIVERY = { version: 1, kind: 'webhook-delivery', webhook: 'shop', attempt: 9, event: EVENT };

  it('sends a delivery with all its attempts before it', async () => {
    const sent: string[] = [];
    const handle = sendDeliveries(async (body) => sent.push(body));
    const dead = { ...DELIVERY, dueAt: '2026-11-30T10:00:00Z', deadAt: '2026-11-30T10:00:01Z', reason: 'webhook-gone' };
    // The queue itself also moves a message that the function could not handle, which has no reason.
    for (const message of [dead, DELIVERY])
      expect(await handle(JSON.stringify(message))).to.deep.equal({
        is: 'done',
        text: 'payment.processed of pay-1: sent to shop again',
      });
    expect(sent.map((body) => JSON.parse(body))).to.deep.equal(Array(2).fill({ ...DELIVERY, attempt: 1 }));
  });

  it('keeps other messages', async () => {
    const handle = sendDeliveries(() => Promise.reject(new Error('not expected')));
    for (const body of ['text', '{}', 'null']) expect((await handle(body)).is).to.equal('kept');
  });
});
