// Keeps the records of streams, and the positions of their readers, in the store of the tables.

import type { Change, DynaliteDatabase } from './dynalite-types';
import { keysBelow, writeChanges } from './store-access';
import type { StreamRecord } from './stream-record';

/** The parts of the store. dynalite's own keys begin with other names. */
const RECORDS = 'stream-record';
const POSITIONS = 'stream-position';

/** Digits of a sequence in a key, so that keys have the order of sequences. */
const DIGITS = 16;

/** The records by table, in order, and the positions by reader. */
export interface StoredStreams {
  readonly records: ReadonlyMap<string, readonly StreamRecord[]>;
  readonly positions: ReadonlyMap<string, number>;
}

/** The store of streams. */
export interface KeptStreams {
  load(): Promise<StoredStreams>;
  /** The entry of a record, which is written together with its item. */
  entryOf(table: string, record: StreamRecord): Change;
  /** Removes records. */
  remove(table: string, records: readonly StreamRecord[]): void;
  /** Saves the position of a reader, or removes it. */
  savePosition(reader: string, sequence: number | undefined): void;
}

/** Opens the store. Changes that do not belong to a write are written later; `onFailure` is called with the reason if they are not. */
export function keepStreams(db: DynaliteDatabase, onFailure: (reason: string) => void): KeptStreams {
  const keyOf = (table: string, { sequence }: StreamRecord) =>
    `${RECORDS}~${table}~${String(sequence).padStart(DIGITS, '0')}`;
  const write = (changes: readonly Change[]) => {
    if (changes.length > 0) writeChanges(db, changes).catch((error: Error) => onFailure(error.message));
  };
  return {
    async load() {
      const records = new Map<string, StreamRecord[]>();
      for await (const [key, value] of db.iterator(keysBelow(RECORDS))) {
        const [, table = ''] = key.split('~');
        const ofTable = records.get(table) ?? [];
        records.set(table, ofTable);
        ofTable.push(value as StreamRecord);
      }
      const positions = new Map<string, number>();
      for await (const [key, value] of db.iterator(keysBelow(POSITIONS)))
        positions.set(key.slice(POSITIONS.length + 1), Number(value));
      return { records, positions };
    },
    entryOf: (table, record) => ({ type: 'put', key: keyOf(table, record), value: record }),
    remove: (table, records) => write(records.map((record) => ({ type: 'del', key: keyOf(table, record) }))),
    savePosition(reader, sequence) {
      const key = `${POSITIONS}~${reader}`;
      write([sequence === undefined ? { type: 'del', key } : { type: 'put', key, value: sequence }]);
    },
  };
}
