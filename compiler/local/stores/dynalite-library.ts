// Loads dynalite's functions for items, and adds the missing checks of index keys.

import { createRequire } from 'node:module';
import type { StoreAnswer } from '../front/call';
import type { Callback, Change, DynaliteItems, DynaliteStore } from './dynalite-types';
import { checkIndexKeys, type Item, type StoredTable } from './index-keys';

/** An error of dynalite with its response to the client. */
export interface AnsweredError extends Error {
  readonly body: { readonly message: string };
}

interface IndexActions {
  readonly puts: readonly { readonly index: string; readonly key: string; readonly item: unknown }[];
}

type Done = (error?: Error) => void;

/** Consumes the units of a write. If the capacity is exceeded, returns the answer that refuses it. */
export interface WriteMeter {
  write(table: StoredTable, before: Item | null | undefined, after: Item | null | undefined): StoreAnswer | undefined;
  /** Joins the write of an item, by the name of its table and its key in the store; undefined: it is written alone. */
  readonly join?: (table: string, key: string) => JoinedWrite | undefined;
}

/** A part of the write of an item. */
export interface JoinedWrite {
  /** A change that is written with the item, or neither is. */
  readonly entry: Change | undefined;
  /** Called at the end of the write. */
  end(isWritten: boolean): void;
}

/** The meters of the operations in progress. The key is the store object of the operation, or its request. */
const meters = new WeakMap<object, WriteMeter>();

/** Returns a store object for one operation. The meter counts the writes of the operation. */
export function meteredStore(store: DynaliteStore, request: object, meter: WriteMeter): DynaliteStore {
  const own = Object.create(store) as DynaliteStore;
  const { join } = meter;
  if (join !== undefined) own.getItemDb = (table) => joinWrites(store, table, join);
  meters.set(own, meter);
  meters.set(request, meter);
  return own;
}

/** The items of a table, each of whose writes is joined. */
function joinWrites(
  { db, getItemDb }: DynaliteStore,
  table: string,
  join: NonNullable<WriteMeter['join']>,
): DynaliteItems {
  const items = getItemDb(table);
  function write(key: string, change: Change, alone: (done: Callback) => void, done: Callback): void {
    const joined = join(table, key);
    const end: Callback = (error, value) => {
      joined?.end(!error);
      done(error, value);
    };
    if (joined?.entry === undefined) alone(end);
    else db.batch([change, joined.entry], end);
  }
  const keyOf = (key: string) => `item-${table}~${key}`;
  const joining: DynaliteItems = {
    put: (key, item, done) =>
      write(key, { type: 'put', key: keyOf(key), value: item }, (end) => items.put(key, item, end), done),
    del: (key, done) => write(key, { type: 'del', key: keyOf(key) }, (end) => items.del(key, end), done),
  };
  return Object.assign(Object.create(items), joining);
}

/** The meter's refusal as an error of dynalite, so that dynalite ends the operation before it writes. */
class RefusedWrite extends Error implements AnsweredError {
  readonly statusCode: number;
  readonly body: { readonly message: string };
  readonly refusedBy = 'capacity';

  constructor({ statusCode, body }: StoreAnswer) {
    super(String(body.message));
    this.statusCode = statusCode;
    this.body = { ...body, message: this.message };
  }
}

function meterWrite(
  operation: object,
  table: StoredTable,
  before: Item | null | undefined,
  after: Item | null | undefined,
): RefusedWrite | undefined {
  const refusal = meters.get(operation)?.write(table, before, after);
  return refusal && new RefusedWrite(refusal);
}

/** dynalite's functions for items. */
export interface DynaliteLibrary {
  create(options: object): DynaliteStore;
  validateItem(item: Item, table: StoredTable): AnsweredError | undefined;
  validationError(message: string): AnsweredError;
  /** The key of an item in the store. */
  createKey(item: Item, table: StoredTable): string;
  getIndexActions(indexes: readonly object[], existing: undefined, item: Item, table: StoredTable): IndexActions;
  checkConditional(
    request: { readonly TableName: string; readonly Item?: Item },
    existing: Item | undefined,
  ): AnsweredError | null | undefined;
  updateIndexes(store: object, table: StoredTable, existing: Item | null, item: Item | null, done: Done): void;
}

let loaded: DynaliteLibrary | undefined;

/** Loads the functions. All stores of this process share them. */
export function loadLibrary(): DynaliteLibrary {
  if (loaded === undefined) {
    loaded = createRequire(require.resolve('dynalite'))('./db') as DynaliteLibrary;
    refuseIndexKeys(loaded);
  }
  return loaded;
}

/** PutItem and BatchWriteItem call validateItem before they write; UpdateItem does not, but all three call updateIndexes. */
function refuseIndexKeys(library: DynaliteLibrary): void {
  const { validateItem, checkConditional, updateIndexes, validationError } = library;
  library.validateItem = (item, table) => {
    const problem = validateItem(item, table);
    if (problem !== undefined && problem !== null) return problem;
    const indexProblem = checkIndexKeys(item, table, 'put');
    return indexProblem === undefined ? undefined : validationError(indexProblem);
  };
  library.updateIndexes = (store, table, existing, item, done) => {
    const problem = item === null ? undefined : checkIndexKeys(item, table, 'update');
    const failed = problem === undefined ? meterWrite(store, table, existing, item) : validationError(problem);
    if (failed === undefined) updateIndexes(store, table, existing, item, done);
    else done(failed);
  };
  library.checkConditional = (request, existing) => {
    const failed = checkConditional(request, existing);
    if (failed === undefined || failed === null) return failed;
    // A write whose condition fails takes the same units of the table as a successful one.
    const { TableName, Item: item } = request;
    return meterWrite(request, { TableName, KeySchema: [] }, existing, item) ?? failed;
  };
}
