// The queue that tells people about requests the function failed to handle.

import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A request that failed inside. Nothing of its body and headers is here: they hold what is the customer's. */
export interface Failure {
  readonly requestId: string;
  readonly time: string;
  readonly method: string;
  readonly resource: string;
  readonly paymentId?: string | undefined;
  readonly error: unknown;
}

/** Reports a failure; rejects when that fails too. */
export type DeadLetter = (failure: Failure) => Promise<void>;

// Characters. A character is at most 3 bytes of UTF-8, or 6 of JSON: all of it stays far below a queue's 262,144 bytes.
const MAX_LENGTHS = { name: 128, message: 1024, stack: 8192 } as const;

/** Makes the reporter that writes to a queue. */
export function createDeadLetter(client: SQSClient, queueUrl: string): DeadLetter {
  return async (failure) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: renderFailure(failure) }));
  };
}

/** Renders a failure as a JSON message of at most some 60 KB (Amazon SQS, "Message quotas": 1 MiB, and 256 KiB for older queues). */
export function renderFailure({ error, ...request }: Failure): string {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error('not an Error was thrown');
  return JSON.stringify({
    ...request,
    error: {
      name: name.slice(0, MAX_LENGTHS.name),
      message: message.slice(0, MAX_LENGTHS.message),
      stack: stack.slice(0, MAX_LENGTHS.stack),
    },
  });
}
