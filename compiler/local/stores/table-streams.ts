// The streams of tables: a record for each write that changes an item, in the order of the writes of each item.

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { StreamEntry } from '../../model/stream-reader';
import { STREAM_RETENTION_SECONDS } from '../../model/stream-reader';
import type { JsonObject } from '../front/call';
import type { LocalResources } from '../local-values';
import { type RunClock, secondsOf } from '../run-clock';
import type { Item } from './index-keys';

/** A record as Lambda delivers it (Amazon DynamoDB Streams API Reference, Record). */
export interface StreamRecord extends StreamEntry {
  /** The partition key, as text. */
  readonly key: string;
  /** The trace of the call that made the change; undefined without one. */
  readonly traceId: string | undefined;
  readonly record: JsonObject;
}

/** Where a write comes from. */
export interface WriteOrigin {
  /** Whether DynamoDB deletes an expired item. */
  readonly isExpiry?: boolean;
  /** The trace of the call. */
  readonly traceId?: string | undefined;
}

/** A write that has changed an item, or an item that did not exist before or does not exist now. */
export interface ItemChange {
  readonly table: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** The streams of a run. */
export interface TableStreams {
  /** Sets the tables with a stream. A stream keeps its records while its view does not change. */
  configure(resources: LocalResources): void;
  /** Whether a table has a stream. */
  has(table: string): boolean;
  /** Adds the records of writes. */
  add(changes: readonly ItemChange[], origin: WriteOrigin): void;
  /** The records of a stream, the oldest first; none for an unknown stream. */
  records(streamArn: string): readonly StreamRecord[];
  /** Sets a function to call after records were added to a stream. */
  onAdded(listener: (streamArn: string) => void): void;
}

interface Stream {
  readonly arn: string;
  readonly view: string;
  readonly keys: readonly string[];
  records: StreamRecord[];
}

/** The sequence numbers of AWS have 21 digits at least (Amazon DynamoDB Streams API Reference, StreamRecord). */
const SEQUENCE_DIGITS = 21;

/** Creates the streams of a run, without tables. */
export function createTableStreams(clock: Pick<RunClock, 'now'>): TableStreams {
  let streams = new Map<string, Stream>();
  let region = '';
  let sequence = 0;
  let notify: (streamArn: string) => void = () => {};

  function recordOf(stream: Stream, { before, after }: ItemChange, origin: WriteOrigin): StreamRecord {
    const { isExpiry = false, traceId } = origin;
    sequence += 1;
    const now = secondsOf(clock);
    const item = after ?? before ?? {};
    const Keys = Object.fromEntries(stream.keys.map((key) => [key, item[key]]));
    const images = {
      ...(after !== undefined && /NEW/.test(stream.view) && { NewImage: after }),
      ...(before !== undefined && /OLD/.test(stream.view) && { OldImage: before }),
    };
    const bytes = Buffer.byteLength(JSON.stringify([Keys, images]));
    const record = {
      eventID: randomUUID().replaceAll('-', ''),
      eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(now),
        Keys,
        ...images,
        SequenceNumber: sequenceText(sequence),
        SizeBytes: bytes,
        StreamViewType: stream.view,
      },
      eventSourceARN: stream.arn,
      ...(isExpiry && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
    };
    return { sequence, at: now, bytes, key: JSON.stringify(Keys[stream.keys[0] ?? '']), traceId, record };
  }

  return {
    configure(resources) {
      ({ region } = resources);
      streams = new Map(
        deriveStreams(resources).map(([table, stream]) => {
          const known = streams.get(table);
          const isSame = known !== undefined && known.view === stream.view && known.arn === stream.arn;
          return [table, isSame ? known : stream];
        }),
      );
    },
    has: (table) => streams.has(table),
    add(changes, origin) {
      const written = new Set<string>();
      for (const change of changes) {
        const stream = streams.get(change.table);
        if (stream === undefined || !isChange(change)) continue;
        const oldest = secondsOf(clock) - STREAM_RETENTION_SECONDS;
        const expired = stream.records.findIndex(({ at }) => at >= oldest);
        stream.records.splice(0, expired < 0 ? stream.records.length : expired);
        stream.records.push(recordOf(stream, change, origin));
        written.add(stream.arn);
      }
      for (const arn of written) notify(arn);
    },
    records: (streamArn) => [...streams.values()].find(({ arn }) => arn === streamArn)?.records ?? [],
    onAdded(listener) {
      notify = listener;
    },
  };
}

/** A sequence number as DynamoDB writes it. */
export function sequenceText(sequence: number): string {
  return String(sequence).padStart(SEQUENCE_DIGITS, '0').replace(/^0/, '1');
}

/** The tables of a graph with a stream, by name. */
function deriveStreams(resources: LocalResources): [table: string, Stream][] {
  return resources.of('aws:dynamodb/table:Table').flatMap(({ name, inputs }): [string, Stream][] => {
    const { streamEnabled, streamViewType: view, hashKey, rangeKey } = inputs;
    if (streamEnabled !== true || view === undefined) return [];
    const table = inputs.name ?? name;
    const keys = [hashKey, rangeKey].filter((key) => key !== undefined);
    return [[table, { arn: resources.streamArn(table), view, keys, records: [] }]];
  });
}

/** Whether a write has changed data; a write of the same item leaves no record. The members of a set have no order. */
function isChange({ before, after }: ItemChange): boolean {
  return !isDeepStrictEqual(before && canonical(before), after && canonical(after));
}

function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, /^[SNB]S$/.test(key) ? [item].flat().sort() : canonical(item)]),
  );
}
