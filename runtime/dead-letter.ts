// The queue of requests that the function failed to answer: what is needed to look into one, and to do it again.

import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { PaymentRequest } from './payment';
import type { Action } from './states';

/** A request that failed inside. Nothing of its body and headers is here but what `replay` lists. */
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

/** A request that can be done again, any number of times, to one effect: it names its payment. */
export type Replay =
  | { readonly operation: 'create'; readonly body: Readonly<Record<string, string>> }
  | { readonly operation: Action; readonly paymentId: string };

/** Reports a failure; rejects when that fails too. */
export type DeadLetter = (failure: Failure) => Promise<void>;

/** The version of the messages. */
export const ENVELOPE_VERSION = 1;

/** Most bytes of a message, far below a queue's own limit (Amazon SQS, "Message quotas": 1 MiB, and 256 KiB for older queues). */
export const MAX_MESSAGE_BYTES = 64_000;

// Characters of the stack; of the rest, what makes any of it fit.
const MAX_LENGTHS = { name: 128, stack: 8_192 } as const;

// An opaque name, as tokens and keys of databases are; an address, or a person's name with its space, is none.
const OPAQUE = /^[A-Za-z0-9_.:-]{1,128}$/;

/** Makes the reporter that writes to a queue. */
export function createDeadLetter(client: SQSClient, queueUrl: string): DeadLetter {
  return async (failure) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: renderFailure(failure) }));
  };
}

/** How to create a payment again; undefined where the payment says more of a person than opaque names, and must not leave the table. */
export function replayOf(payment: PaymentRequest, paymentId: string): Replay | undefined {
  const { amount, currency, payment_method, customer_id, unknown } = payment;
  const isOpaque = [payment_method, customer_id].every((text) => OPAQUE.test(text));
  if (!isOpaque || Object.keys(unknown).length > 0) return undefined;
  const body = { id: paymentId, amount: amount.toString(), currency, payment_method, customer_id };
  return { operation: 'create', body };
}

/** Renders a failure as a JSON message; one that would be too large keeps who it is, and loses how to do it again. */
export function renderFailure({ error, ...request }: Failure): string {
  const message = { version: ENVELOPE_VERSION, ...request, error: describeError(error) };
  const text = JSON.stringify(message);
  return Buffer.byteLength(text) <= MAX_MESSAGE_BYTES ? text : JSON.stringify({ ...message, replay: undefined });
}

/** What went wrong, without the error's own words: they may quote the request. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: 'not an Error was thrown' };
  const { name, stack = '' } = error;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { name: name.slice(0, MAX_LENGTHS.name), stack: frames.join('\n').slice(0, MAX_LENGTHS.stack) };
}
