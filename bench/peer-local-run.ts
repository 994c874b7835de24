// Compares the local run with those of Serverless and Architect: the time to the first answer, and requests under load.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createPayment, load } from './load';
import { median } from './measure';
import { installPeer, type Peer } from './peer';
import type { PeerTables } from './peer-tables';

const ROOT = join(__dirname, '..');
const SECONDS = { warmUp: 4, post: 5, get: 3 };
const START_TIMEOUT_MILLISECONDS = 60_000;

const OFFLINE: Peer = {
  name: 'serverless-offline',
  registry: 'npm',
  packages: ['serverless-offline@13.9.0', 'serverless@3.40.0', 'serverless-esbuild@1.57.2', 'esbuild@0.28.2'],
};
const ARCHITECT: Peer = { name: 'Architect', registry: 'npm', packages: ['@architect/sandbox@8.0.0'] };

/** A server to start: its command, folder and environment, and the address of its payments. */
interface Server {
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly url: string;
}

/** The measured values of a round. */
interface Figures {
  readonly firstAnswer: number;
  readonly posts: number;
  readonly gets: number;
}

/** Prints the figures of each local run, in turn for some rounds, and their ratios to this program's. */
export async function compareLocalRuns(rounds: number): Promise<void> {
  console.log(
    '| Local run | First answer ms | POST per second | GET per second | Peer ÷ ours |\n|---|--:|--:|--:|---|',
  );
  const runs = new Map<string, (folder: string, tables: PeerTables) => Promise<Server>>([['payment-spec', ourRun]]);
  for (const [peer, server] of [[OFFLINE, offline] as const, [ARCHITECT, sandbox] as const]) {
    const installed = installPeer(peer);
    if ('reason' in installed) console.log(`| ${peer.name} | ${installed.reason} | – | – | – |`);
    else runs.set(peer.name, (folder, tables) => server(installed.folder, folder, tables));
  }
  const figures = new Map([...runs.keys()].map((name) => [name, [] as Figures[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, prepare] of runs) figures.get(name)?.push(await measure(prepare));
  const medianOf = (name: string, value: keyof Figures) => median((figures.get(name) ?? []).map((one) => one[value]));
  for (const name of figures.keys()) {
    const keys = ['firstAnswer', 'posts', 'gets'] as const;
    const ratios = keys.map((key) => (medianOf(name, key) / medianOf('payment-spec', key)).toFixed(2));
    console.log(`| ${[name, ...keys.map((key) => medianOf(name, key).toFixed(0)), ratios.join(', ')].join(' | ')} |`);
  }
}

async function measure(prepare: (folder: string, tables: PeerTables) => Promise<Server>): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'local-run-'));
  const tables = spawn(process.execPath, ['--require', 'tsx/cjs', join(__dirname, 'peer-tables.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const server = await prepare(folder, await tablesOf(tables));
    // The first start of a project fills its caches.
    await end(await startedServer(server));
    const started = performance.now();
    const child = spawnServer(server);
    try {
      const id = await firstPayment(server.url, child);
      const firstAnswer = performance.now() - started;
      await load('POST', server.url, SECONDS.warmUp);
      const posts = await load('POST', server.url, SECONDS.post);
      return { firstAnswer, posts, gets: await load('GET', `${server.url}/${id}`, SECONDS.get) };
    } finally {
      await end(child);
    }
  } finally {
    await end(tables);
    rmSync(folder, { recursive: true });
  }
}

function spawnServer({ args, folder, environment }: Server): ChildProcess {
  const env = { ...process.env, ...environment };
  return spawn(process.execPath, args, { cwd: folder, stdio: 'ignore', env });
}

/** Starts a server, and waits for its first answer. */
async function startedServer(server: Server): Promise<ChildProcess> {
  const child = spawnServer(server);
  await firstPayment(server.url, child);
  return child;
}

async function tablesOf({ stdout }: ChildProcess): Promise<PeerTables> {
  if (stdout !== null) for await (const line of createInterface({ input: stdout })) return JSON.parse(line);
  throw new Error('the tables do not start');
}

/** Sends a payment until the server answers it. */
async function firstPayment(url: string, child: ChildProcess): Promise<string> {
  const late = performance.now() + START_TIMEOUT_MILLISECONDS;
  let problem: unknown;
  while (child.exitCode === null && performance.now() < late) {
    try {
      return await createPayment(url);
    } catch (error) {
      problem = error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  throw new Error(`${url} does not answer: ${problem}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function ourRun(folder: string): Promise<Server> {
  const port = await freePort();
  const bin = join(ROOT, 'bin/payment-spec.cjs');
  copyProject(folder, ['spec']);
  return {
    args: [bin, 'start', '--spec', 'spec/pr1234.yaml', '--port', String(port), '--limits', 'off'],
    folder,
    environment: {},
    url: `http://127.0.0.1:${port}/prod/payments`,
  };
}

async function offline(peer: string, folder: string, { url, region, environment }: PeerTables): Promise<Server> {
  copyProject(folder, []);
  const [httpPort, lambdaPort, albPort] = [await freePort(), await freePort(), await freePort()];
  const service = {
    service: 'bench',
    frameworkVersion: '3',
    provider: {
      name: 'aws',
      runtime: 'nodejs20.x',
      region,
      environment: { ...environment, AWS_ENDPOINT_URL_DYNAMODB: url, AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR' },
    },
    plugins: ['serverless-esbuild', 'serverless-offline'],
    custom: {
      esbuild: { bundle: true, minify: true, exclude: [], mainFields: ['module', 'main'] },
      'serverless-offline': { host: '127.0.0.1', httpPort, lambdaPort, albPort, noPrependStageInUrl: true },
    },
    functions: {
      payments: {
        handler: 'runtime/handler.handler',
        timeout: 29,
        events: [{ http: { method: 'post', path: '/payments' } }, { http: { method: 'get', path: '/payments/{id}' } }],
      },
    },
  };
  // YAML includes JSON.
  writeFileSync(join(folder, 'serverless.yml'), JSON.stringify(service));
  const resolver = join(folder, 'resolve-plugins.cjs');
  const packages = JSON.stringify(join(peer, 'node_modules'));
  writeFileSync(resolver, `process.env.NODE_PATH = ${packages}; require('node:module').Module._initPaths();\n`);
  return {
    args: ['--require', resolver, join(peer, 'node_modules/serverless/bin/serverless.js'), 'offline', 'start'],
    folder,
    environment: {
      ...{ SLS_TELEMETRY_DISABLED: '1', CI: 'true', AWS_REGION: region },
      ...{ AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    },
    url: `http://127.0.0.1:${httpPort}/payments`,
  };
}

/** A function of twenty lines: Architect has no equivalent of this project's handler. */
const SANDBOX_HANDLER = `
const { randomUUID } = require('node:crypto');
const { DynamoDBClient, GetItemCommand, PutItemCommand } = require('@aws-sdk/client-dynamodb');
const client = new DynamoDBClient({});
const TableName = 'payments';
exports.handler = async ({ httpMethod, requestContext, rawBody, body, isBase64Encoded, pathParameters }) => {
  if ((httpMethod ?? requestContext.http.method) === 'GET') {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: { id: { S: pathParameters.id } } }));
    return { statusCode: Item ? 200 : 404, body: JSON.stringify(Item ?? {}) };
  }
  const payment = JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
  const id = randomUUID();
  const Item = { id: { S: id }, amount: { N: String(payment.amount) }, currency: { S: payment.currency } };
  await client.send(new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(id)' }));
  return { statusCode: 200, body: JSON.stringify({ payment_id: id }) };
};
`;

async function sandbox(peer: string, folder: string, { url, environment }: PeerTables): Promise<Server> {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const [port, tables, events, internal] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const code = SANDBOX_HANDLER.replace("'payments'", JSON.stringify(environment.PAYMENTS_TABLE_NAME)).replace(
    'DynamoDBClient({})',
    `DynamoDBClient({ endpoint: ${JSON.stringify(url)}, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })`,
  );
  const files = {
    'app.arc': '@app\nbench\n\n@http\npost /payments\nget /payments/:id\n',
    'src/http/post-payments/index.js': code,
    'src/http/get-payments-000id/index.js': code,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    args: [join(peer, 'node_modules/@architect/sandbox/src/cli/cli.js')],
    folder,
    environment: {
      ...{ ARC_HTTP_PORT: String(port), ARC_TABLES_PORT: String(tables), ARC_EVENTS_PORT: String(events) },
      ...{ ARC_INTERNAL_PORT: String(internal), CI: 'true' },
    },
    url: `http://127.0.0.1:${port}/payments`,
  };
}

function copyProject(folder: string, more: readonly string[]): void {
  for (const path of ['contract', 'runtime', 'package.json', 'tsconfig.json', ...more])
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
