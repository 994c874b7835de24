// The HTTP server of the local API on 127.0.0.1: reads whole requests and writes responses.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { LocalRunError } from '../local-run-error';
import { readBody } from '../request-body';
import { takeNetwork } from './caller-network';
import type { GatewayRequest, GatewayResponse } from './gateway-message';

/** The only address that the server listens on, so that other machines cannot call it. */
const LOOPBACK = '127.0.0.1';

/** Maximum size of a body, in bytes: 10 MB (API Gateway quotas: REST API payload size). */
const MAXIMUM_BODY_BYTES = 10 * 1024 * 1024;

/** How long requests in progress may continue after `stop`, in milliseconds. */
const GRACE_MILLISECONDS = 2_000;

/** A response of the server, whose body can be a stream. */
export type ServedResponse = Omit<GatewayResponse, 'body'> & { readonly body: string | Buffer | Readable };

/** Answers the requests of a server. */
export type Answer = (request: GatewayRequest) => Promise<ServedResponse>;

/** A running server. */
export interface HttpServer {
  /** As `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Stops accepting requests. Resolves when the last response is sent or has timed out. */
  stop(): Promise<void>;
}

/** Starts the server; port 0 chooses a free port. Rejects with LocalRunError if the port cannot be used. */
export async function startHttpServer(port: number, answer: Answer): Promise<HttpServer> {
  let stopping = false;
  const server = createServer((incoming, outgoing) => {
    // Without this, the server waits for the idle timeout of keep-alive connections.
    outgoing.once('close', () => stopping && server.closeIdleConnections());
    if (stopping) outgoing.setHeader('Connection', 'close');
    void serve(incoming, outgoing, answer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen(port, LOOPBACK, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${actual}`,
    async stop() {
      stopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      const cut = setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS);
      await closed;
      clearTimeout(cut);
    },
  };
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, answer: Answer): Promise<void> {
  let body: Buffer | undefined;
  try {
    body = await readBody(incoming, MAXIMUM_BODY_BYTES);
  } catch {
    // The client disconnected while it sent the body.
    outgoing.destroy();
    return;
  }
  write(outgoing, await answer(toGatewayRequest(incoming, body)));
}

function toGatewayRequest(
  { method = 'GET', url = '/', rawHeaders, httpVersion, socket }: IncomingMessage,
  body: Buffer | undefined,
) {
  const sent = rawHeaders.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : [],
  );
  const { headers, network } = takeNetwork(sent);
  return {
    method,
    target: url,
    protocol: `HTTP/${httpVersion}`,
    headers,
    body,
    sourceIp: socket.remoteAddress ?? LOOPBACK,
    port: socket.localPort ?? 0,
    ...network,
  } satisfies GatewayRequest;
}

function write(outgoing: ServerResponse, { statusCode, headers, body }: ServedResponse): void {
  for (const [name, value] of headers) outgoing.appendHeader(name, value);
  outgoing.statusCode = statusCode;
  if (!(body instanceof Readable)) {
    outgoing.end(body);
    return;
  }
  outgoing.flushHeaders();
  // A client ends a stream by disconnecting, which is not an error.
  pipeline(body, outgoing, () => {});
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new LocalRunError(`port ${port} is in use: choose another with --port, or --port 0 for any free one`);
  }
  if (error.code === 'EACCES')
    return new LocalRunError(`permission denied for port ${port}: choose another with --port`);
  return error;
}
