// The capacity of tables in a local run: bursts, refusals with AWS's reasons, indexes, modes and autoscaling.

import { expect } from 'chai';
import { compileSpec } from '../../../../compiler/compile/compile';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { readFrom } from '../../../../compiler/host/files';
import { processContext } from '../../../../compiler/host/process-context';
import type { AnsweredCall } from '../../../../compiler/local/front/call';
import type { LimitsMode } from '../../../../compiler/local/limits-mode';
import { ROOT } from '../../../spec';
import { cleanUp, makeProject, run, specOf, withInputs } from '../project';
import { steppedClock } from '../stepped-clock';

const TABLE = 'small-items-useast1-test-t';
const TABLE_ARN = `arn:aws:dynamodb:us-east-1:000000000000:table/${TABLE}`;

describe('the capacity of a local run', () => {
  afterEach(cleanUp);

  /** Runs a table `items` with an index `by-owner`, on a stopped clock. */
  async function start(units: { table: number; index?: number }, limits: LimitsMode = 'enforce') {
    const indexes = 'indexes: { by-owner: { partitionKey: { name: owner, type: S } } }';
    const project = makeProject({
      'functions/one.ts': 'export const handler = () => ({ statusCode: 200 });',
      'spec/test.yaml': specOf(['one'], `tables: { items: { partitionKey: { name: id, type: S }, ${indexes} } }\n`),
    });
    const capacity = (of: number) => ({ readCapacity: of, writeCapacity: of });
    const graph = withInputs(project.compile(), 'aws:dynamodb/table:Table', {
      billingMode: 'PROVISIONED',
      ...capacity(units.table),
      globalSecondaryIndexes: [
        { name: 'by-owner', hashKey: 'owner', projectionType: 'KEYS_ONLY', ...capacity(units.index ?? units.table) },
      ],
    });
    return serve(graph, project.root, limits);
  }

  async function serve(graph: ResourceGraph, root: string, limits: LimitsMode = 'enforce') {
    const calls: AnsweredCall[] = [];
    const clock = steppedClock();
    const localRun = await run(graph, { root, limits, clock, onCall: (call) => calls.push(call) });
    const call = async (operation: string, request: object) => {
      const response = await fetch(localRun.endpoints.dynamodb, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-amz-json-1.0',
          'X-Amz-Target': `DynamoDB_20120810.${operation}`,
          'X-Amz-Date': '20260101T000000Z',
          Authorization:
            'AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
        },
        body: JSON.stringify(request),
      });
      const body = (await response.json()) as Record<string, unknown>;
      return { status: response.status, type: String(body.__type).split('#')[1], body };
    };
    const get = (ConsistentRead: boolean, TableName = TABLE) =>
      call('GetItem', { TableName, Key: { id: { S: 'a' } }, ConsistentRead });
    const put = (id: string, more: object = {}, TableName = TABLE) =>
      call('PutItem', { TableName, Item: { id: { S: id }, ...more } });
    /** The number of calls that are served before one is refused, and the refusal. */
    const servedOf = async (task: (at: number) => ReturnType<typeof call>) => {
      for (let at = 0; ; at += 1) {
        const answer = await task(at);
        if (answer.status !== 200) return { served: at, ...answer };
      }
    };
    return { localRun, clock, calls, call, get, put, servedOf };
  }

  it('serves the burst of 300 s, then its units a second, and refuses other calls with the reason', async () => {
    const { clock, calls, get, servedOf } = await start({ table: 1 });
    const { served, status, type, body } = await servedOf(() => get(true));
    expect([served, status, type]).to.deep.equal([300, 400, 'ProvisionedThroughputExceededException']);
    expect(body.ThrottlingReasons).to.deep.equal([
      { reason: 'TableReadProvisionedThroughputExceeded', resource: TABLE_ARN },
    ]);
    expect(body.message).to.match(/^The level of configured provisioned throughput for the table was exceeded\./);
    expect(calls.at(-1)?.answer.refusedBy).to.equal('capacity');
    clock.step(1000);
    expect((await servedOf(() => get(true))).served).to.equal(1);
    // An eventually consistent read takes half a unit.
    clock.step(3000);
    expect((await servedOf(() => get(false))).served).to.equal(6);
  });

  it('meters queries and scans, and reports consumed capacity only to clients that ask for it', async () => {
    const { call, put, servedOf } = await start({ table: 1 });
    await put('a', { text: { S: 'x'.repeat(40_000) } });
    const scan = (more: object = {}) => call('Scan', { TableName: TABLE, ...more });
    expect((await scan()).body).to.not.have.property('ConsumedCapacity');
    expect((await scan({ ReturnConsumedCapacity: 'TOTAL' })).body).to.deep.include({
      ConsumedCapacity: { TableName: TABLE, CapacityUnits: 5 },
    });
    expect((await servedOf(() => scan({ ConsistentRead: true }))).served).to.equal(29);
  });

  it('refuses a write if an index lacks capacity, and does not write the item', async () => {
    const { put, get, call, servedOf } = await start({ table: 100, index: 1 });
    const { served, body } = await servedOf((at) => put(`${at}`, { owner: { S: 'o' } }));
    expect(served).to.equal(300);
    expect(body.ThrottlingReasons).to.deep.equal([
      { reason: 'IndexWriteProvisionedThroughputExceeded', resource: `${TABLE_ARN}/index/by-owner` },
    ]);
    expect((await call('GetItem', { TableName: TABLE, Key: { id: { S: '300' } } })).body).to.deep.equal({});
    // An item without the index's key, and an attribute that the index does not project, take nothing from the index.
    expect((await put('other')).status).to.equal(200);
    expect((await put('0', { owner: { S: 'o' }, text: { S: 'new' } })).status).to.equal(200);
    expect((await get(true)).status).to.equal(200);
  });

  it('takes units for a write whose condition fails, for the larger item', async () => {
    const { call, put, servedOf } = await start({ table: 1 });
    await put('a', { text: { S: 'x'.repeat(9_000) } });
    const request = { TableName: TABLE, Item: { id: { S: 'a' } }, ConditionExpression: 'attribute_not_exists(id)' };
    const failed: string[] = [];
    const { served } = await servedOf(async () => {
      const answer = await call('PutItem', request);
      failed.push(answer.type ?? '');
      return answer.type === 'ConditionalCheckFailedException' ? { ...answer, status: 200 } : answer;
    });
    // 9 units for the first write and for each failed condition.
    expect([served, failed.at(-1)]).to.deep.equal([32, 'ProvisionedThroughputExceededException']);
  });

  it('serves and counts calls beyond the limit in the mode count, and does not count them in the mode off', async () => {
    for (const mode of ['count', 'off'] as const) {
      const { localRun, put } = await start({ table: 1 }, mode);
      const big = { text: { S: 'x'.repeat(200_000) } };
      for (let at = 0; at < 3; at += 1) expect((await put(`${at}`, big)).status).to.equal(200);
      const counted = { statusCode: 400, by: `the write capacity of table ${TABLE}`, requests: 2 };
      expect(localRun.refusals).to.deep.equal(mode === 'count' ? [counted] : []);
    }
  });

  it('returns the unprocessed items of a batch of writes, and refuses the batch only if all lack capacity', async () => {
    const { clock, call } = await start({ table: 1 });
    const big = (id: string) => ({ PutRequest: { Item: { id: { S: id }, text: { S: 'x'.repeat(99_000) } } } });
    const write = (...ids: string[]) => call('BatchWriteItem', { RequestItems: { [TABLE]: ids.map(big) } });
    const first = await write('a', 'b', 'c', 'd', 'e');
    expect(first.status).to.equal(200);
    expect(first.body.UnprocessedItems).to.deep.equal({ [TABLE]: [big('d'), big('e')] });
    expect((await call('GetItem', { TableName: TABLE, Key: { id: { S: 'd' } } })).body).to.deep.equal({});
    const second = await write('d', 'e');
    expect([second.status, second.type]).to.deep.equal([400, 'ProvisionedThroughputExceededException']);
    clock.step(400_000);
    expect((await write('d', 'e')).body.UnprocessedItems).to.deep.equal({});
    const invalid = await call('BatchWriteItem', {
      RequestItems: { [TABLE]: [big('f'), { PutRequest: { Item: { id: { N: '1' } } } }] },
    });
    expect([invalid.status, invalid.type]).to.deep.equal([400, 'ValidationException']);
    expect((await call('GetItem', { TableName: TABLE, Key: { id: { S: 'f' } } })).body).to.deep.equal({});
  });

  it('returns the unprocessed keys of a batch of reads', async () => {
    const { call, put } = await start({ table: 1 });
    for (const id of ['a', 'b']) await put(id, { text: { S: 'x'.repeat(99_000) } });
    const Keys = ['a', 'b'].map((id) => ({ id: { S: id } }));
    const get = async () => {
      const answer = await call('BatchGetItem', { RequestItems: { [TABLE]: { Keys, ConsistentRead: true } } });
      const { Responses, UnprocessedKeys } = answer.body as {
        readonly Responses?: Readonly<Record<string, unknown[]>>;
        readonly UnprocessedKeys?: object;
      };
      return [answer.type, Responses?.[TABLE]?.length, UnprocessedKeys];
    };
    // Each item takes 25 of 300 units.
    for (let at = 0; at < 5; at += 1) expect(await get()).to.deep.equal([undefined, 2, {}]);
    await call('GetItem', { TableName: TABLE, Key: { id: { S: 'a' } }, ConsistentRead: true });
    const unprocessed = { [TABLE]: { Keys: [{ id: { S: 'b' } }], ConsistentRead: true } };
    expect(await get()).to.deep.equal([undefined, 1, unprocessed]);
    expect(await get()).to.deep.equal(['ProvisionedThroughputExceededException', undefined, undefined]);
  });

  it('of spec/pr1234.yaml refuses calls under load, and API clients get a 503 response', async () => {
    const { graph } = compileSpec('spec/pr1234.yaml', readFrom(ROOT), processContext());
    if (graph === undefined) throw new Error('spec/pr1234.yaml does not compile');
    const { localRun, clock, calls, put, servedOf } = await serve(graph, ROOT);
    const table = 'payment-payments-useast1-Production-pr1234';
    // 5 units with a burst of 300 seconds are 1,500 units, and each item takes 100.
    const item = { text: { S: 'x'.repeat(102_000) } };
    const { served, body } = await servedOf((at) => put(`${at}`, item, table));
    expect(served).to.equal(15);
    expect(body.ThrottlingReasons).to.deep.equal([
      {
        reason: 'TableWriteProvisionedThroughputExceeded',
        resource: `arn:aws:dynamodb:us-east-1:000000000000:table/${table}`,
      },
    ]);
    const pay = async () => {
      const payment = { id: 'pay-1', amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' };
      const headers = { 'Content-Type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(payment) };
      const response = await fetch(`${localRun.url}/prod/payments`, init);
      await response.text();
      return response.status;
    };
    expect(await pay()).to.equal(503);
    expect(
      calls.filter(({ caller, answer }) => caller.is === 'function' && answer.refusedBy === 'capacity'),
    ).to.have.length.above(1);
    clock.step(10_000);
    expect(await pay()).to.equal(200);
  });
});
