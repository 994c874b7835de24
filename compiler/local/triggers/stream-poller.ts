// Delivers the changes of a table to a function, as an event source mapping does (AWS Lambda Developer Guide, "Using AWS Lambda with
// Amazon DynamoDB").

import { randomUUID } from 'node:crypto';
import { type BatchResult, type GivenUp, type StreamBatch, StreamReader } from '../../model/stream-reader';
import type { JsonObject } from '../front/call';
import { secondsOf } from '../run-clock';
import { type StreamRecord, sequenceText } from '../stores/stream-record';
import { attempt } from './attempt';
import type { StreamPosition } from './deliveries';
import { isWanted, type RunningTrigger, type TriggerParts } from './trigger-parts';
import { nameIn, type StreamMapping } from './trigger-settings';

/** The part of the records of a shard that is delivered in order: those of some of its keys. */
interface Lane {
  readonly reader: StreamReader<StreamRecord>;
  /** Whether the last invocation ended with an error, and not with a list of failed records. */
  hasThrown: boolean;
}

/** Starts to deliver the changes of a table. */
export function pollStream(mapping: StreamMapping, parts: TriggerParts): RunningTrigger {
  const { clock, streams, log } = parts;
  const now = () => secondsOf(clock);
  const lanes = Array.from(
    { length: mapping.parallelizationFactor },
    (): Lane => ({ reader: new StreamReader(mapping.reader), hasThrown: false }),
  );
  const reader = readerOf(mapping);
  const newest = () => streams.records(mapping.sourceArn).at(-1)?.sequence ?? 0;
  let read = streams.position(reader) ?? (mapping.startsAtOldest ? 0 : newest());
  /** The first sequences of records whose message is not yet sent. */
  const givingUp = new Set<number>();
  let isStopped = false;
  let cancel = () => {};

  /** Gives new records to the lanes of their keys. A record that no filter wants is skipped. */
  function readNew(): void {
    for (const record of streams.records(mapping.sourceArn)) {
      if (record.sequence <= read) continue;
      read = record.sequence;
      if (isWanted(mapping.filters, record.record)) lanes[hashOf(record.key) % lanes.length]?.reader.add(record);
    }
  }

  /** Saves the sequence before the first record that is not done, from which the next run reads. */
  function savePosition(): void {
    const open = [...lanes.flatMap((lane) => lane.reader.first?.sequence ?? []), ...givingUp];
    streams.setPosition(reader, Math.min(read, ...open.map((sequence) => sequence - 1)));
  }

  function wake(): void {
    if (isStopped) return;
    cancel();
    readNew();
    for (const lane of lanes) {
      for (const given of lane.reader.giveUp(now())) void parts.during(() => giveUp(given, lane.hasThrown));
      const batch = lane.reader.next(now());
      if (batch !== undefined) void parts.during(() => deliver(lane, batch));
    }
    savePosition();
    const due = lanes.flatMap((lane) => lane.reader.dueAt(now()) ?? []);
    if (due.length > 0) cancel = clock.after(Math.max(1, (Math.min(...due) - now()) * 1000), wake);
  }

  async function deliver(lane: Lane, batch: StreamBatch<StreamRecord>): Promise<void> {
    const result = await invoke(lane, batch);
    lane.reader.settle(now(), result);
    savePosition();
    wake();
  }

  async function invoke(lane: Lane, { entries, failures, isPart }: StreamBatch<StreamRecord>): Promise<BatchResult> {
    parts.record('IteratorAge', nameIn(mapping.functionArn), (now() - (entries.at(-1)?.at ?? now())) * 1000);
    const event = { Records: entries.map(({ record }) => record) };
    const itemIds = entries.map(({ sequence }) => sequenceText(sequence));
    const { functionArn, id: trigger } = mapping;
    const result = await attempt(
      { trigger, functionArn, event, itemIds, attempt: failures + 1, isPart, causes: causesOf(entries) },
      parts,
    );
    lane.hasThrown = result.is === 'failed';
    if (result.is !== 'answered') return { is: result.is };
    const { failed } = result;
    if (failed === 'all') return { is: 'failed' };
    const first = entries.find(({ sequence }) => failed.has(sequenceText(sequence)));
    return first === undefined ? { is: 'done' } : { is: 'failed', from: first.sequence };
  }

  /** Records that are given up are described in a message to a queue, without their data. */
  async function giveUp({ entries, condition, invocations }: GivenUp<StreamRecord>, hasThrown: boolean): Promise<void> {
    const records = entries.length;
    const reason = condition === 'expired' ? 'the stream has the records for 24 hours' : condition;
    log.giveUp(mapping.id, { at: clock.now(), records, attempt: invocations, causes: causesOf(entries), reason });
    parts.print(
      `${nameIn(mapping.functionArn)}: gave up ${records} records of ${nameIn(mapping.sourceArn)}: ${reason}`,
    );
    if (condition === 'expired' || mapping.onFailureArn === undefined) return;
    const MessageBody = JSON.stringify(
      failureMessage(mapping, { entries, condition, invocations }, hasThrown, clock.now()),
    );
    const first = entries[0]?.sequence ?? 0;
    givingUp.add(first);
    await parts.callQueue('SendMessage', mapping.onFailureArn, { MessageBody });
    givingUp.delete(first);
    savePosition();
  }

  wake();
  return {
    position() {
      const shards = lanes.map(({ reader }) => positionOf(reader.pending, read, now()));
      return { waiting: shards.reduce((sum, { waiting }) => sum + waiting, 0), nextAt: undefined, shards };
    },
    wake,
    stop() {
      isStopped = true;
      cancel();
    },
  };
}

