// The streams of tables: a record for each write that changes an item, in the order of the writes of each item.

import { STREAM_RETENTION_SECONDS } from '../../model/stream-reader';
import type { LocalResources } from '../local-values';
import { type RunClock, secondsOf } from '../run-clock';
import type { Change } from './dynalite-types';
import type { KeptStreams } from './kept-streams';
import {
  type ItemChange,
  isChange,
  renderRecord,
  type StreamIdentity,
  type StreamRecord,
  type WriteOrigin,
} from './stream-record';

/** The record of a write that is in progress. */
export interface BegunRecord {
  /** Its entry in the store of the tables, which is written with the item; undefined: the run keeps no data. */
  readonly entry: Change | undefined;
  /** Ends the write. The record is in the stream if the item was written. */
  end(isWritten: boolean): void;
}

/** The streams of a run. */
export interface TableStreams {
  /** Restores the records and the positions of an earlier run, and keeps those of this run. */
  keepIn(kept: KeptStreams): Promise<void>;
  /** Sets the tables with a stream. A stream keeps its records while its view does not change. */
  configure(resources: LocalResources): void;
  /** Whether a table has a stream. */
  has(table: string): boolean;
  /** Begins the record of a write; undefined if the write changes no data. */
  begin(change: ItemChange, origin: WriteOrigin): BegunRecord | undefined;
  /** Calls the listener for the streams that have new records. */
  announce(): void;
  /** The records of a stream, the oldest first; none for an unknown stream. */
  records(streamArn: string): readonly StreamRecord[];
  /** Sets a function to call when records were added to a stream. */
  onAdded(listener: (streamArn: string) => void): void;
  /** The sequence up to which a reader is done; undefined for a new reader. */
  position(reader: string): number | undefined;
  /** Sets the position of a reader. */
  setPosition(reader: string, sequence: number): void;
  /** Forgets the positions of all other readers. */
  keepReaders(readers: ReadonlySet<string>): void;
}

interface Stream extends StreamIdentity {
  records: StreamRecord[];
  /** The records of writes that are in progress, and those after them. */
  readonly begun: { readonly record: StreamRecord; is: 'begun' | 'written' | 'failed' }[];
}

/** Creates the streams of a run, without tables. */
export function createTableStreams(clock: Pick<RunClock, 'now'>): TableStreams {
  let streams = new Map<string, Stream>();
  const positions = new Map<string, number>();
  /** The records of an earlier run, by table, until the table is configured. */
  let restored: ReadonlyMap<string, readonly StreamRecord[]> = new Map();
  let kept: KeptStreams | undefined;
  let sequence = 0;
  const added = new Set<string>();
  let notify: (streamArn: string) => void = () => {};

  /** Adds the written records up to the first write that is in progress, so that a reader never passes a record. */
  function add(stream: Stream): void {
    for (let [first] = stream.begun; first !== undefined && first.is !== 'begun'; [first] = stream.begun) {
      stream.begun.shift();
      if (first.is === 'failed') continue;
      stream.records.push(first.record);
      added.add(stream.arn);
    }
  }

  function trim(table: string, stream: Stream): void {
    const oldest = secondsOf(clock) - STREAM_RETENTION_SECONDS;
    const count = stream.records.findIndex(({ at }) => at >= oldest);
    const expired = stream.records.splice(0, count < 0 ? stream.records.length : count);
    kept?.remove(table, expired);
  }

  /** The records of an earlier run, if they are of this stream. */
  function restoredOf(table: string, { arn, view }: StreamIdentity): StreamRecord[] {
    const records = restored.get(table) ?? [];
    const isSame = ({ record }: StreamRecord) =>
      record.eventSourceARN === arn && (record.dynamodb as { StreamViewType?: string }).StreamViewType === view;
    const other = records.filter((record) => !isSame(record));
    kept?.remove(table, other);
    // The clock of the earlier run may have been ahead, and its traces are gone.
    return records.filter(isSame).map((record) => ({
      ...record,
      at: Math.min(record.at, secondsOf(clock)),
      traceId: undefined,
    }));
  }

  return {
    async keepIn(store) {
      kept = store;
      const stored = await store.load();
      restored = stored.records;
      for (const [reader, position] of stored.positions) positions.set(reader, position);
      const sequences = [...restored.values()].flatMap((records) => records.at(-1)?.sequence ?? 0);
      sequence = Math.max(0, ...sequences, ...positions.values());
    },
    configure(resources) {
      const before = streams;
      streams = new Map(
        deriveStreams(resources).map(([table, identity]) => {
          const known = before.get(table);
          if (known !== undefined && known.view === identity.view && known.arn === identity.arn) return [table, known];
          return [table, { ...identity, records: restoredOf(table, identity), begun: [] }];
        }),
      );
      for (const [table, { records }] of before) if (!streams.has(table)) kept?.remove(table, records);
      for (const [table, records] of restored) if (!streams.has(table)) kept?.remove(table, records);
      restored = new Map();
    },
    has: (table) => streams.has(table),
    begin(change, origin) {
      const stream = streams.get(change.table);
      if (stream === undefined || !isChange(change)) return undefined;
      trim(change.table, stream);
      sequence += 1;
      const record = renderRecord(stream, change, { sequence, at: secondsOf(clock), ...origin });
      const begun: Stream['begun'][number] = { record, is: 'begun' };
      stream.begun.push(begun);
      return {
        entry: kept?.entryOf(change.table, record),
        end(isWritten) {
          begun.is = isWritten ? 'written' : 'failed';
          add(stream);
        },
      };
    },
    announce() {
      const announced = [...added];
      added.clear();
      for (const arn of announced) notify(arn);
    },
    records: (streamArn) => [...streams.values()].find(({ arn }) => arn === streamArn)?.records ?? [],
    onAdded(listener) {
      notify = listener;
    },
    position: (reader) => positions.get(reader),
    setPosition(reader, position) {
      if (positions.get(reader) === position) return;
      positions.set(reader, position);
      kept?.savePosition(reader, position);
    },
    keepReaders(readers) {
      for (const reader of positions.keys()) {
        if (readers.has(reader)) continue;
        positions.delete(reader);
        kept?.savePosition(reader, undefined);
      }
    },
  };
}

/** The tables of a graph with a stream, by name. */
function deriveStreams(resources: LocalResources): [table: string, StreamIdentity][] {
  return resources.of('aws:dynamodb/table:Table').flatMap(({ name, inputs }): [string, StreamIdentity][] => {
    const { streamEnabled, streamViewType: view, hashKey, rangeKey } = inputs;
    if (streamEnabled !== true || view === undefined) return [];
    const table = inputs.name ?? name;
    const keys = [hashKey, rangeKey].filter((key) => key !== undefined);
    return [[table, { arn: resources.streamArn(table), region: resources.region, view, keys }]];
  });
}
