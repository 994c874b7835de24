// The inbox of a local run: the messages about alarms that SNS would send on AWS, and the messages to webhooks.

/** A message to one recipient. */
export interface InboxMessage {
  /** Unique within the run, in ascending order. */
  readonly id: number;
  /** Milliseconds since 1970 on the run's clock. */
  readonly time: number;
  /** The protocol of the subscription, such as `email` or `https`, or `slack` or `webhook`. */
  readonly channel: string;
  /** The email address, the URL, the channel or the name of the webhook. */
  readonly to: string;
  /** The name of the alarm; absent for messages to webhooks. */
  readonly alarm?: string;
  readonly subject: string;
  readonly body: string;
  /** The trace of the invocation that sent it; absent for messages about alarms. */
  readonly traceId?: string | undefined;
}

/** The readable part of an inbox. */
export interface Inbox {
  /** The latest messages, the oldest first. */
  messages(): readonly InboxMessage[];
  /** Adds a listener that is called with each new message. Returns a function that removes it. */
  onMessage(listener: (message: InboxMessage) => void): () => void;
}

/** An inbox that receives messages. */
export interface ReceivingInbox extends Inbox {
  add(message: Omit<InboxMessage, 'id'>): void;
}

/** Maximum number of messages that are kept. */
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
