// Batches of queue messages that keep the order of each payment.

/** The maximum number of messages in a request (Amazon SQS API Reference, "SendMessageBatch"). */
const MAX_ENTRIES = 10;

/** The maximum size of a request; below the limit of queues that were created before it was raised (Amazon SQS, "Message quotas": 256 KiB). */
const MAX_BYTES = 200_000;

/** A message with the payment whose order it must keep. */
export interface OrderedMessage {
  readonly paymentId: string;
  /** The id of its event. Messages of one event can be sent in any order. */
  readonly eventId: string;
  readonly body: string;
}

/**
 * Splits messages into batches, in order. A batch has no two events of one payment, because the messages of a request fail
 * independently: a later event could be sent while an earlier one is not.
 */
export function batchesInOrder<M extends OrderedMessage>(messages: readonly M[]): M[][] {
  const batches: M[][] = [];
  let batch: M[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = Buffer.byteLength(message.body);
    const isOvertaking = batch.some(
      ({ paymentId, eventId }) => paymentId === message.paymentId && eventId !== message.eventId,
    );
    if (batch.length === MAX_ENTRIES || bytes + size > MAX_BYTES || isOvertaking) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(message);
    bytes += size;
  }
  return batch.length === 0 ? batches : [...batches, batch];
}
