// DynamoDB's stand-in: a server on 127.0.0.1 in front of dynalite. It refuses requests that would make dynalite crash.

import { create as createDomain } from 'node:domain';
import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseForeignPage } from '../foreign-page';
import { unusablePort } from '../local-run-error';
import { readBody } from '../request-body';
import { isStoreFailure, type OpenStore, openStore } from './dynalite-store';
import { checkExpressions } from './expression-limits';

/** A stand-in that listens on 127.0.0.1. */
export interface LocalService {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** DynamoDB's stand-in with its store. */
export interface LocalDynamoDb extends LocalService {
  readonly store: OpenStore;
}

/** Options of the stand-in. */
export interface DynamoDbOptions {
  /** The folder that stores the tables; absent means in memory. */
  readonly folder: string | undefined;
  /** 0 chooses a free port. */
  readonly port: number;
  /** Called with the reason when the store cannot be read or written. */
  readonly onFailure: (reason: string) => void;
}

/** Maximum size of a request, in bytes: 16 MB (BatchWriteItem, Amazon DynamoDB API Reference). */
const MAXIMUM_BYTES = 16 * 1024 * 1024;

/** Maximum nesting of a request's JSON: two for each of 32 levels (Quotas in Amazon DynamoDB), plus the levels around an item. */
const MAXIMUM_DEPTH = 32 * 2 + 10;

/** Starts the stand-in. Rejects with LocalRunError if the folder's files cannot be opened or the port is in use. */
export async function startDynamoDb({ folder, port, onFailure }: DynamoDbOptions): Promise<LocalDynamoDb> {
  const store = await openStore(folder);
  const server = createServer((request, response) => void serve(request, response, { store, onFailure }));
  try {
    await listen(server, port);
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await store.close();
    },
  };
}

/** Listens on 127.0.0.1. Rejects with LocalRunError if the port cannot be used. */
async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw unusablePort(port, error, '--dynamodb-port');
  });
}

type Behind = Pick<DynamoDbOptions, 'onFailure'> & Pick<LocalDynamoDb, 'store'>;

async function serve(request: IncomingMessage, response: ServerResponse, behind: Behind): Promise<void> {
  const { host, origin } = request.headers;
  const foreign = refuseForeignPage({ host, origin }, request.socket.localPort ?? 0);
  if (foreign !== undefined) return answer(response, 403, 'AccessDeniedException', foreign);
  let body: Buffer | undefined;
  try {
    body = await readBody(request, MAXIMUM_BYTES);
  } catch {
    // The client disconnected while it sent the body, such as a function that timed out.
    response.destroy();
    return;
  }
  if (body === undefined) return answer(response, 413, 'SerializationException', 'the request is larger than 16 MB');
  const problem = request.method === 'POST' ? findProblem(body) : undefined;
  if (problem !== undefined) return answer(response, 400, ...problem);
  pass(request, response, body, behind);
}

/** Passes a request to dynalite. A domain catches what dynalite throws, now or in a later tick. */
function pass(
  { method, url, headers }: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  { store, onFailure }: Behind,
): void {
  const domain = createDomain();
  domain.on('error', (error) => {
    if (!isStoreFailure(error))
      return answer(response, 400, 'ValidationException', `the stand-in cannot process the request: ${error.message}`);
    onFailure(error.message);
    answer(response, 500, 'InternalServerError', error.message);
  });
  domain.run(() => {
    // dynalite allows any origin with `Access-Control-Allow-Origin: *` if a request has an Origin header.
    const { origin: _, ...rest } = headers;
    const request = Object.assign(new EventEmitter(), { method, url, headers: rest });
    store.handler.emit('request', request, response);
    request.emit('data', body);
    request.emit('end');
  });
}

/** Returns why a body is refused before dynalite gets it. dynalite itself refuses a body that is not JSON. */
function findProblem(body: Buffer): [type: string, message: string] | undefined {
  const text = body.toString();
  if (depthOf(text) > MAXIMUM_DEPTH)
    return ['ValidationException', 'Nesting Levels have exceeded supported limits: an attribute has at most 32'];
  if (/^\s*(null|true|false|["[\d-])/.test(text)) return ['SerializationException', 'the body must be a JSON object'];
  const problem = checkExpressions(text);
  return problem === undefined ? undefined : ['ValidationException', problem];
}

/** The nesting depth of JSON text, found without recursion. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

function answer(response: ServerResponse, statusCode: number, type: string, message: string): void {
  if (response.headersSent || response.destroyed) return;
  const body = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message });
  response.writeHead(statusCode, { 'Content-Type': 'application/x-amz-json-1.0' }).end(body);
}
