// Replays the requests in the dead-letter queue. A tool for operators; not part of the bundle.

import { isDeadLetter, type Replay, replayRequest } from '../contract/dead-letter';
import type { Failure } from './dead-letter';
import type { ApiEvent, ApiResponse } from './event';

/** A message of the queue. */
export interface QueueMessage {
  readonly id: string;
  readonly body: string;
}

/** Access to the queue and the handler. */
export interface Redrive {
  /** Receives messages and hides them from other consumers for a while; empty if the queue is empty. */
  receive(): Promise<readonly QueueMessage[]>;
  remove(message: QueueMessage): Promise<void>;
  /** Sends an event to the handler. */
  send(event: ApiEvent): Promise<Pick<ApiResponse, 'statusCode' | 'headers' | 'body'>>;
  /** Reports the result of a message. */
  report(line: string): void;
}

/** The number of messages by result. */
export interface RedriveCounts {
  /** Processed now. */
  done: number;
  /** Already processed, by the client itself or by an earlier run. */
  doneBefore: number;
  /** Read requests, which are not replayed. */
  dropped: number;
  /** Rejected by the handler, or without a replay; they remain in the queue for an operator. */
  kept: number;
  /** Failed again; they remain in the queue for the next run. */
  failed: number;
}

/**
 * Replays each message of a queue, and removes the processed ones.
 *
 * Each message identifies its payment, so that two replays have the same effect as one. A run that is interrupted between the
 * response and the removal can be repeated, and concurrent runs are safe.
 */
export async function redriveQueue({ receive, remove, send, report }: Redrive): Promise<RedriveCounts> {
  const counts: RedriveCounts = { done: 0, doneBefore: 0, dropped: 0, kept: 0, failed: 0 };
  const seen = new Set<string>();
  for (;;) {
    const messages = (await receive()).filter(({ id }) => !seen.has(id));
    // Remaining messages return after their visibility timeout, when all other messages have been received.
    if (messages.length === 0) return counts;
    for (const message of messages) {
      seen.add(message.id);
      const outcome = await redriveMessage(message.body, send);
      counts[outcome.is] += 1;
      report(`${message.id}: ${outcome.text}`);
      if (outcome.is === 'done' || outcome.is === 'doneBefore' || outcome.is === 'dropped') await remove(message);
    }
  }
}

interface RedriveOutcome {
  readonly is: keyof RedriveCounts;
  readonly text: string;
}

async function redriveMessage(body: string, send: Redrive['send']): Promise<RedriveOutcome> {
  const failure = readEnvelope(body);
  if (failure === undefined) return { is: 'kept', text: 'not a message of the payment function' };
  const { method, paymentId = 'not about a payment', replay } = failure;
  if (method === 'GET' || method === 'HEAD') return { is: 'dropped', text: `${method} does not need a replay` };
  if (replay === undefined) {
    return { is: 'kept', text: `${paymentId}: the message does not contain a replay` };
  }
  try {
    const { statusCode, headers, body: answer } = await send(eventOf(replay));
    if (statusCode >= 500) return { is: 'failed', text: `${paymentId}: failed with ${statusCode}` };
    if (statusCode >= 400) return { is: 'kept', text: `${paymentId}: rejected with ${statusCode} ${answer}` };
    const isRepeat = Object.entries(headers).some(([name]) => name.toLowerCase() === 'idempotent-replayed');
    return isRepeat
      ? { is: 'doneBefore', text: `${paymentId}: already processed` }
      : { is: 'done', text: `${paymentId}: processed` };
  } catch (error) {
    return { is: 'failed', text: `${paymentId}: ${error instanceof Error ? error.message : 'no response'}` };
  }
}

function readEnvelope(body: string): Failure | undefined {
  try {
    const envelope: unknown = JSON.parse(body);
    return isDeadLetter(envelope) ? (envelope as unknown as Failure) : undefined;
  } catch {
    return undefined;
  }
}

/** The event for a replay. */
function eventOf(replay: Replay): ApiEvent {
  const { method: httpMethod, path, body = null } = replayRequest(replay);
  const event = { httpMethod, path, body, headers: { 'Content-Type': 'application/json' } };
  if (replay.operation === 'create') return { ...event, resource: path };
  const { operation, paymentId: id } = replay;
  return { ...event, resource: `/payments/{id}/${operation}`, pathParameters: { id } };
}
