// The HTTP server of a stand-in on 127.0.0.1. It refuses pages of other origins, and passes calls to the front.

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';
import { refuseForeignPage } from '../foreign-page';
import { unusablePort } from '../local-run-error';
import { readBody } from '../request-body';
import { type Caller, failure, type JsonObject, type Proceed, type Service, type StoreAnswer } from './call';
import { createCall, maximumBytesOf, operationOf, parseBody } from './protocol';

/** The requests of a service that do not reach the front. */
export interface StandInRequests {
  readonly service: Service;
  /** Returns the answer to a body that the stand-in cannot process; `request` is its JSON object, if it is one. */
  refuse(text: string, request: JsonObject | undefined): StoreAnswer | undefined;
  /** Answers a request that is not a complete call. */
  answerOther(request: IncomingMessage, response: ServerResponse, body: Buffer): void;
}

/** The parameters of an endpoint. */
export interface EndpointOptions {
  readonly standIn: StandInRequests;
  /** 0 chooses a free port. */
  readonly port: number;
  /** The option of the command line that chooses the port. */
  readonly portOption: string;
  readonly callerOf: (accessKeyId: string | undefined) => Caller;
  readonly front: Proceed;
}

/** A server on 127.0.0.1. */
export interface Endpoint {
  /** As `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Stops the server, including calls in progress. */
  stop(): Promise<void>;
}

/** Starts the server of a stand-in. Rejects with LocalRunError if the port cannot be used. */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const server = createServer((request, response) => void serve(request, response, options));
  await listen(server, options);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, { port, portOption }: EndpointOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw unusablePort(port, error, portOption);
  });
}

async function serve(request: IncomingMessage, response: ServerResponse, options: EndpointOptions): Promise<void> {
  const { standIn, callerOf, front } = options;
  const { service } = standIn;
  const { host, origin } = request.headers;
  const foreign = refuseForeignPage({ host, origin }, request.socket.localPort ?? 0);
  if (foreign !== undefined) return send(response, failure(service, 403, 'AccessDeniedException', foreign));
  let body: Buffer | undefined;
  try {
    body = await readBody(request, maximumBytesOf(service));
  } catch {
    // The client disconnected while it sent the body, such as a function that timed out.
    response.destroy();
    return;
  }
  if (body === undefined)
    return send(response, failure(service, 413, 'SerializationException', 'the request is too large'));
  const text = body.toString();
  const parsed = parseBody(text);
  const refused = request.method === 'POST' ? standIn.refuse(text, parsed) : undefined;
  if (refused !== undefined) return send(response, refused);
  const operation = operationOf(service, request);
  if (operation === undefined || parsed === undefined) return standIn.answerOther(request, response, body);
  send(response, await front(createCall(service, operation, request.headers, parsed, callerOf)));
}

/** Sends an answer, unless the client has disconnected. */
export function send(response: ServerResponse, { statusCode, body, headers }: StoreAnswer): void {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify(body);
  response
    .writeHead(statusCode, {
      'Content-Type': 'application/x-amz-json-1.0',
      'Content-Length': Buffer.byteLength(text),
      'x-amzn-RequestId': randomUUID(),
      'x-amz-crc32': crc32(text),
      ...headers,
    })
    .end(text);
}