/** The name of a mapping under which its position is kept. A mapping with another starting position is a new one. */
export function readerOf({ sourceArn, functionArn, startsAtOldest }: StreamMapping): string {
  return [sourceArn, functionArn, startsAtOldest ? 'oldest' : 'latest'].join(' ');
}

/** The position of a reader; `read` is the sequence of the last record that was read. */
function positionOf(pending: readonly StreamRecord[], read: number, now: number): StreamPosition {
  const [oldest] = pending;
  return {
    waiting: pending.length,
    ageSeconds: oldest === undefined ? 0 : now - oldest.at,
    checkpoint: sequenceText(oldest === undefined ? read : oldest.sequence - 1),
  };
}

function causesOf(entries: readonly StreamRecord[]): string[] {
  return [...new Set(entries.flatMap(({ traceId }) => traceId ?? []))];
}

/** A small hash of a key (FNV-1a). */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

const SHARD = 'shardId-00000000000000000000-00000001';

/** The message about records that are given up (ibid., "Retaining discarded batches"). */
function failureMessage(
  { functionArn, sourceArn }: StreamMapping,
  { entries, condition, invocations }: GivenUp<StreamRecord>,
  hasThrown: boolean,
  time: number,
): JsonObject {
  const [first, last] = [entries[0], entries.at(-1)];
  const isoOf = (record: StreamRecord | undefined) => new Date(Math.floor(record?.at ?? 0) * 1000).toISOString();
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: `${functionArn}:$LATEST`,
      condition,
      approximateInvokeCount: invocations,
    },
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      ...(hasThrown && { functionError: 'Unhandled' }),
    },
    version: '1.0',
    timestamp: new Date(time).toISOString(),
    DDBStreamBatchInfo: {
      shardId: SHARD,
      startSequenceNumber: sequenceText(first?.sequence ?? 0),
      endSequenceNumber: sequenceText(last?.sequence ?? 0),
      approximateArrivalOfFirstRecord: isoOf(first),
      approximateArrivalOfLastRecord: isoOf(last),
      batchSize: entries.length,
      streamArn: sourceArn,
    },
  };
}
