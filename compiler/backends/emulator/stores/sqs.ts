// The one door to fauxqs, which stands in for SQS. It keeps messages in memory only.

import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
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
}

/** Starts SQS's stand-in. */
export async function startSqs(): Promise<LocalSqs> {
  const { buildApp } = await import('fauxqs');
  const app = buildApp({ logger: false });
  let endpoint = '';
  let port = 0;

  // fauxqs calls its queues http://sqs.<region>.localhost:<port>/…, a host that not every machine can resolve.
  app.addHook('preHandler', async ({ body, headers }: { body: unknown; headers: IncomingHttpHeaders }) => {
    const region = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headers.authorization ?? '')?.[1];
    const request = body as { QueueUrl?: string } | undefined;
    if (typeof request?.QueueUrl === 'string') {
      request.QueueUrl = request.QueueUrl.replace(endpoint, `http://sqs.${region}.localhost:${port}`);
    }
  });
  app.addHook('onSend', async (_request: unknown, _reply: unknown, payload: unknown) => {
    const internal = new RegExp(`http://sqs\\.[a-z0-9-]+\\.localhost:${port}(?=/)`, 'g');
    return typeof payload === 'string' ? payload.replaceAll(internal, endpoint) : payload;
  });

  // Not startFauxqs, which listens on all of the machine's addresses.
  endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;

  async function inspect<T>(path: string): Promise<T> {
    return (await app.inject({ url: `/_fauxqs/queues${path}` })).json<T>();
  }
  return {
    endpoint,
    stop: () => app.close(),
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

interface InspectedQueue {
  readonly messages: {
    readonly ready: HeldMessage[];
    readonly delayed: HeldMessage[];
    readonly inflight: { message: HeldMessage }[];
  };
}
