// The inbox of a local run: the messages that SNS would have sent because of alarms.

/** A message to one recipient. */
export interface InboxMessage {
  /** Unique within the run, in ascending order. */
  readonly id: number;
  /** Milliseconds since 1970 on the run's clock. */
  readonly time: number;
  /** The protocol of the subscription, such as `email` or `https`, or `slack`. */
  readonly channel: string;
  /** The email address, the URL or the channel. */
  readonly to: string;
  /** The name of the alarm. */
  readonly alarm: string;
  readonly subject: string;
  readonly body: string;
}

/** The messages, as readers see them. */
export interface Inbox {
  /** The latest messages, the oldest first. */
  messages(): readonly InboxMessage[];
  /** Calls a function with each new message. Returns a function that ends that. */
  onMessage(listener: (message: InboxMessage) => void): () => void;
}

/** An inbox that receives messages. */
export interface ReceivingInbox extends Inbox {
  add(message: Omit<InboxMessage, 'id'>): void;
}

/** The number of messages that are kept. */
const MOST_MESSAGES = 500;

/** Creates an empty inbox. */
export function createInbox(): ReceivingInbox {
  const kept: InboxMessage[] = [];
  const listeners = new Set<(message: InboxMessage) => void>();
  let received = 0;
  return {
    messages: () => [...kept],
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(message) {
      received += 1;
      const added = { id: received, ...message };
      kept.push(added);
      if (kept.length > MOST_MESSAGES) kept.shift();
      for (const listener of listeners) listener(added);
    },
  };
}
