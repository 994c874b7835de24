// The one door to fauxqs, which stands in for SQS. It keeps messages in memory only.

import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unusablePort } from '../emulator-error';
import { refuseForeignPage } from '../foreign-page';
import type { LocalService } from './dynamodb';

/** A message as the stand-in holds it; binary attributes are in base64. */
export interface HeldMessage {
  readonly body: string;
  readonly messageAttributes: {
    readonly [name: string]: { DataType: string; StringValue?: string; BinaryValue?: string };
  };
}

/** SQS's stand-in. */
export interface LocalSqs extends LocalService {
  /** The messages of each queue by its name, those being delayed or processed included; a queue without any is left out. */
  heldMessages(): Promise<Record<string, HeldMessage[]>>;
  /** Calls back after each request that adds or removes messages, before it is answered. */
  beforeAnswer(save: () => Promise<void>): void;
}

/** The requests that add or remove messages (Amazon SQS API Reference). */
const CHANGES = /\.(SendMessage|SendMessageBatch|DeleteMessage|DeleteMessageBatch|PurgeQueue|DeleteQueue)$/;

/** Starts SQS's stand-in on a port, 0 being any free one. Rejects with EmulatorError when the port is in use. */
export async function startSqs(wanted: number): Promise<LocalSqs> {
  const { buildApp } = await import('fauxqs');
  const app = buildApp({ logger: false });
  let endpoint = '';
  let port = 0;

  let save: (() => Promise<void>) | undefined;

  app.addHook('onRequest', async ({ headers, socket }: FastifyRequest, reply: FastifyReply) => {
    // Requests that are injected come from this process, and have no port.
    if (socket.localPort === undefined) return undefined;
    const foreign = refuseForeignPage(headers, socket.localPort);
    return foreign === undefined
      ? undefined
      : reply.code(403).send({ __type: 'com.amazonaws.sqs#AccessDenied', message: foreign });
  });

  // fauxqs calls its queues http://sqs.<region>.localhost:<port>/…, a host that not every machine can resolve.
  app.addHook('preHandler', async ({ body, headers }: { body: unknown; headers: IncomingHttpHeaders }) => {
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

  // Not startFauxqs, which listens on all of the machine's addresses.
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
