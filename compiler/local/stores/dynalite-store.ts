// Opens dynalite's store, and works around faults in how dynalite uses it.

import type { Server } from 'node:http';
import type { JsonObject, StoreAnswer } from '../front/call';
import { LocalRunError } from '../local-run-error';
import { type DynaliteLibrary, loadLibrary, type WriteMeter } from './dynalite-library';
import { performOperation } from './dynalite-operations';
import type { DynaliteDatabase, DynaliteStore } from './dynalite-types';
import { settleTables } from './settle-tables';

/** A failure of the store, not of the request, such as a full disk or damaged files. */
class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** An open store with dynalite's request handler. */
export interface OpenStore {
  readonly library: DynaliteLibrary;
  readonly db: DynaliteDatabase;
  /** Receives requests as events. It does not listen on a port. */
  readonly handler: Server;
  /** Performs an operation of DynamoDB's API. It can also throw, now or in a later tick. */
  perform(operation: string, request: JsonObject, done: (answer: StoreAnswer) => void, meter?: WriteMeter): void;
  close(): Promise<void>;
}

/** Opens a store in a folder, or in memory without one. Rejects with LocalRunError if it is in use or cannot be opened. */
export async function openStore(folder: string | undefined): Promise<OpenStore> {
  const { default: dynalite } = await import('dynalite');
  const library = loadLibrary();
  const { create } = library;
  let opened: DynaliteStore | undefined;
  // dynalite creates its store with this function, and does not expose the store.
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
  if (opened === undefined) throw new Error('dynalite did not create a store');
  const store = opened;
  const { db, lifecycleManager } = store;
  try {
    await db.open();
    await settleTables(db);
  } catch (error) {
    throw explainOpening(folder ?? 'memory', error as Error);
  }
  closeIterators(db);
  keepDamagedTables(db);
  return {
    library,
    db,
    handler,
    perform: (operation, request, done, meter) => performOperation(store, operation, request, done, meter),
    close: () =>
      new Promise((resolve, reject) => lifecycleManager.gracefulClose((error) => (error ? reject(error) : resolve()))),
  };
}

function explainOpening(folder: string, error: Error & { cause?: unknown }): LocalRunError {
  const { message, code } = (error.cause ?? error) as NodeJS.ErrnoException;
  if (code === 'LEVEL_LOCKED') return new LocalRunError(`another local run is using the tables in ${folder}`);
  return new LocalRunError(`the tables in ${folder} cannot be opened: ${message}`);
}

/** Adds the method `return` to iterators: dynalite calls it to end a stream, and otherwise leaves the iterator open. */
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

/** Replaces the errors of table definitions that cannot be decoded, because dynalite removes a table when it reads such an error. */
function keepDamagedTables(db: DynaliteDatabase): void {
  const get = db.get.bind(db);
  db.get = (key, callback) =>
    get(key, (error, value) => {
      const damaged = error !== null && isStoreFailure(error);
      callback(damaged ? new StoreError('a record is damaged') : error, value);
    });
}

/** Whether an error is a failure of the store. Their codes in abstract-level begin with LEVEL_. */
export function isStoreFailure(error: unknown): boolean {
  if (error instanceof StoreError) return true;
  const { code, message } = error as NodeJS.ErrnoException;
  return String(code).startsWith('LEVEL_') || /^(IO error|Corruption)/.test(String(message));
}
