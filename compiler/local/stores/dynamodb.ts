// DynamoDB's stand-in: dynalite in this process. It refuses requests that would make dynalite crash.

import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { failure, type JsonObject, type StoreAnswer } from '../front/call';
import { type StandInRequests, send } from '../front/endpoint';
import { catchErrors } from './caught-errors';
import type { WriteMeter } from './dynalite-library';
import { isStoreFailure, type OpenStore, openStore } from './dynalite-store';
import { checkExpressions } from './expression-limits';
import { keepStreams } from './kept-streams';
import type { ItemChange, WriteOrigin } from './stream-record';
import type { TableStreams } from './table-streams';

/** DynamoDB's stand-in with its store. */
export interface LocalDynamoDb extends StandInRequests {
  readonly store: OpenStore;
  /** Answers an operation. A meter can refuse its writes. The records of streams have the origin. */
  perform(operation: string, request: JsonObject, meter?: WriteMeter, origin?: WriteOrigin): Promise<StoreAnswer>;
  /** Performs DeleteItem for an expired item. */
  deleteExpired(request: JsonObject): Promise<StoreAnswer>;
  close(): Promise<void>;
}

/** Options of the stand-in. */
export interface DynamoDbOptions {
  /** The folder that stores the tables (default: in memory). */
  readonly folder: string | undefined;
  /** Called with the reason when the store cannot be read or written. */
  readonly onFailure: (reason: string) => void;
  /** The streams of tables, which get a record of each change (default: none). */
  readonly streams?: TableStreams | undefined;
}

/** Maximum nesting of a request's JSON: two for each of 32 levels (Quotas in Amazon DynamoDB), plus the levels around an item. */
const MAXIMUM_DEPTH = 32 * 2 + 10;

/** Opens the stand-in. Rejects with LocalRunError if the folder's files cannot be opened. */
export async function openDynamoDb({ folder, onFailure, streams }: DynamoDbOptions): Promise<LocalDynamoDb> {
  const store = await openStore(folder);
  if (folder !== undefined) await streams?.keepIn(keepStreams(store.db, onFailure));

  function explain(error: Error): StoreAnswer {
    if (!isStoreFailure(error))
      return refusal('ValidationException', `the stand-in cannot process the request: ${error.message}`);
    onFailure(error.message);
    return failure('dynamodb', 500, 'InternalServerError', error.message);
  }

  function perform(
    operation: string,
    request: JsonObject,
    meter?: WriteMeter,
    origin: WriteOrigin = {},
  ): Promise<StoreAnswer> {
    return new Promise((resolve) => {
      const end = (answer: StoreAnswer) => {
        streams?.announce();
        resolve(answer);
      };
      const metering = streams === undefined ? meter : captureWrites(streams, store.library, meter, origin);
      catchErrors(
        (error) => end(explain(error)),
        () => store.perform(operation, request, end, metering),
      );
    });
  }

  return {
    service: 'dynamodb',
    store,
    refuse: findProblem,
    perform,
    deleteExpired: (request) => perform('DeleteItem', request, undefined, { isExpiry: true }),
    answerOther: (request, response, body) =>
      catchErrors(
        (error) => send(response, explain(error)),
        () => passOn(request, response, body, store),
      ),
    close: store.close,
  };
}

/** A meter that also begins the records of writes to tables with a stream. */
function captureWrites(
  streams: TableStreams,
  { createKey }: Pick<OpenStore['library'], 'createKey'>,
  meter: WriteMeter | undefined,
  origin: WriteOrigin,
): WriteMeter {
  /** The changes of the operation that are not yet written, by table and key. */
  const changes = new Map<string, ItemChange>();
  return {
    write(table, before, after) {
      const refusal = meter?.write(table, before, after);
      const item = after ?? before;
      // Without a key schema, the write is one that a condition refused.
      if (refusal === undefined && streams.has(table.TableName) && item && table.KeySchema.length > 0)
        changes.set(`${table.TableName}~${createKey(item, table)}`, {
          ...{ table: table.TableName, before: before ?? undefined, after: after ?? undefined },
        });
      return refusal;
    },
    join(table, key) {
      const change = changes.get(`${table}~${key}`);
      return change && streams.begin(change, origin);
    },
  };
}

/** Passes a request to dynalite, which refuses it as DynamoDB does. */
function passOn(
  { method, url, headers }: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  { handler }: OpenStore,
): void {
  // dynalite allows any origin with `Access-Control-Allow-Origin: *` if a request has an Origin header.
  const { origin: _, ...rest } = headers;
  const request = Object.assign(new EventEmitter(), { method, url, headers: rest });
  handler.emit('request', request, response);
  request.emit('data', body);
  request.emit('end');
}

/** Returns the answer to a body that dynalite must not get. dynalite itself refuses a body that is not JSON. */
function findProblem(text: string, request: JsonObject | undefined): StoreAnswer | undefined {
  if (depthOf(text) > MAXIMUM_DEPTH)
    return refusal('ValidationException', 'Nesting Levels have exceeded supported limits: an attribute has at most 32');
  if (request === undefined)
    return /^\s*(null|true|false|["[\d-])/.test(text)
      ? refusal('SerializationException', 'the body must be a JSON object')
      : undefined;
  const problem = text.includes('Expression"') ? checkExpressions(request) : undefined;
  return problem === undefined ? undefined : refusal('ValidationException', problem);
}

function refusal(type: string, message: string): StoreAnswer {
  return failure('dynamodb', 400, type, message);
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
