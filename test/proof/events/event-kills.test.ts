// A local run with events that is killed in traffic: each stored payment's events arrive, signed, and no others.

import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect } from 'chai';
import type { PaymentEvent } from '../../../contract/events';
import { copyProject } from '../../compiler/cli/copy-project';
import { cleanUp, makeFolder } from '../../compiler/local/project';
import { notifiedSpec, SIGNING_KEY } from '../../compiler/local/webhooks/notified';
import { sizeOf } from '../../exhaustive';
import { describeWithTools } from '../../python-tools';
import { PAYMENT } from '../../runtime/local-handler';
import { LOCAL_CREDENTIALS } from '../../runtime/local-table';
import { ROOT } from '../../spec';
import { type EmbeddedRun, startEmbeddedRun } from '../embedded-run';
import { payThroughKills } from '../kills';
import { Ledger, printCounts } from '../ledger';
import { closeBook, EVENT_COUNTS, printEventCounts, type States } from './book';
import { type Receiver, type ReceiverAnswer, startReceiver } from './receiver';

const PAYMENTS = sizeOf({ sample: 60, exhaustive: 600 });

/** The number of kills before the last one, which follows all payments. */
const KILLS = sizeOf({ sample: 1, exhaustive: 10 });

printCounts();
printEventCounts();

describeWithTools(join('runtime', 'webhooks', 'requirements.txt'), 'events of a run that is killed', (tools) => {
  let project: string;
  let receiver: Receiver;
  let server: EmbeddedRun | undefined;
  let arrived: () => void = () => {};
  let messages = 0;
  /** Payments of events that arrived before the payment could be read, because the run was killed. */
  const unread = new Set<string>();

  before(async () => {
    project = makeFolder();
    mkdirSync(join(project, 'spec'));
    copyProject(project);
    symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
    const files = { ...notifiedSpec([1, 1, 1, 1, 1]), '.secrets.yaml': `webhook-key: ${SIGNING_KEY}\n` };
    for (const [path, text] of Object.entries(files)) writeFileSync(join(project, path), text);
    receiver = await startReceiver(answer);
  });
  after(async () => {
    await server?.kill();
    await receiver.close();
    await cleanUp();
  });

  const url = () => `${server?.url}/prod/payments`;

  /** Answers a message after it read the payment, which must be stored. Every seventh message fails in one way or another. */
  async function answer({ subject, data }: PaymentEvent): Promise<ReceiverAnswer> {
    const payment = await readPayment(subject);
    if (payment === undefined) unread.add(subject);
    else if (payment.version < data.version) EVENT_COUNTS['not stored'] += 1;
    messages += 1;
    setImmediate(() => arrived());
    if (messages % 7 !== 0) return 204;
    return (['reset before', 'reset after', 500] as const)[(messages / 7) % 3] ?? 500;
  }

  async function readPayment(id: string): Promise<{ readonly version: number } | undefined> {
    try {
      const response = await fetch(`${url()}/${id}`);
      const { history = [] } = (await response.json()) as { history?: readonly unknown[] };
      if (response.status >= 500) return undefined;
      return { version: response.status === 200 ? history.length + 1 : 0 };
    } catch {
      return undefined;
    }
  }

  async function start() {
    await server?.kill();
    const webhooks = ['--webhook-to', receiver.url];
    server = await startEmbeddedRun(
      { root: project, spec: 'spec/notified.yaml' },
      '--data',
      join(project, 'data'),
      ...webhooks,
    );
    return { url: url(), kill: server.kill };
  }

  const json = { 'Content-Type': 'application/json' };

  /** Creates a payment, and refunds every third. */
  async function pay(payments: string, customer: string): Promise<Response> {
    const headers = { ...json, 'Idempotency-Key': customer };
    const body = JSON.stringify({ ...PAYMENT, id: customer, customer_id: customer });
    const response = await fetch(payments, { method: 'POST', headers, body });
    if (response.ok && Number(customer.split('-').at(-1)) % 3 === 0) {
      const refund = await fetch(`${payments}/${customer}/refund`, { method: 'POST', headers: json, body: '{}' });
      if (!refund.ok) return refund;
    }
    return response;
  }

  /** The states of all stored payments. */
  async function readStored(): Promise<Map<string, States>> {
    const stored = new Map<string, States>();
    let next: string | undefined = `${url()}?limit=50`;
    while (next !== undefined) {
      const response: Response = await fetch(next);
      expect(response.status).to.equal(200);
      for (const { id, status } of (await response.json()) as { id: string; status: string }[])
        stored.set(id, status === 'refunded' ? ['processed', 'refunded'] : ['processed']);
      const [, link] = /^<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '') ?? [];
      next = link === undefined ? undefined : new URL(link, url()).href;
    }
    return stored;
  }

  /** The number of messages in the queue of deliveries, which includes those in progress and those that wait for a retry. */
  async function countDeliveries(): Promise<number> {
    const { endpoints } = (await (await fetch(`${server?.url}/endpoints`)).json()) as { endpoints: { sqs: string } };
    const client = new SQSClient({ endpoint: endpoints.sqs, ...LOCAL_CREDENTIALS });
    const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
    const QueueUrl = QueueUrls.find((name) => name.includes('webhook-deliveries'));
    const AttributeNames = [
      'ApproximateNumberOfMessages',
      'ApproximateNumberOfMessagesNotVisible',
      'ApproximateNumberOfMessagesDelayed',
    ] as const;
    const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] });
    const { Attributes = {} } = await client.send(command);
    client.destroy();
    return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name]), 0);
  }

  it('arrive for each stored payment, and their signatures verify with standardwebhooks for Python', async () => {
    const ledger = new Ledger();
    EVENT_COUNTS.kills += await payThroughKills({ payments: PAYMENTS, kills: KILLS, start, send: pay, ledger });
    // The last traffic is in progress as well.
    await start();
    EVENT_COUNTS.kills += 1;
    const stored = await readStored();
    expect(stored.size).to.equal(PAYMENTS);
    ledger.compare([...stored.keys()].map((id) => ({ id, customer: id })));
    // The stream has an order: when the last payment's event arrives, all others were published, or are lost.
    expect((await pay(url(), 'last-1')).status).to.equal(200);
    stored.set('last-1', ['processed']);
    await new Promise<void>((resolve) => {
      arrived = () => {
        if (receiver.messages.some(({ event }) => event.subject === 'last-1')) resolve();
      };
      arrived();
    });
    while ((await countDeliveries()) > 0) await setTimeout(100);
    const lost = closeBook(stored, receiver.messages);
    EVENT_COUNTS.lost += lost.size;
    expect([...lost]).to.deep.equal([]);
    expect(EVENT_COUNTS['not stored'], 'events that were earlier than their payments').to.equal(0);
    expect([...unread].filter((id) => !stored.has(id))).to.deep.equal([]);

    const given = receiver.messages.map(({ headers, body }) => ({ headers, body }));
    const input = JSON.stringify({ secret: SIGNING_KEY, messages: given });
    const { stdout, stderr } = spawnSync(join(tools(), 'python3'), [join(__dirname, 'verify.py')], {
      input,
      encoding: 'utf8',
    });
    expect(Number(stdout), stderr).to.equal(given.length);
  });
});
