// Types for the part of dynalite's store that the local run uses. dynalite has no types.

/** One change of a batch. A batch is written completely or not at all. */
export type Change =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

/** A range of keys. */
export interface KeyRange {
  readonly gte: string;
  readonly lt: string;
}

interface StoreIterator {
  next(): Promise<unknown>;
  close(): Promise<void>;
}

export type Callback = (error: Error | null, value?: unknown) => void;

/** The key-value store: an abstract-level database that dynalite wraps in an API with callbacks. */
export interface DynaliteDatabase {
  open(): Promise<void>;
  get(key: string, callback: Callback): void;
  put(key: string, value: unknown, callback: Callback): void;
  batch(changes: readonly Change[], callback: Callback): void;
  iterator(range: KeyRange): AsyncIterable<[key: string, value: unknown]>;
  keys(options?: object): StoreIterator;
  values(options?: object): StoreIterator;
}

/** The items of a table. */
export interface DynaliteItems {
  put(key: string, item: unknown, callback: Callback): void;
  del(key: string, callback: Callback): void;
}

/** The store that dynalite creates. Its operations take it as their first argument. */
export interface DynaliteStore {
  readonly db: DynaliteDatabase;
  getItemDb(table: string): DynaliteItems;
  readonly lifecycleManager: { gracefulClose(callback: (error?: Error) => void): void };
}
