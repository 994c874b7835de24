// A local run of the payment system with events: a payment, its events, and their signed deliveries.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import type { InboxMessage } from '../../../../compiler/local/alarms/inbox';
import type { PaymentEvent } from '../../../../contract/events';
import { graphOf, ROOT } from '../../../spec';
import { cleanUp, run, type TestRun } from '../project';

const KEY = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** The environment pr1234 with events, whose first retry is after a second. */
const SPEC = readFileSync(join(ROOT, 'spec/pr1234.yaml'), 'utf8')
  .replace('extends: system.yaml', 'extends: events.yaml')
  .concat('payment: { webhooks: { merchant: { retryDelaysSeconds: [1, 1] } } }\n');

/** The message of the inbox as a receiver gets it. Throws unless the reference library accepts its signature. */
function verify({ body }: InboxMessage): { readonly id: string; readonly event: PaymentEvent } {
  const [head = '', content = ''] = body.split('\n\n');
  const headers = Object.fromEntries(head.split('\n').map((line) => line.split(': ')));
  const event = new Webhook(KEY).verify(content, headers) as PaymentEvent;
  return { id: headers['webhook-id'], event };
}

describe('the webhooks of a local run', () => {
  let local: TestRun;

  before(async () => {
    const graph = graphOf('spec/notified.yaml', { 'spec/notified.yaml': SPEC });
    local = await run(graph, { root: ROOT, secretValue: () => KEY });
  });
  after(cleanUp);

  const post = (path: string, body: object) =>
    fetch(`${local.url}/prod/payments${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  /** The messages of a payment, once there are as many. */
  const messagesOf = (payment: string, count: number) =>
    new Promise<readonly InboxMessage[]>((resolve) => {
      const look = () => {
        const found = local.inbox.messages().filter(({ subject }) => subject.includes(` of ${payment},`));
        if (found.length < count) return;
        remove();
        resolve(found);
      };
      const remove = local.inbox.onMessage(look);
      look();
    });

  const pay = (id: string) =>
    post('', { id, amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' });

  it('deliver the events of a payment and of its refund, signed', async () => {
    expect((await pay('pay-1')).status).to.equal(200);
    const [first] = (await messagesOf('pay-1', 1)).map(verify);
    expect(first?.event).to.deep.include({ type: 'payment.processed', subject: 'pay-1', id: first?.id });
    expect(first?.event.data).to.include({ payment_id: 'pay-1', version: 1, amount: '10.25', currency: 'USD' });
    expect((await post('/pay-1/refund', {})).status).to.equal(200);
    const [, second] = (await messagesOf('pay-1', 2)).map(verify);
    expect(second?.event).to.include({ type: 'payment.refunded', subject: 'pay-1' });
    expect(second?.event.data.version).to.equal(2);
    expect(second?.id).to.not.equal(first?.id);
    expect(local.lines).to.include(
      'Webhook merchant: payment.refunded of pay-1, attempt 1, signature valid, responds with 204',
    );
  });

  it('are delivered again with the same id after a response with 500', async () => {
    local.receiver.respondWith('fail');
    await pay('pay-2');
    const [failed] = await messagesOf('pay-2', 1);
    local.receiver.respondWith('accept');
    const messages = await messagesOf('pay-2', 2);
    expect(failed?.subject).to.match(/attempt 1, signature valid, responds with 500$/);
    expect(messages[1]?.subject).to.match(/attempt 2, signature valid, responds with 204$/);
    expect(new Set(messages.map((message) => verify(message).id)).size).to.equal(1);
  });
});
