// Compares the deployed handler with one that uses AWS Lambda Powertools: logs, metrics and idempotency on DynamoDB Local.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { bundleFunction, writeBundle } from '../compiler/compile/bundle/bundle';
import { findDynamoDBLocal, startDynamoDBLocal } from '../test/proof/dynamodb-local';
import type { LocalTable } from '../test/runtime/local-table';
import { type Costs, measureCosts } from './handler-cost';
import { bundleHandler, handlerEnvironment } from './handler-ratios';
import { installPeer, type Peer } from './peer';

/** With fewer requests, V8 still compiles the SDK, and the handler that calls it more often has the cheaper GET afterwards. */
const REQUESTS = 2000;

/** The table of the requests that Powertools has handled. */
const IDEMPOTENCY_TABLE = 'idempotency';

const POWERTOOLS: Peer = {
  name: 'Powertools',
  registry: 'npm',
  packages: [
    '@aws-lambda-powertools/idempotency@2.35.0',
    '@aws-lambda-powertools/logger@2.35.0',
    '@aws-lambda-powertools/metrics@2.35.0',
    '@aws-sdk/client-dynamodb@3.1164.0',
    '@aws-sdk/lib-dynamodb@3.1162.0',
  ],
};

/** The requests of handler-load.cjs. A POST is idempotent by its body and a header, which Powertools stores in a table. */
const HANDLER = `
import { randomUUID } from 'node:crypto';
import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
const logger = new Logger({ serviceName: 'payments' });
const metrics = new Metrics({ namespace: 'Payments', serviceName: 'payments' });
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.PAYMENTS_TABLE_NAME;
const persistenceStore = new DynamoDBPersistenceLayer({ tableName: '${IDEMPOTENCY_TABLE}' });
const config = new IdempotencyConfig({ eventKeyJmesPath: 'key' });
const create = makeIdempotent(
  async ({ payment }) => {
    const id = randomUUID();
    const Item = { ...payment, id, status: 'processed', timestamp: Math.floor(Date.now() / 1000) };
    await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(id)' }));
    return { payment_id: id };
  },
  { persistenceStore, config },
);
export async function handler({ httpMethod, headers, body, pathParameters }, context) {
  config.registerLambdaContext(context);
  let found;
  if (httpMethod === 'GET') {
    found = (await client.send(new GetCommand({ TableName, Key: { id: pathParameters.id }, ConsistentRead: true }))).Item;
  } else {
    found = await create({ key: headers['Idempotency-Key'] ?? randomUUID(), payment: JSON.parse(body) });
  }
  logger.info('request', { httpMethod, requestId: context.awsRequestId });
  metrics.addMetric('Requests', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  return { statusCode: found === undefined ? 404 : 200, body: JSON.stringify(found ?? {}) };
}
`;

/** Prints the CPU time of a POST and a GET of both handlers, or the reason why they are not compared. */
export async function compareHandlers(rounds: number): Promise<void> {
  const [installed, found] = [installPeer(POWERTOOLS), findDynamoDBLocal()];
  if ('reason' in installed || found === undefined) {
    console.log(
      'reason' in installed
        ? installed.reason
        : 'The handlers are not compared: DynamoDB Local requires Java and Maven.',
    );
    return;
  }
  const table = await startDynamoDBLocal(found);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await createIdempotencyTable(table);
    const bundles = {
      ours: await bundleHandler('runtime/handler.ts', false, folder),
      powertools: await bundlePeer(installed.folder, folder),
    };
    const environment = { ...handlerEnvironment(table), POWERTOOLS_METRICS_NAMESPACE: 'Payments' };
    printCosts(measureCosts({ bundles, environment, rounds, requests: REQUESTS }));
  } finally {
    rmSync(folder, { recursive: true });
    await table.close();
  }
}

async function createIdempotencyTable({ client }: LocalTable): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: IDEMPOTENCY_TABLE,
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
}

/** Bundles the peer's handler with the options of our own. Returns its file. */
async function bundlePeer(peer: string, folder: string): Promise<string> {
  writeFileSync(join(peer, 'handler.js'), HANDLER);
  const request = { entry: 'handler.js', handler: 'handler', runtime: 'nodejs20.x', tracing: false };
  return join(await writeBundle(await bundleFunction(request, peer), folder), 'index.js');
}

function printCosts({ ours, powertools }: Record<'ours' | 'powertools', Costs>): void {
  console.log('| Deployed handler | CPU ms | CPU ms with Powertools | Peer ÷ ours |\n|---|--:|--:|--:|');
  const rows = { POST: 'post', 'POST, ten in flight': 'post10', GET: 'get', 'GET, ten in flight': 'get10' } as const;
  for (const [work, kind] of Object.entries(rows)) {
    const [own, peer] = [ours[kind].cpu, powertools[kind].cpu];
    console.log(`| ${work} | ${own.toFixed(2)} | ${peer.toFixed(2)} | ${(peer / own).toFixed(2)} |`);
  }
}
