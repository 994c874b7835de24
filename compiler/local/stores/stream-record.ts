// Renders the record of a change of an item.

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { StreamEntry } from '../../model/stream-reader';
import type { JsonObject } from '../front/call';
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

/** The identity of a stream. */
export interface StreamIdentity {
  readonly arn: string;
  readonly region: string;
  readonly view: string;
  /** The names of the table's keys. */
  readonly keys: readonly string[];
}

/** The place of a record in its stream; `at` is in seconds. */
interface Place extends WriteOrigin {
  readonly sequence: number;
  readonly at: number;
}

/** The sequence numbers of AWS have 21 digits at least (Amazon DynamoDB Streams API Reference, StreamRecord). */
const SEQUENCE_DIGITS = 21;

/** Renders a record. */
export function renderRecord(
  { arn, region, view, keys }: StreamIdentity,
  { before, after }: ItemChange,
  { sequence, at, isExpiry = false, traceId }: Place,
): StreamRecord {
  const item = after ?? before ?? {};
  const Keys = Object.fromEntries(keys.map((key) => [key, item[key]]));
  const images = {
    ...(after !== undefined && /NEW/.test(view) && { NewImage: after }),
    ...(before !== undefined && /OLD/.test(view) && { OldImage: before }),
  };
  const bytes = Buffer.byteLength(JSON.stringify([Keys, images]));
  const record = {
    eventID: randomUUID().replaceAll('-', ''),
    eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at),
      Keys,
      ...images,
      SequenceNumber: sequenceText(sequence),
      SizeBytes: bytes,
      StreamViewType: view,
    },
    eventSourceARN: arn,
    ...(isExpiry && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
  };
  return { sequence, at, bytes, key: JSON.stringify(Keys[keys[0] ?? '']), traceId, record };
}

/** A sequence number as DynamoDB writes it. */
export function sequenceText(sequence: number): string {
  return String(sequence).padStart(SEQUENCE_DIGITS, '0').replace(/^0/, '1');
}

/** Whether a write has changed data; a write of the same item leaves no record. The members of a set have no order. */
export function isChange({ before, after }: ItemChange): boolean {
  return !isDeepStrictEqual(before && canonical(before), after && canonical(after));
}

function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, /^[SNB]S$/.test(key) ? [item].flat().sort() : canonical(item)]),
  );
}
