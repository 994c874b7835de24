// Reads and writes ranges of dynalite's store.

import type { Change, DynaliteDatabase, KeyRange } from './dynalite-types';

/** The key range of a part of the store. dynalite separates names from keys with `~`, which names cannot contain. */
export function keysBelow(prefix: string): KeyRange {
  return { gte: `${prefix}~`, lt: `${prefix}\x7f` };
}

/** Writes all changes or, if it rejects, none. */
export function writeChanges(db: DynaliteDatabase, changes: readonly Change[]): Promise<void> {
  return new Promise((resolve, reject) => db.batch(changes, (error) => (error ? reject(error) : resolve())));
}
