// The bundle as Lambda runs it: loaded by plain Node.js, configured by its environment, with a local table and queue.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { bundleFunction, writeBundle } from '../../../../compiler/compile/bundle/bundle';
import { type LocalTable, startLocalTable } from '../../../runtime/local-table';
import { ROOT } from '../../../spec';

const EXACT = '90071992547409.93';
const POST = {
  httpMethod: 'POST',
  resource: '/payments',
  body: `{"id":"pay-1","amount":${EXACT},"currency":"USD","payment_method":"card","customer_id":"c-1"}`,
};
const GET = { httpMethod: 'GET', resource: '/payments/{id}', pathParameters: { id: 'pay-1' } };

// Prints the responses after the lines of the log.
const INVOKE = `
  const [file, events] = process.argv.slice(1);
  const { handler } = require(file);
  (async () => {
    const responses = [];
    for (const event of JSON.parse(events)) responses.push(await handler(event, { awsRequestId: 'request-1' }));
    console.log(JSON.stringify(responses));
  })();`;

for (const tracing of [false, true]) {
  describe(`the handler’s bundle ${tracing ? 'with' : 'without'} tracing`, () => {
    let directory: string;
    let file: string;
    let table: LocalTable;
    let queue: Server;
    let messages: string[];

    before(async () => {
      directory = await mkdtemp(path.join(tmpdir(), 'bundle-'));
      const bundle = await bundleFunction({ entry: 'runtime/handler.ts', runtime: 'nodejs22.x', tracing }, ROOT);
      file = path.join(await writeBundle(bundle, directory), 'index.js');
    });
    after(() => rm(directory, { recursive: true }));

    beforeEach(async () => {
      table = await startLocalTable();
      messages = [];
      queue = await startQueue(messages);
    });
    afterEach(async () => {
      await table.close();
      queue.close();
    });

    async function invoke(events: object[], environment: Record<string, string> = {}, before = '') {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['-e', before + INVOKE, file, JSON.stringify(events)],
        {
          env: {
            PAYMENTS_TABLE_NAME: table.settings.paymentsTableName,
            LISTING_INDEX_NAME: table.settings.listingIndexName,
            LISTING_SHARDS: '3',
            UNKNOWN_MEMBERS: 'IGNORE',
            IDEMPOTENCY: 'OPTIONAL',
            CORS_ORIGINS: 'none',
            METRICS_NAMESPACE: 'Payments',
            DLQ_URL: `${urlOf(queue)}/123456789012/dlq`,
            PAYMENT_CURRENCIES: 'USD=2,EUR=2,GBP=2',
            PAGE_SIZE: '100',
            AWS_REGION: 'us-east-1',
            AWS_ACCESS_KEY_ID: 'local',
            AWS_SECRET_ACCESS_KEY: 'local',
            AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
            AWS_ENDPOINT_URL_SQS: urlOf(queue),
            ...environment,
          },
        },
      );
      const lines = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      return { responses: lines.pop() as { statusCode: number; body: string }[], log: lines };
    }

    it('stores a payment and returns it with every digit', async () => {
      const { responses, log } = await invoke([POST, GET]);
      expect(responses.map(({ statusCode }) => statusCode)).to.deep.equal([200, 200]);
      expect(responses[0]?.body).to.equal('{"payment_id":"pay-1","status":"success"}');
      expect(responses[1]?.body).to.include(`"amount":${EXACT}`);
      expect(log.map(({ level, statusCode }) => [level, statusCode])).to.deep.equal([
        ['info', 200],
        ['info', 200],
      ]);
    });

    it('generates an id for a payment without one', async () => {
      const { responses } = await invoke([{ ...POST, body: POST.body.replace('"id":"pay-1",', '') }]);
      expect(JSON.parse(responses[0]?.body ?? '').payment_id).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    });

    it('sends an internal failure to the queue, with the data to retry it', async () => {
      const { responses } = await invoke([POST], { PAYMENTS_TABLE_NAME: 'nowhere' });
      expect(responses[0]).to.have.property('statusCode', 500);
      expect(responses[0]?.body).to.include('"error":"Internal server error"');
      expect(messages).to.have.length(1);
      const { error, replay, ...request } = JSON.parse(messages[0] ?? '');
      expect(request).to.include({ requestId: 'request-1', method: 'POST', resource: '/payments', paymentId: 'pay-1' });
      expect(error).to.include({ name: 'ResourceNotFoundException' });
      expect(replay).to.deep.equal({
        operation: 'create',
        body: { id: 'pay-1', amount: EXACT, currency: 'USD', payment_method: 'card', customer_id: 'c-1' },
      });
    });

    it('refuses to start without its settings, and names them', async () => {
      const failure = await invoke([GET], { PAGE_SIZE: '', DLQ_URL: 'dlq' }).catch((error: Error) => error);
      expect(failure)
        .to.be.instanceOf(Error)
        .with.property('message')
        .that.includes('ConfigurationError: Cannot start: DLQ_URL is malformed')
        .and.includes('PAGE_SIZE is missing');
    });

    if (!tracing) return;

    it('records its AWS calls in the trace of the request', async () => {
      const segments: string[] = [];
      const daemon = await startDaemon(segments);
      await invoke([GET], {
        LAMBDA_TASK_ROOT: path.dirname(file),
        _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1',
        AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
      });
      if (segments.length === 0) await once(daemon, 'message');
      daemon.close();
      expect(segments.join()).to.include('"name":"DynamoDB"').and.include('1-5759e988-bd862e3fe1be46a994272793');
    });

    it('does not record a request that is not sampled, and does not enable async hooks', async () => {
      const segments: string[] = [];
      const daemon = await startDaemon(segments);
      const noHooks = 'require("async_hooks").createHook = () => { throw new Error("a hook is created"); };';
      const { responses } = await invoke(
        [POST, GET],
        {
          LAMBDA_TASK_ROOT: path.dirname(file),
          _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0',
          AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
        },
        noHooks,
      );
      daemon.close();
      expect(responses.map(({ statusCode }) => statusCode)).to.deep.equal([200, 200]);
      expect(segments).to.deep.equal([]);
    });
  });
}

async function startQueue(messages: string[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const { MessageBody: body } = JSON.parse(Buffer.concat(chunks).toString());
    messages.push(body);
    const answer = { MessageId: 'message-1', MD5OfMessageBody: createHash('md5').update(body).digest('hex') };
    response.setHeader('Content-Type', 'application/x-amz-json-1.0').end(JSON.stringify(answer));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

async function startDaemon(segments: string[]): Promise<Socket> {
  const socket = createSocket('udp4', (message) => segments.push(message.toString()));
  await once(socket.bind(0, '127.0.0.1'), 'listening');
  return socket;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
