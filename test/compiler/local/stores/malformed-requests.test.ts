// Malformed requests to the stand-ins for DynamoDB and SQS: each gets an error response promptly, and the run continues.

import { expect } from 'chai';
import { type StandIns, startStandIns } from '../../../../compiler/local/stores/stand-ins';

/** A time limit for responses, even on a busy machine. A parser that hangs exceeds it. */
const ANSWER_MILLISECONDS = 60_000;

/** The operations that are sent to each stand-in (API references of Amazon DynamoDB and Amazon SQS). */
const OPERATIONS = {
  dynamodb: [
    ...['BatchGetItem', 'BatchWriteItem', 'CreateTable', 'DeleteItem', 'DeleteTable', 'DescribeTable', 'GetItem'],
    ...['ListTables', 'PutItem', 'Query', 'Scan', 'TransactWriteItems', 'UpdateItem', 'UpdateTable', 'NoOperation'],
  ],
  sqs: [
    ...['CreateQueue', 'DeleteMessage', 'DeleteQueue', 'GetQueueAttributes', 'GetQueueUrl', 'PurgeQueue'],
    ...['ReceiveMessage', 'SendMessage', 'SendMessageBatch', 'SetQueueAttributes', 'NoOperation'],
  ],
} as const;

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Bodies that every operation refuses. */
const BODIES: Readonly<Record<string, string | Buffer>> = {
  null: 'null',
  list: '[]',
  number: '1',
  text: '"text"',
  'half an object': '{',
  'nested 1,000 times': deep(1_000),
  'nested 100,000 times': deep(100_000),
  'not UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31]),
  'wrong types': JSON.stringify({ TableName: 1, Item: 'x', Key: [], QueueUrl: {}, MessageBody: [], RequestItems: 1 }),
  'null members': JSON.stringify({ TableName: null, Item: null, Key: null, QueueUrl: null, RequestItems: null }),
};

describe('malformed requests', () => {
  let standIns: StandIns;
  const failures: string[] = [];
  before(async () => {
    standIns = await startStandIns({ onFailure: (reason) => failures.push(reason) });
    await call('dynamodb', 'CreateTable', {
      TableName: 'items',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    });
    while (!(await call('dynamodb', 'DescribeTable', { TableName: 'items' })).text.includes('ACTIVE'));
    await call('sqs', 'CreateQueue', { QueueName: 'letters' });
  });
  after(async () => {
    await standIns.stop();
    expect(failures).to.deep.equal([]);
  });

  async function call(service: 'dynamodb' | 'sqs', operation: string, body: object | string | Buffer) {
    const [prefix, type] = service === 'sqs' ? ['AmazonSQS', '1.0'] : ['DynamoDB_20120810', '1.0'];
    const response = await fetch(standIns.urls[service], {
      method: 'POST',
      headers: {
        'Content-Type': `application/x-amz-json-${type}`,
        'X-Amz-Target': `${prefix}.${operation}`,
        'X-Amz-Date': '20260101T000000Z',
        Authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: typeof body === 'string' ? body : Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
    });
    return { status: response.status, text: await response.text() };
  }

  const works = {
    dynamodb: () => call('dynamodb', 'GetItem', { TableName: 'items', Key: { id: { S: 'a' } } }),
    sqs: () => call('sqs', 'GetQueueUrl', { QueueName: 'letters' }),
  };

  /** Operations without required parameters. They also accept an object with unknown members. */
  const TAKES_ANYTHING = new Set(['ListTables']);

  for (const service of ['dynamodb', 'sqs'] as const)
    for (const operation of OPERATIONS[service])
      it(`of ${operation} to ${service} are refused`, async () => {
        for (const [name, body] of Object.entries(BODIES)) {
          const { status, text } = await call(service, operation, body);
          const label = `${operation} with ${name}: ${status} ${text.slice(0, 120)}`;
          if (TAKES_ANYTHING.has(operation) && /members|types/.test(name)) expect(status, label).to.be.below(500);
          else expect(status, label).to.be.within(400, 499);
          if (status >= 400) expect(JSON.parse(text), label).to.have.property('__type');
        }
        expect((await works[service]()).status).to.equal(200);
      });

  const values = { ':a': { S: 'x' } };
  const nested = (levels: number) => `${'(id = :a AND '.repeat(levels)}id = :a${')'.repeat(levels)}`;
  const redundant = (levels: number) => `${'('.repeat(levels)}id = :a${')'.repeat(levels)}`;
  const long = (bytes: number) => `id = :a${' '.repeat(bytes - 7)}`;
  /** Expressions with a part of DynamoDB's error message; undefined for a valid expression. */
  const EXPRESSIONS: readonly [name: string, expression: string, message: RegExp | undefined][] = [
    ['4,096 bytes', long(4_096), undefined],
    ['4,097 bytes', long(4_097), /Invalid \w+: Expression size has exceeded the maximum allowed size/],
    ['6 levels of parentheses', nested(6), undefined],
    ['7 levels of parentheses', nested(7), /supports at most 6 levels of parentheses, and the expression has 7/],
    ['250 levels of parentheses', nested(250), /at most 6 levels/],
    ['2,000 redundant parentheses', redundant(2_000), /Invalid \w+: The expression has redundant parentheses;/],
    ['an open parenthesis', '(id = :a', /Syntax error/],
  ];
  for (const [name, expression, message] of EXPRESSIONS)
    it(`have their expressions checked: ${name}`, async () => {
      const key = { TableName: 'items', Key: { id: { S: 'a' } }, ExpressionAttributeValues: values };
      const requests: [operation: string, parameters: object][] = [
        ['Scan', { TableName: 'items', FilterExpression: expression, ExpressionAttributeValues: values }],
        ['DeleteItem', { ...key, ConditionExpression: expression }],
        ['UpdateItem', { ...key, UpdateExpression: 'SET b = :a', ConditionExpression: expression }],
        [
          'PutItem',
          { TableName: 'items', Item: key.Key, ConditionExpression: expression, ExpressionAttributeValues: values },
        ],
      ];
      for (const [operation, parameters] of requests) {
        const { status, text } = await call('dynamodb', operation, parameters);
        if (message === undefined) expect(text, operation).to.not.match(/ValidationException/);
        else
          expect([status, text], operation).to.satisfy(
            ([code, body]: [number, string]) => code === 400 && message.test(body),
          );
      }
      const batch = { RequestItems: { items: { Keys: [key.Key], ProjectionExpression: expression } } };
      if (message?.source.includes('size'))
        expect((await call('dynamodb', 'BatchGetItem', batch)).text).to.match(message);
    });

  it('may have an attribute whose name ends with Expression', async () => {
    const item = { id: { S: 'a' }, FilterExpression: { S: '('.repeat(5_000) } };
    expect((await call('dynamodb', 'PutItem', { TableName: 'items', Item: item })).status).to.equal(200);
  });
});
