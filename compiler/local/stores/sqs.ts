// SQS's stand-in, which stores messages in memory only. The only file that uses fauxqs.

import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseForeignPage } from '../foreign-page';
import { unusablePort } from '../local-run-error';
import type { LocalService } from './dynamodb';

/** A message in the stand-in. Binary attributes are in base64. */
export interface HeldMessage {
  readonly body: string;
  readonly messageAttributes: {
    readonly [name: string]: { DataType: string; StringValue?: string; BinaryValue?: string };
  };
}

/** SQS's stand-in. */
export interface LocalSqs extends LocalService {
  /** The messages by queue name, including delayed messages and messages in flight. Empty queues are left out. */
  heldMessages(): Promise<Record<string, HeldMessage[]>>;
  /** Sets a function to call after each request that adds or removes messages, before its response is sent. */
  beforeAnswer(save: () => Promise<void>): void;
}

/** The requests that add or remove messages (Amazon SQS API Reference). */
const CHANGES = /\.(SendMessage|SendMessageBatch|DeleteMessage|DeleteMessageBatch|PurgeQueue|DeleteQueue)$/;

/** Starts SQS's stand-in on a port; 0 chooses a free port. Rejects with LocalRunError if the port is in use. */
export async function startSqs(wanted: number): Promise<LocalSqs> {
  const { buildApp } = await import('fauxqs');
  const app = buildApp({ logger: false });
  let endpoint = '';
  let port = 0;

  let save: (() => Promise<void>) | undefined;

  app.addHook('onRequest', async ({ headers, socket }: FastifyRequest, reply: FastifyReply) => {
    // Injected requests come from this process and have no port.
    if (socket.localPort === undefined) return undefined;
    const foreign = refuseForeignPage(headers, socket.localPort);
    return foreign === undefined
      ? undefined
      : reply.code(403).send({ __type: 'com.amazonaws.sqs#AccessDenied', message: foreign });
  });

  // fauxqs responds with 500 to a request that it cannot read, and an SDK would retry that.
  app.setErrorHandler(async ({ message }: Error, _request: FastifyRequest, reply: FastifyReply) =>
    reply
      .code(400)
      .send({ __type: 'com.amazonaws.sqs#InvalidParameterValue', message: `the request is malformed: ${message}` }),
  );

  // The queue URLs of fauxqs are http://sqs.<region>.localhost:<port>/…, and not every machine can resolve that host.
  app.addHook('preHandler', async ({ body, headers }: FastifyRequest & { readonly body: unknown }) => {
    if (headers['x-amz-target'] !== undefined && !isObject(body)) throw new Error('the body must be a JSON object');
    const region = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headers.authorization ?? '')?.[1];
    const request = body as { QueueUrl?: string } | undefined;
    if (typeof request?.QueueUrl === 'string') {
      request.QueueUrl = request.QueueUrl.replace(endpoint, `http://sqs.${region}.localhost:${port}`);
    }
  });
  app.addHook('onSend', async ({ headers }: FastifyRequest, _reply: FastifyReply, payload: unknown) => {
    if (save !== undefined && CHANGES.test(String(headers['x-amz-target']))) await save();
    const internal = new RegExp(`http://sqs\\.[a-z0-9-]+\\.localhost:${port}(?=/)`, 'g');
    return typeof payload === 'string' ? payload.replaceAll(internal, endpoint) : payload;
  });

  // startFauxqs is not used because it listens on all addresses of the machine.
  try {
    endpoint = await app.listen({ port: wanted, host: '127.0.0.1' });
  } catch (error) {
    throw unusablePort(wanted, error as NodeJS.ErrnoException, '--sqs-port');
  }
  port = (app.server.address() as AddressInfo).port;

  async function inspect<T>(path: string): Promise<T> {
    return (await app.inject({ url: `/_fauxqs/queues${path}` })).json<T>();
  }
  return {
    endpoint,
    stop: () => app.close(),
    beforeAnswer(callback) {
      save = callback;
    },
    async heldMessages() {
      const held: Record<string, HeldMessage[]> = {};
      for (const { name } of await inspect<{ name: string }[]>('')) {
        const { messages } = await inspect<InspectedQueue>(`/${name}`);
        const inflight = messages.inflight.map(({ message }) => message);
        const all = [...inflight, ...messages.ready, ...messages.delayed];
        if (all.length > 0) held[name] = all.map(({ body, messageAttributes }) => ({ body, messageAttributes }));
      }
      return held;
    },
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface FastifyRequest {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly localPort?: number };
}

interface FastifyReply {
  code(statusCode: number): { send(body: object): unknown };
}

interface InspectedQueue {
  readonly messages: {
    readonly ready: HeldMessage[];
    readonly delayed: HeldMessage[];
    readonly inflight: { message: HeldMessage }[];
  };
}
