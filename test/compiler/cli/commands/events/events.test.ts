// `payment-spec events` and `payment-spec redrive` on a local run, as a user runs them.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect } from 'chai';
import { functionWith, namedBy } from '../../../../../compiler/cli/system/parts';
import type { ResourceGraph } from '../../../../../compiler/graph/graph';
import { LOCAL_CREDENTIALS } from '../../../../runtime/local-table';
import { graphOf, ROOT } from '../../../../spec';
import { cleanUp, makeFolder, run, type TestRun } from '../../../local/project';
import { messagesOf, notifiedSpec, SIGNING_KEY } from '../../../local/webhooks/notified';
import { copyProject } from '../../copy-project';
import { callCommand } from '../../run';

describe('the commands for events', () => {
  let local: TestRun;
  let graph: ResourceGraph;
  let project: string;

  before(async () => {
    const files = notifiedSpec([1]);
    graph = graphOf('spec/notified.yaml', files);
    project = makeFolder();
    mkdirSync(join(project, 'spec'));
    copyProject(project);
    for (const [path, text] of Object.entries(files)) writeFileSync(join(project, path), text);
    // Builds the command line, during which the run could not answer.
    await callCommand(['--help']);
    local = await run(graph, { root: ROOT, secretValue: () => SIGNING_KEY });
  });
  after(cleanUp);

  const call = (...args: string[]) => callCommand([...args, '--local', local.url], { cwd: project });
  const pay = (id: string) =>
    fetch(`${local.url}/prod/payments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id, amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' }),
    });
  const idOf = ({ body }: { readonly body: string }) => /^webhook-id: (.+)$/m.exec(body)?.[1];

  it('redrive sends a delivery again that was given up, with all its attempts', async () => {
    local.receiver.respondWith('fail');
    await pay('pay-1');
    await messagesOf(local, 'pay-1', 2);
    local.receiver.respondWith('accept');
    // The delivery is given up just after the second attempt; the command waits a second for messages.
    const { code, stdout, stderr } = await call('redrive', 'notified', '--only', 'deliveries', '--json');
    expect(code, stderr).to.equal(0);
    const { schemaVersion, queues } = JSON.parse(stdout);
    expect({ schemaVersion, queues: queues.length }).to.deep.equal({ schemaVersion: 1, queues: 1 });
    expect(queues[0]).to.include({ content: 'deliveries' });
    expect(queues[0].counts).to.deep.equal({ done: 1, doneBefore: 0, dropped: 0, kept: 0, failed: 0 });
    expect(queues[0].messages[0]).to.match(/: payment\.processed of pay-1: sent to merchant again$/);
    const [, , third] = await messagesOf(local, 'pay-1', 3);
    expect(third?.subject).to.match(/signature valid, responds with 204$/);
  });

  it('redrive replays requests, and keeps messages that have none', async () => {
    const queues = new SQSClient({ endpoint: local.endpoints.sqs, ...LOCAL_CREDENTIALS });
    const handler = functionWith(graph, 'runtime/handler.ts');
    const QueueName = handler && namedBy(graph, handler, 'DLQ_URL');
    const deliverer = functionWith(graph, 'runtime/deliverer.ts');
    const deadQueue = deliverer && namedBy(graph, deliverer, 'DEAD_DELIVERIES_QUEUE_URL');
    const { QueueUrl } = await queues.send(new GetQueueUrlCommand({ QueueName }));
    const body = { id: 'pay-2', amount: '10.25', currency: 'USD', payment_method: 'card', customer_id: 'c-1' };
    const letter = { version: 1, method: 'POST', paymentId: 'pay-2', replay: { operation: 'create', body } };
    for (const MessageBody of [JSON.stringify(letter), JSON.stringify(letter), 'another program'])
      await queues.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    const { code, stdout } = await call('redrive', 'notified');
    expect(code).to.equal(1);
    expect(stdout.split('\n').map((line) => line.trim())).to.deep.equal([
      `${QueueName}, requests:`,
      '1  processed now, or sent to webhooks again',
      '1  already processed, by the client itself or by an earlier run',
      '1  rejected, or without the data of a replay: stays in the queue for an operator',
      `${deadQueue}, deliveries: empty`,
      '',
    ]);
    expect(await messagesOf(local, 'pay-2', 1)).to.have.length(1);
  });

  it('replay sends the events of a payment again, with the same ids', async () => {
    await pay('pay-3');
    const [first] = await messagesOf(local, 'pay-3', 1);
    const { code, stdout, stderr } = await call('events', 'replay', 'notified', '--payment', 'pay-3');
    expect({ code, stdout }, stderr).to.deep.equal({
      code: 0,
      stdout: 'spec/notified.yaml: sent 1 event of 1 payment again\n',
    });
    const [, second] = await messagesOf(local, 'pay-3', 2);
    expect(second && idOf(second)).to.equal(first && idOf(first));
    const missing = await call('events', 'replay', 'notified', '--payment', 'pay-0');
    expect(missing).to.include({ code: 1, stderr: 'no such payment\n' });
  });

  it('replay sends the events of the payments that were stored in a time', async () => {
    const now = Date.now();
    const timeOf = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
    const { code, stdout } = await call('events', 'replay', 'notified', '--from', timeOf(-10), '--json');
    expect({ code, ...JSON.parse(stdout) }).to.deep.equal({
      ...{ code: 0, schemaVersion: 1, action: 'replay', spec: 'spec/notified.yaml', payments: 3, events: 3 },
    });
    const before = await call('events', 'replay', 'notified', '--from', timeOf(-20), '--to', timeOf(-10).slice(0, 16));
    expect(before).to.include({ code: 1, stderr: 'no payments at this time\n' });
  });

  it('enable removes the mark of a disabled webhook', async () => {
    const tables = new DynamoDBClient({ endpoint: local.endpoints.dynamodb, ...LOCAL_CREDENTIALS });
    const deliverer = functionWith(graph, 'runtime/deliverer.ts');
    const TableName = deliverer && namedBy(graph, deliverer, 'LEDGER_TABLE_NAME');
    const Key = { day_shard: { S: '#webhooks' }, event_id: { S: 'merchant' } };
    const item = { ...Key, disabled_at: { S: '2026-11-30T10:00:00.000Z' }, url_hash: { S: 'hash' } };
    await tables.send(new PutItemCommand({ TableName, Item: item }));
    const enabled = await call('events', 'enable', 'notified', 'merchant');
    expect(enabled.stdout.split('\n')[0]).to.equal(
      'spec/notified.yaml: enabled webhook merchant, which was disabled at 2026-11-30T10:00:00.000Z',
    );
    expect((await tables.send(new GetItemCommand({ TableName, Key }))).Item).to.equal(undefined);
    const again = await call('events', 'enable', 'notified', 'merchant', '--json');
    expect(JSON.parse(again.stdout)).to.deep.equal({
      ...{ schemaVersion: 1, action: 'enable', spec: 'spec/notified.yaml', webhook: 'merchant' },
    });
  });

  for (const [what, args, message] of [
    ['neither a payment nor a time', ['replay', 'notified'], 'one of --payment and --from is required'],
    ['a payment and a time', ['replay', 'notified', '--payment', 'p', '--from', '2026-11-30'], 'one of --payment'],
    ['a malformed time', ['replay', 'notified', '--from', 'yesterday'], 'a date or time is expected'],
    ['a system without events', ['replay', 'pr1234', '--payment', 'p'], 'has no function that publishes events'],
    ['an unknown webhook', ['enable', 'notified', 'merchnt'], 'unknown webhook "merchnt"; did you mean merchant?'],
  ] as const)
    it(`refuse ${what}`, async () => {
      const { code, stderr } = await call('events', ...args);
      expect({ code, isNamed: stderr.includes(message) }, stderr).to.deep.equal({ code: 2, isNamed: true });
    });

  it('name the local run that does not answer', async () => {
    const closedPort = 'http://127.0.0.1:9';
    const { code, stderr } = await callCommand(['redrive', 'notified', '--local', closedPort], { cwd: project });
    expect({ code, stderr }).to.deep.equal({
      code: 1,
      stderr: `error: no local run serves ${closedPort}; start one with: payment-spec start\n`,
    });
  });
});
