// Loads dynalite's functions for items, and adds the checks of index keys that dynalite lacks.

import { createRequire } from 'node:module';
import type { DynaliteStore } from './dynalite-types';
import { checkIndexKeys, type Item, type StoredTable } from './index-keys';

/** An error of dynalite with its response to the client. */
export interface AnsweredError extends Error {
  readonly body: { readonly message: string };
}

interface IndexActions {
  readonly puts: readonly { readonly index: string; readonly key: string; readonly item: unknown }[];
}

type Done = (error?: Error) => void;

/** dynalite's functions for items. */
export interface DynaliteLibrary {
  create(options: object): DynaliteStore;
  validateItem(item: Item, table: StoredTable): AnsweredError | undefined;
  validationError(message: string): AnsweredError;
  getIndexActions(indexes: readonly object[], existing: undefined, item: Item, table: StoredTable): IndexActions;
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
  const { validateItem, updateIndexes, validationError } = library;
  library.validateItem = (item, table) => {
    const problem = validateItem(item, table);
    if (problem !== undefined && problem !== null) return problem;
    const indexProblem = checkIndexKeys(item, table, 'put');
    return indexProblem === undefined ? undefined : validationError(indexProblem);
  };
  library.updateIndexes = (store, table, existing, item, done) => {
    const problem = item === null ? undefined : checkIndexKeys(item, table, 'update');
    if (problem === undefined) updateIndexes(store, table, existing, item, done);
    else done(validationError(problem));
  };
}
