// The receiver of a run's webhooks.

import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { createInbox } from '../../../../compiler/local/alarms/inbox';
import type { GatewayRequest } from '../../../../compiler/local/gateway/gateway-message';
import type { LocalResources } from '../../../../compiler/local/local-values';
import { createReceiver } from '../../../../compiler/local/webhooks/receiver';
import { collectLines } from '../project';

const KEY = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const OTHER_KEY = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const NOW = Date.UTC(2026, 0, 15, 12);
const ARN = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:key';
const BODY = JSON.stringify({ type: 'payment.processed', subject: 'pay-1' });

const WEBHOOK = {
  url: 'https://merchant.example/payments',
  events: ['payment.processed'],
  secret: ARN,
  timeoutSeconds: 15,
  retryDelaysSeconds: [5],
  disableAfterSeconds: 60,
};

/** Resources with the functions' variable WEBHOOKS. */
function resourcesWith(...values: readonly string[]): LocalResources {
  const nodes = values.map((WEBHOOKS) => ({ inputs: { environment: { variables: { WEBHOOKS } } } }));
  return {
    secrets: [{ key: 'webhook-key', service: 'secretsmanager', name: 'key', arn: ARN }],
    of: () => nodes,
  } as unknown as LocalResources;
}

/** A receiver; by default with the webhook `merchant`. */
function open(webhooks: object = { merchant: WEBHOOK }) {
  const { lines, print } = collectLines();
  const inbox = createInbox();
  const secretValue = () => KEY;
  const receiver = createReceiver({ clock: { now: () => 1 }, inbox, secretValue, now: () => NOW, print });
  receiver.configure(resourcesWith(JSON.stringify(webhooks), 'of another program'));
  return { lines, inbox, receiver };
}

/** The differences of a message. */
interface Change {
  readonly id?: string;
  readonly key?: string;
  readonly at?: number;
  readonly body?: string;
  /** The body that arrives, if it is not the signed one. */
  readonly sent?: string;
  readonly url?: string;
}

/** A message to a receiver, signed by the reference library. */
function signed(path: string, change: Change = {}): GatewayRequest {
  const { id = 'evt_1', key = KEY, at = NOW, body = BODY, sent, url = WEBHOOK.url } = change;
  const headers = [
    ['Host', '127.0.0.1:3000'],
    ['payment-spec-webhook-url', url],
    ['webhook-id', id],
    ['webhook-timestamp', String(Math.floor(at / 1000))],
    ['webhook-signature', `v1,AAAA ${new Webhook(key).sign(id, new Date(at), body)}`],
  ] as const;
  return {
    ...{ method: 'POST', target: path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', port: 3000, headers },
    body: Buffer.from(sent ?? body),
  };
}

describe('the receiver of webhooks', () => {
  it('accepts a signed message, and puts it into the inbox as it arrived', async () => {
    const { lines, inbox, receiver } = open();
    const response = await receiver.serve(signed(receiver.path));
    expect(response?.statusCode).to.equal(204);
    expect(lines).to.deep.equal([
      'Webhook merchant: payment.processed of pay-1, attempt 1, signature valid, responds with 204',
    ]);
    const [message] = inbox.messages();
    expect(message).to.include({ channel: 'webhook', to: 'merchant', time: 1 });
    const [head = '', body] = (message?.body ?? '').split('\n\n');
    expect(body).to.equal(BODY);
    expect(head).to.match(/^webhook-id: evt_1\nwebhook-timestamp: 1768478400\nwebhook-signature: v1,AAAA v1,\S+$/);
  });

  it('counts the attempts of each event', async () => {
    const { lines, receiver } = open();
    for (const id of ['evt_1', 'evt_2', 'evt_1']) await receiver.serve(signed(receiver.path, { id }));
    expect(lines.map((line) => /attempt \d/.exec(line)?.[0])).to.deep.equal(['attempt 1', 'attempt 1', 'attempt 2']);
  });

  it('counts the attempts of webhooks with the same secret separately, by their URL', async () => {
    const url = 'https://shop.example/a b';
    const { lines, receiver } = open({ merchant: WEBHOOK, shop: { ...WEBHOOK, url } });
    for (const to of [WEBHOOK.url, encodeURI(url), WEBHOOK.url])
      await receiver.serve(signed(receiver.path, { url: to }));
    expect(lines.map((line) => line.match(/^Webhook \S+|attempt \d/g)?.join(' '))).to.deep.equal([
      'Webhook merchant: attempt 1',
      'Webhook shop: attempt 1',
      'Webhook merchant: attempt 2',
    ]);
  });

  for (const [what, change] of [
    ['another secret', { key: OTHER_KEY }],
    ['another body', { sent: BODY.replace('pay-1', 'pay-2') }],
    ['a time more than five minutes ago', { at: NOW - 301_000 }],
    ['a time more than five minutes ahead', { at: NOW + 301_000 }],
    ['the URL of no webhook', { url: 'https://other.example/' }],
    ['an event that no webhook receives', { body: BODY.replace('processed', 'refunded') }],
  ] as const)
    it(`rejects a message with ${what}`, async () => {
      const { lines, receiver } = open();
      expect((await receiver.serve(signed(receiver.path, change)))?.statusCode).to.equal(401);
      expect(lines.join()).to.match(/^Webhook unknown: .+, signature not valid, responds with 401$/);
    });

  it('accepts a message from five minutes ago', async () => {
    const { receiver } = open();
    expect((await receiver.serve(signed(receiver.path, { at: NOW - 300_000 })))?.statusCode).to.equal(204);
  });

  it('prints no control characters', async () => {
    const { lines, receiver } = open();
    const body = JSON.stringify({ type: 'payment.processed', subject: '\u001b[2J\n\u009b' });
    await receiver.serve(signed(receiver.path, { body }));
    expect(lines.join()).to.match(/^Webhook merchant: [\x20-\x7e]+$/);
  });

  it('refuses callers without its token, of another host or of a page', async () => {
    const { inbox, receiver } = open();
    const request = signed(receiver.path);
    const from = (name: string, value: string) => ({
      ...request,
      headers: [[name, value] as const, ...request.headers.filter(([other]) => other !== name)],
    });
    const refused = [
      { ...request, target: `${receiver.path.slice(0, -1)}é` },
      { ...request, target: '/webhooks/' },
      from('Host', 'evil.example:3000'),
      from('Origin', 'https://evil.example'),
    ];
    for (const one of refused) expect((await receiver.serve(one))?.statusCode).to.equal(403);
    expect((await receiver.serve({ ...request, method: 'GET' }))?.statusCode).to.equal(405);
    expect((await receiver.serve({ ...request, body: undefined }))?.statusCode).to.equal(413);
    expect(receiver.serve({ ...request, target: '/prod/webhooks/' })).to.equal(undefined);
    expect(inbox.messages()).to.deep.equal([]);
  });

  it('responds with 500 or does not respond, by its mode', async () => {
    const { lines, receiver } = open();
    receiver.respondWith('fail');
    expect((await receiver.serve(signed(receiver.path)))?.statusCode).to.equal(500);
    receiver.respondWith('hang');
    const pending = receiver.serve(signed(receiver.path));
    const first = await Promise.race([pending, new Promise((resolve) => setImmediate(() => resolve('no response')))]);
    expect(first).to.equal('no response');
    receiver.respondWith('accept');
    expect((await pending)?.statusCode).to.equal(204);
    expect(lines.map((line) => line.split(', ').at(-1))).to.deep.equal(['responds with 500', 'does not respond']);
  });
});
