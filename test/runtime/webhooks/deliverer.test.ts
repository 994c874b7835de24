// The deliverer: success, retries, giving up, disabling, and no message that is lost.

import { expect } from 'chai';
import type { DeadDelivery, Delivery } from '../../../contract/events';
import type { Webhook } from '../../../contract/webhooks';
import type { EventLogEntry, MetricCounts } from '../../../runtime/events/event-log';
import { eventOfChange } from '../../../runtime/events/payment-events';
import { createDeliverer, type DelivererDependencies } from '../../../runtime/webhooks/deliverer';
import type { PostRequest, PostResponse } from '../../../runtime/webhooks/post';
import { SOURCE, storedPayment } from '../events/payments';
import { verify } from './reference';

const NOW = new Date('2026-11-30T11:00:00.000Z');
const SECRETS: Readonly<Record<string, string>> = {
  'arn:new': `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
  'arn:old': `whsec_${Buffer.alloc(32, 2).toString('base64')}`,
};
const WEBHOOK: Webhook = {
  url: 'https://shop.example/hook?token=abc',
  events: ['payment.processed'],
  secret: 'arn:new',
  timeoutSeconds: 15,
  retryDelaysSeconds: [5, 3_000],
  disableAfterSeconds: 432_000,
};
const event = eventOfChange(undefined, storedPayment(), { source: SOURCE, changedAt: '' });
const delivery = (changes: object = {}) =>
  ({ version: 1, kind: 'webhook-delivery', webhook: 'shop', attempt: 1, event, ...changes }) as Delivery;

describe('the deliverer', () => {
  let posts: PostRequest[];
  let again: { readonly delivery: Delivery; readonly delaySeconds: number }[];
  let dead: DeadDelivery[];
  let health: string[];
  let lines: (EventLogEntry & MetricCounts)[];
  let respond: () => PostResponse | Promise<PostResponse>;
  beforeEach(() => {
    [posts, again, dead, health, lines] = [[], [], [], [], []];
    respond = () => ({ statusCode: 200 });
  });

  function deliver(message: unknown, changes: Partial<DelivererDependencies> = {}) {
    const body = typeof message === 'string' ? message : JSON.stringify(message);
    return createDeliverer({
      webhooks: new Map([['shop', WEBHOOK]]),
      secrets: { value: async (arn) => SECRETS[arn] ?? '', valueAfterRefusal: async () => undefined },
      async post(request) {
        posts.push(request);
        return respond();
      },
      health: {
        read: async () => ({ isDisabled: false }),
        succeeded: async () => void health.push('succeeded'),
        failed: async () => health.push('failed') === 0,
        disable: async () => health.push('disable') > 0,
      },
      sendAgain: async (each, delaySeconds) => void again.push({ delivery: each, delaySeconds }),
      giveUp: async (each) => void dead.push(each as DeadDelivery),
      log: (_level, entry, counts = {}) => void lines.push({ ...entry, ...counts }),
      now: () => NOW,
      random: () => 0.5,
      ...changes,
    })([{ messageId: 'm-1', body }]);
  }
  const DONE = { batchItemFailures: [] };
  const KEPT = { batchItemFailures: [{ itemIdentifier: 'm-1' }] };

  it('posts the event as a signed CloudEvent, and logs neither the payload nor the URL', async () => {
    const now = new Date();
    expect(await deliver(delivery(), { now: () => now })).to.deep.equal(DONE);
    const [{ url, headers, body, timeoutMilliseconds } = {} as PostRequest] = posts;
    expect({ url, timeoutMilliseconds }).to.deep.equal({ url: WEBHOOK.url, timeoutMilliseconds: 15_000 });
    expect(headers).to.include({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': event?.id,
    });
    expect(verify(SECRETS['arn:new'] ?? '', body, headers)).to.deep.equal(event);
    expect([again, dead, health]).to.deep.equal([[], [], ['succeeded']]);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include({ message: 'delivery attempted', statusCode: 200, DeliveriesSucceeded: 1 });
    expect(JSON.stringify(lines)).not.to.match(/10\.25|USD|shop\.example|whsec|token/);
  });

  it('signs with the former secret as well', async () => {
    const now = new Date();
    const webhooks = new Map([['shop', { ...WEBHOOK, previousSecret: 'arn:old' }]]);
    await deliver(delivery(), { webhooks, now: () => now });
    const [{ headers, body } = {} as PostRequest] = posts;
    for (const secret of Object.values(SECRETS)) expect(verify(secret, body, headers)).to.deep.equal(event);
  });

  for (const statusCode of [199, 300, 302, 400, 404, 500, 503]) {
    it(`tries again later after ${statusCode}`, async () => {
      respond = () => ({ statusCode });
      expect(await deliver(delivery())).to.deep.equal(DONE);
      const dueAt = '2026-11-30T11:00:05.000Z';
      expect(again).to.deep.equal([{ delivery: delivery({ attempt: 2, dueAt }), delaySeconds: 5 }]);
      expect([dead, health]).to.deep.equal([[], ['failed']]);
      expect(lines[0]).to.include({ statusCode, retryInSeconds: 5, DeliveryAttemptsFailed: 1 });
    });
  }

  it('tries again later without a response', async () => {
    respond = () => Promise.reject(new DOMException('late', 'TimeoutError'));
    expect(await deliver(delivery({ attempt: 2 }))).to.deep.equal(DONE);
    expect(again.map(({ delivery: { attempt }, delaySeconds }) => [attempt, delaySeconds])).to.deep.equal([[3, 3_000]]);
    expect(lines[0]).to.include({ failure: 'TimeoutError' });
  });

  it('does not post before the message is due, and keeps its attempt', async () => {
    const waiting = delivery({ attempt: 2, dueAt: '2026-11-30T11:50:00.000Z' });
    expect(await deliver(waiting)).to.deep.equal(DONE);
    expect(again).to.deep.equal([{ delivery: waiting, delaySeconds: 3_000 }]);
    expect([posts, lines]).to.deep.equal([[], []]);
    await deliver(delivery({ attempt: 2, dueAt: NOW.toISOString() }));
    expect(posts).to.have.length(1);
  });

  it('gives up after the last attempt', async () => {
    respond = () => ({ statusCode: 500 });
    const last = delivery({ attempt: 3 });
    expect(await deliver(last)).to.deep.equal(DONE);
    expect(again).to.deep.equal([]);
    expect(dead).to.deep.equal([{ ...last, deadAt: NOW.toISOString(), reason: 'attempts-exhausted' }]);
    expect(lines.at(-1)).to.include({ message: 'delivery given up', DeliveriesDead: 1 });
  });

  it('disables the webhook after 410, and gives up', async () => {
    respond = () => ({ statusCode: 410 });
    expect(await deliver(delivery())).to.deep.equal(DONE);
    expect([again, health]).to.deep.equal([[], ['disable']]);
    expect(dead.map(({ reason }) => reason)).to.deep.equal(['webhook-gone']);
    expect(lines[0]).to.include({ message: 'webhook disabled', WebhooksDisabled: 1 });
  });

  it('does not post to a disabled webhook or to one that the spec no longer has', async () => {
    await deliver(delivery(), { health: { ...FAILING_HEALTH, read: async () => ({ isDisabled: true }) } });
    await deliver(delivery({ webhook: 'other' }));
    expect(posts).to.deep.equal([]);
    expect(dead.map(({ reason }) => reason)).to.deep.equal(['webhook-disabled', 'webhook-unknown']);
  });

  it('signs with the new value of a secret at once if a receiver refuses the former value', async () => {
    const [current = '', former = ''] = Object.values(SECRETS);
    const now = new Date();
    const secrets = { value: async () => former, valueAfterRefusal: async () => current };
    respond = () => ({ statusCode: posts.length === 1 ? 401 : 200 });
    expect(await deliver(delivery(), { secrets, now: () => now })).to.deep.equal(DONE);
    expect([posts.length, again.length, health]).to.deep.equal([2, 0, ['succeeded']]);
    const [, { headers, body } = {} as PostRequest] = posts;
    expect(verify(current, body, headers)).to.deep.equal(event);
  });

  it('posts once if the secret did not change', async () => {
    respond = () => ({ statusCode: 401 });
    await deliver(delivery());
    expect([posts.length, again.length]).to.deep.equal([1, 1]);
  });

  it('tries again later with a secret that cannot sign', async () => {
    await deliver(delivery(), { secrets: { value: async () => 'secret', valueAfterRefusal: async () => undefined } });
    expect(again).to.have.length(1);
    expect(lines[0]).to.include({ failure: 'SecretError' });
    expect(posts).to.deep.equal([]);
  });

  it('keeps the message in the queue if it cannot be sent again or given up', async () => {
    respond = () => ({ statusCode: 500 });
    const fails = () => Promise.reject(new Error('throttled'));
    expect(await deliver(delivery(), { sendAgain: fails })).to.deep.equal(KEPT);
    expect(await deliver(delivery({ attempt: 3 }), { giveUp: fails })).to.deep.equal(KEPT);
    expect(await deliver(delivery({ dueAt: '2026-12-01T00:00:00.000Z' }), { sendAgain: fails })).to.deep.equal(KEPT);
  });

  it('keeps a message that is not a delivery, without its text in the log', async () => {
    const others = [
      'text',
      '{}',
      'null',
      '{"version":2,"kind":"webhook-delivery"}',
      JSON.stringify(delivery({ event: null })),
    ];
    for (const body of others) expect(await deliver(body), body).to.deep.equal(KEPT);
    expect(lines.every((line) => line.message === 'message not readable' && Object.keys(line).length === 1)).to.equal(
      true,
    );
  });

  it('delivers without the table of health', async () => {
    expect(await deliver(delivery(), { health: FAILING_HEALTH })).to.deep.equal(DONE);
    respond = () => ({ statusCode: 500 });
    expect(await deliver(delivery(), { health: FAILING_HEALTH })).to.deep.equal(DONE);
    expect([posts.length, again.length]).to.deep.equal([2, 1]);
  });
});

const throttled = () => Promise.reject(new Error('throttled'));
const FAILING_HEALTH = { read: throttled, succeeded: throttled, failed: throttled, disable: throttled };
