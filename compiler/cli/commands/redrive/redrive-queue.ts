// Redrives a queue: handles each message once, and removes those that are done with.

import type { Queue } from '../../system/queues';

/** The results of messages. */
export const OUTCOMES = {
  done: 'processed now, or sent to webhooks again',
  doneBefore: 'already processed, by the client itself or by an earlier run',
  dropped: 'of a request that reads, which is not replayed',
  kept: 'rejected, or without the data of a replay: stays in the queue for an operator',
  failed: 'failed again: stays in the queue for the next run',
} as const;

/** The result of a message. */
export interface MessageOutcome {
  readonly is: keyof typeof OUTCOMES;
  readonly text: string;
}

/** The number of messages by result. */
export type RedriveCounts = Record<keyof typeof OUTCOMES, number>;

/** A queue, and what is done with its messages. */
export interface Redrive {
  readonly queue: Pick<Queue, 'receive' | 'remove'>;
  handle(body: string): Promise<MessageOutcome>;
  /** Reports the result of a message. */
  report(line: string): void;
}

/**
 * Redrives each message of a queue.
 *
 * A message has the same effect if it is handled twice. A run that is interrupted between the handling and the removal can be repeated,
 * and concurrent runs are safe.
 */
export async function redriveQueue({ queue, handle, report }: Redrive): Promise<RedriveCounts> {
  const counts: RedriveCounts = { done: 0, doneBefore: 0, dropped: 0, kept: 0, failed: 0 };
  const seen = new Set<string>();
  for (;;) {
    const messages = (await queue.receive()).filter(({ id }) => !seen.has(id));
    // Remaining messages return after their visibility timeout, when all other messages have been received.
    if (messages.length === 0) return counts;
    for (const message of messages) {
      seen.add(message.id);
      const { is, text } = await handle(message.body);
      counts[is] += 1;
      report(`${message.id}: ${text}`);
      if (is === 'done' || is === 'doneBefore' || is === 'dropped') await queue.remove(message);
    }
  }
}
