// Gives access to dynalite's store, and corrects how dynalite uses it.

import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { EmulatorError } from '../emulator-error';
import { checkIndexKeys, type Item, type StoredTable } from './index-keys';

/** One change of a batch; a batch is written whole or not at all. */
export type Change =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

/** A range of keys. */
export interface KeyRange {
  readonly gte: string;
  readonly lt: string;
}

/** An error of dynalite with the answer that it gives the client. */
interface AnsweredError extends Error {
  readonly body: { readonly message: string };
}

interface StoreIterator {
  next(): Promise<unknown>;
  close(): Promise<void>;
}

type Callback = (error: Error | null, value?: unknown) => void;

/** The key-value store (an abstract-level database, whose methods dynalite gives callbacks). */
export interface DynaliteDatabase {
  open(): Promise<void>;
  get(key: string, callback: Callback): void;
  put(key: string, value: unknown, callback: Callback): void;
  batch(changes: readonly Change[], callback: Callback): void;
  iterator(range: KeyRange): AsyncIterable<[key: string, value: unknown]>;
  keys(options?: object): StoreIterator;
  values(options?: object): StoreIterator;
}

interface DynaliteStore {
  readonly db: DynaliteDatabase;
  readonly lifecycleManager: { gracefulClose(callback: (error?: Error) => void): void };
}

interface IndexActions {
  readonly puts: readonly { readonly index: string; readonly key: string; readonly item: unknown }[];
}

/** dynalite's own functions on items. */
export interface DynaliteLibrary {
  create(options: object): DynaliteStore;
  validateItem(item: Item, table: StoredTable): AnsweredError | undefined;
  validationError(message: string): AnsweredError;
  getIndexActions(indexes: readonly object[], existing: undefined, item: Item, table: StoredTable): IndexActions;
}

/** A failure of the store itself, not of the request: a full disk, or damaged files. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** An open store with dynalite's request handling on it. */
export interface OpenStore {
  readonly library: DynaliteLibrary;
  readonly db: DynaliteDatabase;
  /** Takes requests as events; it does not listen. */
  readonly handler: Server;
  close(): Promise<void>;
}

/** Opens a store in a folder, or without one in memory. Rejects with EmulatorError when it is in use or cannot be opened. */
export async function openStore(folder: string | undefined): Promise<OpenStore> {
  const { default: dynalite } = await import('dynalite');
  const library = createRequire(require.resolve('dynalite'))('./db') as DynaliteLibrary;
  const { create, validateItem } = library;
  let opened: DynaliteStore | undefined;
  // dynalite makes its store by this function, and does not show it.
  library.create = (options) => {
    opened = create(options);
    return opened;
  };
  let handler: Server;
  try {
    handler = dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0 });
  } finally {
    library.create = create;
  }
  if (!validators.has(validateItem)) {
    const checked: DynaliteLibrary['validateItem'] = (item, table) => {
      const problem = validateItem(item, table);
      const indexProblem = problem === undefined ? checkIndexKeys(item, table) : undefined;
      return indexProblem === undefined ? problem : library.validationError(indexProblem);
    };
    validators.add(checked);
    library.validateItem = checked;
  }
  if (opened === undefined) throw new Error('dynalite made no store');
  const { db, lifecycleManager } = opened;
  try {
    await db.open();
  } catch (error) {
    throw explainOpening(folder ?? 'memory', error as Error);
  }
  closeIterators(db);
  keepDamagedTables(db);
  return {
    library,
    db,
    handler,
    close: () =>
      new Promise((resolve, reject) => lifecycleManager.gracefulClose((error) => (error ? reject(error) : resolve()))),
  };
}

/** The validators that check index keys already: the library is shared by all stores of this process. */
const validators = new WeakSet<DynaliteLibrary['validateItem']>();

function explainOpening(folder: string, error: Error & { cause?: unknown }): EmulatorError {
  const { message, code } = (error.cause ?? error) as NodeJS.ErrnoException;
  if (code === 'LEVEL_LOCKED') return new EmulatorError(`another local run is using the tables in ${folder}`);
  return new EmulatorError(`the tables in ${folder} cannot be opened: ${message}`);
}

/** dynalite ends its streams by `return`, which iterators of abstract-level do not have: each list would keep one open. */
function closeIterators(db: DynaliteDatabase): void {
  for (const method of ['keys', 'values'] as const) {
    const open = db[method].bind(db);
    db[method] = (options) => {
      const iterator = open(options);
      const closing = {
        async next() {
          const value = await iterator.next();
          if (value === undefined) await iterator.close();
          return value;
        },
        close: () => iterator.close(),
        return: () => iterator.close(),
      };
      return closing;
    };
  }
}

/** dynalite removes a table whose definition cannot be decoded: the error is given another shape, so that it stays. */
function keepDamagedTables(db: DynaliteDatabase): void {
  const get = db.get.bind(db);
  db.get = (key, callback) =>
    get(key, (error, value) => {
      const damaged = error !== null && isStoreFailure(error);
      callback(damaged ? new StoreError('a record is damaged') : error, value);
    });
}

/** Whether an error is one of the store itself; abstract-level gives these codes that begin with LEVEL_. */
export function isStoreFailure(error: unknown): boolean {
  if (error instanceof StoreError) return true;
  const { code, message } = error as NodeJS.ErrnoException;
  return String(code).startsWith('LEVEL_') || /^(IO error|Corruption)/.test(String(message));
}
