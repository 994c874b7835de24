// The front of the stand-ins: the records of the calls of functions and of other clients.

import { expect } from 'chai';
import type { AnsweredCall } from '../../../../compiler/local/front/call';
import { cleanUp, makeProject, run, specOf } from '../project';
import { queueOf, tableOf } from '../store-clients';

const TABLE = 'small-items-useast1-test-t';
const QUEUE = 'small-letters-useast1-test-t';

const CODE = `
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
const table = new DynamoDBClient({});
const queue = new SQSClient({});
export async function handler() {
  await table.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { id: { S: 'a' } } }));
  await queue.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: 'text' }));
  return { statusCode: 200 };
}`;

const SPEC = specOf(['one']).replace(
  '{ entry: functions/one.ts }',
  [
    '',
    '    entry: functions/one.ts',
    '    environment: { TABLE: "{{ tables.items.name }}", QUEUE: "{{ queues.letters.url }}" }',
    '    access: { tables: { items: [PutItem] }, queues: { letters: [SendMessage] } }',
    'tables: { items: { partitionKey: { name: id, type: S }, indexes: { by-owner: { partitionKey: { name: owner, type: S } } } } }',
    'queues: { letters: {} }',
  ].join('\n'),
);

describe('the front of the stand-ins', () => {
  afterEach(cleanUp);

  async function start() {
    const calls: AnsweredCall[] = [];
    const project = makeProject({ 'functions/one.ts': CODE, 'spec/test.yaml': SPEC });
    const localRun = await run(project.compile(), { root: project.root, onCall: (call) => calls.push(call) });
    return { localRun, calls };
  }

  it('records the calls of a function with its name, the resources, the request and the answer', async () => {
    const { localRun, calls } = await start();
    const response = await fetch(`${localRun.url}/prod/one`);
    expect([response.status, localRun.lines]).to.deep.equal([200, []]);
    expect(
      calls.map(({ service, operation, caller, resources, answer }) => ({
        call: `${service}:${operation}`,
        caller: caller.is === 'function' ? caller.principal.name : caller.is,
        resources,
        statusCode: answer.statusCode,
      })),
    ).to.deep.equal([
      {
        call: 'dynamodb:PutItem',
        caller: 'small-one-useast1-test-t',
        resources: [`arn:aws:dynamodb:us-east-1:000000000000:table/${TABLE}`],
        statusCode: 200,
      },
      {
        call: 'sqs:SendMessage',
        caller: 'small-one-useast1-test-t',
        resources: [`arn:aws:sqs:us-east-1:000000000000:${QUEUE}`],
        statusCode: 200,
      },
    ]);
    expect(calls[0]?.request).to.deep.equal({ TableName: TABLE, Item: { id: { S: 'a' } } });
    expect(calls[1]?.answer.body).to.have.property('MessageId');
    for (const { milliseconds } of calls) expect(milliseconds).to.be.greaterThan(0);
  });

  it('records the calls of other clients with their access key, and refused calls', async () => {
    const { localRun, calls } = await start();
    await tableOf(localRun, TABLE).put('a');
    expect(await tableOf(localRun, TABLE).ids('by-owner')).to.deep.equal([]);
    await queueOf(localRun, QUEUE).send('text');
    await tableOf(localRun, 'other')
      .put('a')
      .catch(() => undefined);
    expect(
      calls.map(({ operation, resources, answer }) => [operation, resources[0]?.split(':')[5], answer.statusCode]),
    ).to.deep.equal([
      ['PutItem', `table/${TABLE}`, 200],
      ['Scan', `table/${TABLE}/index/by-owner`, 200],
      ['GetQueueUrl', QUEUE, 200],
      ['SendMessage', QUEUE, 200],
      ['PutItem', 'table/other', 400],
    ]);
    for (const { caller } of calls) expect(caller).to.deep.equal({ is: 'client', accessKeyId: 'any' });
  });

  it('does not record the calls of the local run itself', async () => {
    const { calls } = await start();
    expect(calls).to.deep.equal([]);
  });
});
