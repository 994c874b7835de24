// The HTTP side of the local API: a server on 127.0.0.1 that reads requests whole and writes answers.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EmulatorError } from '../emulator-error';
import { readBody } from '../request-body';
import type { Gateway } from './gateway';
import type { GatewayRequest, GatewayResponse } from './gateway-message';

/** The only address that is listened at: nobody else's machine may call. */
const LOOPBACK = '127.0.0.1';

/** The largest body, in bytes: 10 MB (API Gateway quotas: REST API payload size). */
const MAXIMUM_BODY_BYTES = 10 * 1024 * 1024;

/** How long answers under way may take once the server is to stop, in milliseconds. */
const GRACE_MILLISECONDS = 2_000;

/** A server that listens. */
export interface HttpServer {
  /** As `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Takes no more requests, and ends when the last answer is out or has taken too long. */
  stop(): Promise<void>;
}

/** Listens; port 0 takes any free one. Rejects with EmulatorError when the port cannot be had. */
export async function startHttpServer(port: number, gateway: Gateway): Promise<HttpServer> {
  let stopping = false;
  const server = createServer((incoming, outgoing) => {
    // Otherwise a connection that is kept alive holds the server up for its idle time.
    outgoing.once('close', () => stopping && server.closeIdleConnections());
    if (stopping) outgoing.setHeader('Connection', 'close');
    void serve(incoming, outgoing, gateway);
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

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, gateway: Gateway): Promise<void> {
  let body: Buffer | undefined;
  try {
    body = await readBody(incoming, MAXIMUM_BODY_BYTES);
  } catch {
    // The client went away while it was sending.
    outgoing.destroy();
    return;
  }
  write(outgoing, await gateway(toGatewayRequest(incoming, body)));
}

function toGatewayRequest(
  { method = 'GET', url = '/', rawHeaders, httpVersion, socket }: IncomingMessage,
  body: Buffer | undefined,
) {
  const headers = rawHeaders.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : [],
  );
  return {
    method,
    target: url,
    protocol: `HTTP/${httpVersion}`,
    headers,
    body,
    sourceIp: socket.remoteAddress ?? LOOPBACK,
    port: socket.localPort ?? 0,
  } satisfies GatewayRequest;
}

function write(outgoing: ServerResponse, { statusCode, headers, body }: GatewayResponse): void {
  for (const [name, value] of headers) outgoing.appendHeader(name, value);
  outgoing.statusCode = statusCode;
  outgoing.end(body);
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new EmulatorError(`port ${port} is in use: choose another with --port, or --port 0 for any free one`);
  }
  if (error.code === 'EACCES') return new EmulatorError(`port ${port} needs rights that this process has not`);
  return error;
}
