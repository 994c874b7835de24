// Measures the handler's cost: in this process with a table that responds immediately, and with AWS's DynamoDB Local.

import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createCursorKey } from '../runtime/cursor-key';
import type { ApiEvent } from '../runtime/event';
import { createListing } from '../runtime/listing';
import { createLog } from '../runtime/log';
import { createRequestHandler, type RequestHandler } from '../runtime/request-handler';
import { createPaymentStore, type PaymentStore } from '../runtime/store';
import { findDynamoDBLocal, startDynamoDBLocal } from '../test/proof/dynamodb-local';
import type { Bench, Row, Size } from './row';

const ROUNDS = { full: 10_000, small: 20 };
const WARM_UP_ROUNDS = 3_000;

/** The number of requests that use a real table. */
const TABLE_ROUNDS = { full: 2_000, small: 2 };

const SETTINGS = { paymentsTableName: 'payments', listingIndexName: 'status-time-index', listingShards: 1 };

const PAYMENT = { amount: 10.25, currency: 'USD', payment_method: 'tok_1', customer_id: 'c-1' };
const ITEM = {
  ...PAYMENT,
  id: 'pay-1',
  status: 'processed',
  timestamp: 1_700_000_000,
  fingerprint: 'print',
  version: 1,
};

const CONTEXT = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 28_000 };

/** The requests, each made distinct by a header. */
const EVENTS: Readonly<Record<string, (round: number) => ApiEvent>> = {
  'POST /payments': (round) => ({
    httpMethod: 'POST',
    resource: '/payments',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `key-${round}` },
    body: JSON.stringify(PAYMENT),
  }),
  'GET /payments/{id}': () => ({ httpMethod: 'GET', resource: '/payments/{id}', pathParameters: { id: 'pay-1' } }),
};

/** The CPU time of a request, the requests that one core handles in a second, and the median and 99th percentile. */
export const handler: Bench = {
  name: 'handler',
  measure: async (size) => {
    const rows: Row[] = [];
    const client = handlerOf(createPaymentStore(instantClient(), SETTINGS));
    for (const name of Object.keys(EVENTS)) {
      rows.push(await measure(`${name}, without the AWS SDK`, handlerOf(instantStore()), name, ROUNDS[size]));
      rows.push(await measure(`${name}, with the AWS SDK`, client, name, ROUNDS[size]));
    }
    return rows;
  },
};

/** The same on AWS's DynamoDB Local. */
export const handlerOnTable: Bench = { name: 'handler-on-table', measure: measureOnTable };

async function measureOnTable(size: Size): Promise<Row[]> {
  const found = findDynamoDBLocal();
  if (found === undefined)
    return [{ work: 'handler on DynamoDB Local', measured: 'skipped: requires Java and Maven', goal: '–' }];
  const table = await startDynamoDBLocal(found);
  try {
    const rows: Row[] = [];
    const onTable = handlerOf(createPaymentStore(table.client, table.settings));
    const body = JSON.stringify({ ...PAYMENT, id: ITEM.id });
    await onTable({ httpMethod: 'POST', resource: '/payments', body }, CONTEXT);
    for (const name of Object.keys(EVENTS))
      rows.push(await measure(`${name}, on DynamoDB Local`, onTable, name, TABLE_ROUNDS[size]));
    return rows;
  } finally {
    await table.close();
  }
}

async function measure(work: string, handle: RequestHandler, name: string, rounds: number): Promise<Row> {
  const event = EVENTS[name] as (round: number) => ApiEvent;
  const warmUp = Math.min(WARM_UP_ROUNDS, rounds);
  for (let round = 1; round <= warmUp; round++) await handle(event(-round), CONTEXT);
  const durations = new Float64Array(rounds);
  const cpu = process.cpuUsage();
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const { statusCode } = await handle(event(round), CONTEXT);
    durations[round] = performance.now() - started;
    if (statusCode !== 200) throw new Error(`${work} returned status ${statusCode}`);
  }
  const { user, system } = process.cpuUsage(cpu);
  durations.sort();
  const total = durations.reduce((sum, duration) => sum + duration, 0);
  const [median = 0, slow = 0] = [durations[Math.floor(rounds / 2)], durations[Math.floor(rounds * 0.99)]];
  return {
    work,
    measured:
      `${((user + system) / 1000 / rounds).toFixed(3)} ms of CPU, ` +
      `${Math.round((rounds / total) * 1000).toLocaleString('en-US')} per second, ` +
      `p50 ${median.toFixed(3)} ms, p99 ${slow.toFixed(3)} ms`,
    goal: '–',
  };
}

function handlerOf(store: PaymentStore): RequestHandler {
  const now = () => new Date();
  return createRequestHandler({
    currencies: new Map([['USD', { exponent: 2 }]]),
    unknownMembers: 'IGNORE',
    idempotencyMode: 'OPTIONAL',
    listingShards: SETTINGS.listingShards,
    pageSize: 100,
    corsOrigins: [],
    store,
    list: createListing(new DynamoDBClient({ region: 'us-east-1' }), SETTINGS, async () => SETTINGS.listingShards),
    cursorKey: createCursorKey(store),
    deadLetter: async () => {},
    log: createLog(() => {}, now, 'Payments'),
    createId: randomUUID,
    now,
  });
}

function instantStore(): PaymentStore {
  return {
    add: async () => undefined,
    get: async () => ITEM,
    change: async () => ({ changed: true, item: ITEM }),
  };
}

/** A client that serialises, signs and parses as usual, but responds without a network. */
function instantClient(): DynamoDBClient {
  const Item = Object.fromEntries(
    Object.entries(ITEM).map(([key, value]) => [key, typeof value === 'number' ? { N: String(value) } : { S: value }]),
  );
  const body = { PutItem: '{}', GetItem: JSON.stringify({ Item }) };
  return new DynamoDBClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: {
      handle: async ({ headers }: { headers: Record<string, string> }) => ({
        response: {
          statusCode: 200,
          headers: { 'content-type': 'application/x-amz-json-1.0' },
          body: Buffer.from(headers['x-amz-target']?.endsWith('PutItem') ? body.PutItem : body.GetItem),
        },
      }),
    } as never,
  });
}
