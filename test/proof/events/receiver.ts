// A merchant's receiver of webhooks, which answers as a test decides.

import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PaymentEvent } from '../../../contract/events';

/** A message that arrived. */
export interface ReceivedMessage {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: PaymentEvent;
  /** Whether the receiver processed it and meant to answer with success. */
  readonly isAccepted: boolean;
}

/** The answer to a message: a status, or a connection that ends, before or after the message is processed. */
export type ReceiverAnswer = number | 'reset before' | 'reset after';

/** A receiver. */
export interface Receiver {
  readonly url: string;
  readonly messages: readonly ReceivedMessage[];
  close(): Promise<void>;
}

/** Starts a receiver on a free port. */
export async function startReceiver(answer: (event: PaymentEvent) => Promise<ReceiverAnswer>): Promise<Receiver> {
  const messages: ReceivedMessage[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const event = JSON.parse(body) as PaymentEvent;
    const given = await answer(event);
    const isAccepted = given === 'reset after' || (typeof given === 'number' && given < 300);
    if (given !== 'reset before') messages.push({ headers: request.headers, body, event, isAccepted });
    if (typeof given === 'number') response.writeHead(given).end();
    else request.socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    messages,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
