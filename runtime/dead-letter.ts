// The dead-letter queue: messages for investigating and replaying requests that failed.

import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { ENVELOPE_VERSION, type Replay } from '../contract/dead-letter';
import type { PaymentRequest } from './payment';

/** A failed request. Only `replay` contains data of its body and headers. */
export interface Failure {
  readonly requestId: string;
  readonly correlationId: string;
  readonly time: string;
  readonly method: string;
  readonly resource: string;
  readonly paymentId?: string | undefined;
  readonly fingerprint?: string | undefined;
  readonly replay?: Replay | undefined;
  readonly error: unknown;
}

/** Reports a failure; rejects if the report fails. */
export type DeadLetter = (failure: Failure) => Promise<void>;

/** The maximum size of a message, in bytes; far below a queue's own limit (Amazon SQS, "Message quotas": 1 MiB, and 256 KiB for older queues). */
export const MAX_MESSAGE_BYTES = 64_000;

// The maximum lengths of members, in characters.
const MAX_LENGTHS = { name: 128, stack: 8_192 } as const;

// An opaque name, such as a token or a database key. An e-mail address or a personal name with a space does not match.
const OPAQUE = /^[A-Za-z0-9_.:-]{1,128}$/;

/** Creates the reporter that sends to a queue. */
export function createDeadLetter(client: SQSClient, queueUrl: string): DeadLetter {
  return async (failure) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: renderFailure(failure) }));
  };
}

/** The replay of creating a payment; undefined if the payment may contain personal data, which must not leave the table. */
export function replayOf(payment: PaymentRequest, paymentId: string): Replay | undefined {
  const { amount, currency, payment_method, customer_id, unknown } = payment;
  const isOpaque = [payment_method, customer_id].every((text) => OPAQUE.test(text));
  if (!isOpaque || Object.keys(unknown).length > 0) return undefined;
  const body = { id: paymentId, amount: amount.toString(), currency, payment_method, customer_id };
  return { operation: 'create', body };
}

/** Renders a failure as a JSON message; a message that would be too large omits the replay. */
export function renderFailure({ error, ...request }: Failure): string {
  const message = { version: ENVELOPE_VERSION, ...request, error: describeError(error) };
  const text = JSON.stringify(message);
  return Buffer.byteLength(text) <= MAX_MESSAGE_BYTES ? text : JSON.stringify({ ...message, replay: undefined });
}

/** Describes an error without its message, which may quote the request. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: 'the thrown value is not an Error' };
  const { name, stack = '' } = error;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { name: name.slice(0, MAX_LENGTHS.name), stack: frames.join('\n').slice(0, MAX_LENGTHS.stack) };
}
