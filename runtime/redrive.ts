// The dead-letter queue done again: each message as the request that it stands for. A tool for people; no part of the bundle.

import { ENVELOPE_VERSION, type Failure } from './dead-letter';
import type { ApiEvent, ApiResponse } from './event';

/** A message of the queue. */
export interface QueueMessage {
  readonly id: string;
  readonly body: string;
}

/** What the queue is read and the handler is called with. */
export interface Redrive {
  /** Takes some messages, which nobody else sees for a while; none where the queue is empty. */
  receive(): Promise<readonly QueueMessage[]>;
  remove(message: QueueMessage): Promise<void>;
  /** Hands an event to the handler. */
  send(event: ApiEvent): Promise<Pick<ApiResponse, 'statusCode' | 'headers' | 'body'>>;
  /** Tells what became of a message. */
  report(line: string): void;
}

/** What became of the messages. */
export interface RedriveCounts {
  /** Done now. */
  done: number;
  /** Done before, by the client itself or by an earlier run. */
  doneBefore: number;
  /** Read-only requests, of which nothing is left to do. */
  dropped: number;
  /** Refused by the handler, or without what it takes to do them again; they stay in the queue for people. */
  kept: number;
  /** Failed again; they stay in the queue for the next run. */
  failed: number;
}

/**
 * Does each message of a queue again, and removes those that are done.
 *
 * Each names its payment, so that one that is done twice has the effect of one: a run that is interrupted between the
 * handler's answer and the removal is repeated without harm, and so are two at once.
 */
export async function redriveQueue({ receive, remove, send, report }: Redrive): Promise<RedriveCounts> {
  const counts: RedriveCounts = { done: 0, doneBefore: 0, dropped: 0, kept: 0, failed: 0 };
  const seen = new Set<string>();
  for (;;) {
    const messages = (await receive()).filter(({ id }) => !seen.has(id));
    // What stays in the queue comes again once its visibility timeout is over: then all others have been seen.
    if (messages.length === 0) return counts;
    for (const message of messages) {
      seen.add(message.id);
      const outcome = await redriveMessage(message.body, send);
      counts[outcome.is] += 1;
      report(`${message.id}: ${outcome.says}`);
      if (outcome.is === 'done' || outcome.is === 'doneBefore' || outcome.is === 'dropped') await remove(message);
    }
  }
}

interface RedriveOutcome {
  readonly is: keyof RedriveCounts;
  readonly says: string;
}

async function redriveMessage(body: string, send: Redrive['send']): Promise<RedriveOutcome> {
  const failure = readEnvelope(body);
  if (failure === undefined) return { is: 'kept', says: 'no message of the payment function' };
  const { method, paymentId = 'no payment', replay } = failure;
  if (method === 'GET' || method === 'HEAD') return { is: 'dropped', says: `${method} has nothing to do again` };
  if (replay === undefined) {
    return { is: 'kept', says: `${paymentId}: the message does not hold what it takes to do it again` };
  }
  try {
    const { statusCode, headers, body: answer } = await send(eventOf(replay));
    if (statusCode >= 500) return { is: 'failed', says: `${paymentId}: answered ${statusCode}` };
    if (statusCode >= 400) return { is: 'kept', says: `${paymentId}: refused with ${statusCode} ${answer}` };
    const isRepeat = Object.entries(headers).some(([name]) => name.toLowerCase() === 'idempotent-replayed');
    return isRepeat
      ? { is: 'doneBefore', says: `${paymentId}: was done before` }
      : { is: 'done', says: `${paymentId}: done` };
  } catch (error) {
    return { is: 'failed', says: `${paymentId}: ${error instanceof Error ? error.message : 'no answer'}` };
  }
}

function readEnvelope(body: string): Failure | undefined {
  try {
    const envelope = JSON.parse(body) as (Failure & { version?: unknown }) | null;
    return envelope?.version === ENVELOPE_VERSION ? envelope : undefined;
  } catch {
    return undefined;
  }
}

/** The event that a message stands for. */
function eventOf(replay: NonNullable<Failure['replay']>): ApiEvent {
  const post = { httpMethod: 'POST', headers: { 'Content-Type': 'application/json' } };
  if (replay.operation === 'create') {
    return { ...post, resource: '/payments', path: '/payments', body: JSON.stringify(replay.body) };
  }
  const { operation, paymentId: id } = replay;
  return {
    ...post,
    resource: `/payments/{id}/${operation}`,
    path: `/payments/${id}/${operation}`,
    pathParameters: { id },
    body: null,
  };
}
