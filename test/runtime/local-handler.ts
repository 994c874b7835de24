// The handler with a stand-in for its table, for tests of its responses, logs, reports and table calls.

import { randomUUID } from 'node:crypto';
import { createCursorKey } from '../../runtime/cursor-key';
import type { Failure } from '../../runtime/dead-letter';
import type { ApiEvent } from '../../runtime/event';
import { createListing } from '../../runtime/listing';
import { createLog } from '../../runtime/log';
import { createRequestHandler, type Dependencies } from '../../runtime/request-handler';
import { createShardRecord, recordShards } from '../../runtime/shard-record';
import { createPaymentStore } from '../../runtime/store';
import { type LocalTable, startLocalTable } from './local-table';

/** A response with its body as an object. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read responses of many forms.
  readonly body: any;
}

/** The handler with its table, log and queue. */
export interface LocalHandler {
  readonly table: LocalTable;
  /** The command name of each table call. */
  readonly calls: string[];
  readonly failures: Failure[];
  /** The log lines. */
  readonly lines: string[];
  send(event: ApiEvent): Promise<Answer>;
  /** Posts a payment, optionally with headers. */
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  get(id: string): Promise<Answer>;
  list(query?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

/** A payment as clients send it. */
export const PAYMENT = { amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' };

/** Starts the handler with an empty table in memory. */
export async function startLocalHandler(changes: Partial<Dependencies> = {}): Promise<LocalHandler> {
  return handlerOn(await startLocalTable(), changes);
}

/** Starts the handler with a table. */
export function handlerOn(table: LocalTable, changes: Partial<Dependencies> = {}): LocalHandler {
  const calls: string[] = [];
  const failures: Failure[] = [];
  const lines: string[] = [];
  table.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        calls.push(commandName);
        return next(args);
      },
    { step: 'initialize' },
  );
  const shards = createShardRecord(table.client, table.settings);
  const store = recordShards(createPaymentStore(table.client, table.settings), shards);
  const now = () => new Date();
  const handler = createRequestHandler({
    currencies: new Map(['USD', 'EUR', 'GBP'].map((code) => [code, { exponent: 2 }])),
    unknownMembers: 'IGNORE',
    idempotencyMode: 'OPTIONAL',
    listingShards: table.settings.listingShards,
    pageSize: 100,
    corsOrigins: [],
    store,
    list: createListing(table.client, table.settings, shards.count),
    cursorKey: createCursorKey(store),
    deadLetter: async (failure) => void failures.push(failure),
    log: createLog((line) => lines.push(line), now, 'Payments'),
    createId: randomUUID,
    now,
    ...changes,
  });
  const send = async (event: ApiEvent): Promise<Answer> => {
    const { statusCode, headers, body } = await handler(event, { awsRequestId: 'request-1' });
    return { statusCode, headers, text: body, body: body === '' ? undefined : JSON.parse(body) };
  };
  return {
    table,
    calls,
    failures,
    lines,
    send,
    post: (body, headers = {}) =>
      send({
        httpMethod: 'POST',
        resource: '/payments',
        headers,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (id) => send({ httpMethod: 'GET', resource: '/payments/{id}', pathParameters: { id } }),
    list: (query = {}) =>
      send({ httpMethod: 'GET', resource: '/payments', path: '/payments', queryStringParameters: query }),
    close: () => table.close(),
  };
}
