// Corrects the FIFO queues of fauxqs: a receive returns several messages of a group, failed ones return in their order, and
// deduplication follows the clock of the run (Amazon SQS Developer Guide, "FIFO queue delivery logic").

import type { RunClock } from '../run-clock';

/** A message of a FIFO queue. */
interface GroupedMessage {
  readonly messageGroupId?: string;
  readonly sequenceNumber?: string;
}

type Received = { readonly ReceiptHandle: string };
type Dequeue = (count: number, visibilityTimeout: number | undefined, deadLetterQueueOf: unknown) => Received[];

/** The members of a queue that only FIFO queues use. */
interface FifoMembers {
  readonly fifoMessages: Map<string, GroupedMessage[]>;
  /** The groups with messages in flight, and their number. */
  readonly fifoLockedGroups: Map<string, number>;
  readonly inflightMessages: Map<string, { readonly message: GroupedMessage }>;
  deduplicationCache: { get(id: string): unknown; set(id: string, value: unknown): void };
  dequeueFifo: Dequeue;
  processTimers(): void;
}

/** How long SQS remembers a deduplication id, in milliseconds. */
const DEDUPLICATION_INTERVAL = 300_000;

/** Corrects a queue; it has an effect on FIFO queues only. */
export function correctFifo(queue: object, clock: Pick<RunClock, 'now'>): void {
  const members = queue as FifoMembers;
  members.deduplicationCache = rememberIds(clock);
  const dequeueOne = members.dequeueFifo.bind(queue);
  members.dequeueFifo = (count, visibilityTimeout, deadLetterQueueOf) => {
    members.processTimers();
    // fauxqs puts each message that becomes visible again before the others.
    for (const group of members.fifoMessages.values()) group.sort(bySequence);
    const locked = new Map<string, number>();
    const received: Received[] = [];
    while (received.length < count) {
      // A group that this receive has locked has further messages for it.
      for (const group of locked.keys()) members.fifoLockedGroups.delete(group);
      const more = dequeueOne(count - received.length, visibilityTimeout, deadLetterQueueOf);
      for (const { ReceiptHandle } of more) {
        const group = members.inflightMessages.get(ReceiptHandle)?.message.messageGroupId ?? '';
        locked.set(group, (locked.get(group) ?? 0) + 1);
      }
      received.push(...more);
      if (more.length === 0) break;
    }
    for (const [group, messages] of locked) members.fifoLockedGroups.set(group, messages);
    return received;
  };
}

function bySequence({ sequenceNumber: a = '' }: GroupedMessage, { sequenceNumber: b = '' }: GroupedMessage): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rememberIds(clock: Pick<RunClock, 'now'>): FifoMembers['deduplicationCache'] {
  const known = new Map<string, { readonly value: unknown; readonly until: number }>();
  return {
    get(id) {
      const found = known.get(id);
      if (found === undefined || found.until > clock.now()) return found?.value;
      known.delete(id);
      return undefined;
    },
    set(id, value) {
      known.set(id, { value, until: clock.now() + DEDUPLICATION_INTERVAL });
    },
  };
}
