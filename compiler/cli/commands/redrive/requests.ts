// Replays the requests in the dead-letter queue of the payment function.

import { type DeadLetter, isDeadLetter, type Replay, replayRequest } from '../../../../contract/dead-letter';
import type { MessageOutcome } from './redrive-queue';

/** The event of a request, as API Gateway passes it to the function. */
export interface RequestEvent {
  readonly httpMethod: string;
  readonly resource: string;
  readonly path: string;
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly pathParameters?: Readonly<Record<string, string>>;
}

/** The response of the function. */
export interface RequestResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Returns the function that replays a message. Each message identifies its payment, so that two replays have the effect of one. */
export function replayRequests(
  send: (event: RequestEvent) => Promise<RequestResponse>,
): (body: string) => Promise<MessageOutcome> {
  return async (body) => {
    const letter = readLetter(body);
    if (letter === undefined) return { is: 'kept', text: 'not a message of the payment function' };
    const { method, paymentId = 'not about a payment', replay } = letter;
    if (method === 'GET' || method === 'HEAD') return { is: 'dropped', text: `${method} does not need a replay` };
    if (replay === undefined) return { is: 'kept', text: `${paymentId}: the message does not contain a replay` };
    try {
      const { statusCode, headers, body: answer } = await send(eventOf(replay));
      if (statusCode >= 500) return { is: 'failed', text: `${paymentId}: failed with ${statusCode}` };
      if (statusCode >= 400) return { is: 'kept', text: `${paymentId}: rejected with ${statusCode} ${answer}` };
      const isRepeat = Object.keys(headers).some((name) => name.toLowerCase() === 'idempotent-replayed');
      return isRepeat
        ? { is: 'doneBefore', text: `${paymentId}: already processed` }
        : { is: 'done', text: `${paymentId}: processed` };
    } catch (error) {
      return { is: 'failed', text: `${paymentId}: ${error instanceof Error ? error.message : 'no response'}` };
    }
  };
}

function readLetter(body: string): DeadLetter | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isDeadLetter(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The event for a replay. */
function eventOf(replay: Replay): RequestEvent {
  const { method: httpMethod, path, body = null } = replayRequest(replay);
  const event = { httpMethod, path, body, headers: { 'Content-Type': 'application/json' } };
  if (replay.operation === 'create') return { ...event, resource: path };
  const { operation, paymentId: id } = replay;
  return { ...event, resource: `/payments/{id}/${operation}`, pathParameters: { id } };
}
