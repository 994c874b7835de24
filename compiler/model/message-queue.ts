// A standard SQS queue: visibility, retention and redrive (Amazon SQS Developer Guide, "Amazon SQS visibility timeout",
// "Using dead-letter queues in Amazon SQS" and "Amazon SQS message quotas").

/** Default maximum of messages in flight, received and not yet deleted. Beyond it, SQS refuses receives with OverLimit. */
const MOST_IN_FLIGHT = 120_000;

/** Maximum number of messages that one receive returns. */
const MOST_RECEIVED = 10;

/** The settings of a queue. */
export interface QueueSettings {
  readonly visibilityTimeoutSeconds: number;
  readonly messageRetentionSeconds: number;
  readonly mostInFlight?: number | undefined;
  /** The queue to which a message moves if it becomes visible again after `maxReceiveCount` receives. */
  readonly redrive?: { readonly maxReceiveCount: number; readonly target: MessageSink } | undefined;
}

/** A queue to which messages move. They keep the time at which they were sent, as in standard queues. */
export interface MessageSink {
  accept(message: Pick<Message, 'body' | 'sentAt'>): void;
}

interface Message {
  readonly id: number;
  readonly body: string;
  readonly sentAt: number;
  visibleAt: number;
  receives: number;
}

/** A received message. Its receipt is valid until the message is received again. */
export interface Received {
  readonly receipt: string;
  readonly body: string;
  readonly receives: number;
}

/** The numbers that a queue's metrics report, such as ApproximateNumberOfMessagesVisible. */
export interface QueueCounts {
  readonly visible: number;
  readonly notVisible: number;
  /** Sent with a delay that has not ended. */
  readonly delayed: number;
  /** The age of the oldest message, in seconds. */
  readonly oldestSeconds: number;
}

/** A standard queue. It keeps the order and delivers no duplicates, which SQS does not guarantee. Times are in seconds. */
export class MessageQueue implements MessageSink {
  private readonly messages = new Map<number, Message>();
  private next = 0;

  constructor(private readonly settings: QueueSettings) {}

  /** Adds a message; returns its number. */
  send(now: number, body: string, delaySeconds = 0): number {
    return this.add({ body, sentAt: now, visibleAt: now + delaySeconds });
  }

  accept({ body, sentAt }: Pick<Message, 'body' | 'sentAt'>): void {
    this.add({ body, sentAt, visibleAt: sentAt });
  }

  /** Receives messages and hides them; undefined if too many messages are in flight. */
  receive(now: number, count = 1, visibilitySeconds = this.settings.visibilityTimeoutSeconds): Received[] | undefined {
    this.advance(now);
    if (this.counts(now).notVisible >= (this.settings.mostInFlight ?? MOST_IN_FLIGHT)) return undefined;
    return [...this.messages.values()]
      .filter(({ visibleAt }) => visibleAt <= now)
      .slice(0, Math.min(count, MOST_RECEIVED))
      .map((message) => {
        message.receives += 1;
        message.visibleAt = now + visibilitySeconds;
        return { receipt: receiptOf(message), body: message.body, receives: message.receives };
      });
  }

  /** Deletes a message by its latest receipt. Returns whether the queue had the message. */
  delete(now: number, receipt: string): boolean {
    const message = this.find(now, receipt);
    return message !== undefined && this.messages.delete(message.id);
  }

  /** Hides a received message for a time from now; 0 makes it visible. Returns whether the message is in flight. */
  changeVisibility(now: number, receipt: string, seconds: number): boolean {
    const message = this.find(now, receipt);
    if (message === undefined || message.visibleAt <= now) return false;
    message.visibleAt = now + seconds;
    return true;
  }

  /** Counts the messages by state. */
  counts(now: number): QueueCounts {
    this.advance(now);
    const counts = { visible: 0, notVisible: 0, delayed: 0, oldestSeconds: 0 };
    for (const { visibleAt, receives, sentAt } of this.messages.values()) {
      if (visibleAt <= now) counts.visible += 1;
      else if (receives > 0) counts.notVisible += 1;
      else counts.delayed += 1;
      counts.oldestSeconds = Math.max(counts.oldestSeconds, now - sentAt);
    }
    return counts;
  }

  private add(message: Pick<Message, 'body' | 'sentAt' | 'visibleAt'>): number {
    const id = this.next;
    this.next += 1;
    this.messages.set(id, { ...message, id, receives: 0 });
    return id;
  }

  /** Removes messages whose retention has ended, and moves those that were received too often. */
  private advance(now: number): void {
    const { messageRetentionSeconds, redrive } = this.settings;
    for (const message of [...this.messages.values()]) {
      if (message.sentAt + messageRetentionSeconds <= now) this.messages.delete(message.id);
      else if (redrive !== undefined && message.receives >= redrive.maxReceiveCount && message.visibleAt <= now) {
        this.messages.delete(message.id);
        redrive.target.accept(message);
      }
    }
  }

  private find(now: number, receipt: string): Message | undefined {
    this.advance(now);
    const message = this.messages.get(Number(receipt.split('.')[0]));
    return message !== undefined && receiptOf(message) === receipt ? message : undefined;
  }
}

function receiptOf({ id, receives }: Message): string {
  return `${id}.${receives}`;
}
