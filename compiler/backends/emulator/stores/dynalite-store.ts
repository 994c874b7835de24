// Gives access to dynalite's store, and corrects how dynalite uses it.

import type { Server } from 'node:http';
import { EmulatorError } from '../emulator-error';
import { type DynaliteLibrary, loadLibrary } from './dynalite-library';
import type { DynaliteDatabase, DynaliteStore } from './dynalite-types';
import { settleTables } from './settle-tables';

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
  const library = loadLibrary();
  const { create } = library;
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
  if (opened === undefined) throw new Error('dynalite made no store');
  const { db, lifecycleManager } = opened;
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
    close: () =>
      new Promise((resolve, reject) => lifecycleManager.gracefulClose((error) => (error ? reject(error) : resolve()))),
  };
}

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
