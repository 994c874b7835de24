// Measures the deployed handler on DynamoDB Local against one conditional PutItem, and with X-Ray against without.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunction, writeBundle } from '../compiler/compile/bundle/bundle';
import { findDynamoDBLocal, startDynamoDBLocal } from '../test/proof/dynamodb-local';
import type { LocalTable } from '../test/runtime/local-table';
import { type Costs, measureCosts } from './handler-cost';
import type { Bench, Row, Size } from './row';

const ROOT = join(__dirname, '..');
/** After a thousand requests of each kind, V8 compiles little; in the first 250, its work for the code of each side decides the ratio. */
const SIZES = { full: { rounds: 5, requests: 1000 }, small: { rounds: 1, requests: 2 } };

export const handlerRatios: Bench = {
  name: 'handler-ratios',
  measure: async (size) => {
    const found = findDynamoDBLocal();
    if (found === undefined)
      return [{ work: 'deployed handler on DynamoDB Local', measured: 'skipped: requires Java and Maven', goal: '–' }];
    const table = await startDynamoDBLocal(found);
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    try {
      return await ratios(table, folder, size);
    } finally {
      rmSync(folder, { recursive: true });
      await table.close();
    }
  },
};

async function ratios(table: LocalTable, folder: string, size: Size): Promise<Row[]> {
  const bundles = {
    bare: await bundleHandler('bench/bare-handler.ts', false, folder),
    ours: await bundleHandler('runtime/handler.ts', false, folder),
    traced: await bundleHandler('runtime/handler.ts', true, folder),
  };
  const { bare, ours, traced } = measureCosts({ bundles, environment: handlerEnvironment(table), ...SIZES[size] });
  return [
    cpuRow('POST, one after the other, to one conditional PutItem', ours.post, bare.post, 1.15),
    cpuRow('POST, ten in flight, to one conditional PutItem', ours.post10, bare.post10, 1.25),
    cpuRow('GET, one after the other, to one GetItem', ours.get, bare.get),
    rateRow('POST', traced.post10, ours.post10),
    rateRow('GET', traced.get10, ours.get10),
  ];
}

/** Bundles a handler as it is deployed. Returns its file. */
export async function bundleHandler(entry: string, tracing: boolean, folder: string): Promise<string> {
  const bundle = await bundleFunction({ entry, handler: 'handler', runtime: 'nodejs20.x', tracing }, ROOT);
  return join(await writeBundle(bundle, folder), 'index.js');
}

/** The environment of a handler that uses a local table, as in a request that X-Ray does not record. */
export function handlerEnvironment({ endpoint, settings }: Pick<LocalTable, 'endpoint' | 'settings'>) {
  return {
    PAYMENTS_TABLE_NAME: settings.paymentsTableName,
    LISTING_INDEX_NAME: settings.listingIndexName,
    LISTING_SHARDS: String(settings.listingShards),
    DLQ_URL: 'http://127.0.0.1:9/000000000000/none',
    PAYMENT_CURRENCIES: 'USD=2',
    UNKNOWN_MEMBERS: 'IGNORE',
    IDEMPOTENCY: 'OPTIONAL',
    PAGE_SIZE: '100',
    CORS_ORIGINS: 'none',
    METRICS_NAMESPACE: 'Payments',
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_LAMBDA_FUNCTION_NAME: 'payments',
    AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0',
  };
}

function cpuRow(work: string, one: Costs['post'], other: Costs['post'], goal?: number): Row {
  const ratio = one.cpu / other.cpu;
  return {
    work: `CPU of the deployed handler: ${work}`,
    measured: `${ratio.toFixed(2)} × (${one.cpu.toFixed(2)} ms, ${other.cpu.toFixed(2)} ms)`,
    ...(goal === undefined ? { goal: '–' } : { goal: `≤ ${goal} ×`, isMet: ratio <= goal }),
  };
}

/** X-Ray may cost a tenth of the throughput of a processor where it does not record the request. The clock also measures other programs. */
function rateRow(work: string, one: Costs['post'], other: Costs['post']): Row {
  const ratio = other.cpu / one.cpu;
  return {
    work: `${work}, ten in flight, with X-Ray to without`,
    measured: `${ratio.toFixed(2)} × the requests of a second of CPU (by the clock ${(one.perSecond / other.perSecond).toFixed(2)} ×)`,
    goal: '≥ 0.9 ×',
    isMet: ratio >= 0.9,
  };
}
