// The messages of the dead-letter queue, and the requests that they replay.

import type { Action } from './states';

/** The version of the message format. */
export const ENVELOPE_VERSION = 1;

/** A request that can be replayed any number of times with a single effect, because it identifies its payment. */
export type Replay =
  | { readonly operation: 'create'; readonly body: Readonly<Record<string, string>> }
  | { readonly operation: Action; readonly paymentId: string };

/** The members of a message that a replay needs. */
export interface DeadLetter {
  readonly version: typeof ENVELOPE_VERSION;
  readonly paymentId?: string | undefined;
  readonly method: string;
  readonly replay?: Replay | undefined;
}

/** Whether a parsed message has this format. */
export function isDeadLetter(value: unknown): value is DeadLetter {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === ENVELOPE_VERSION;
}

/** The request of a replay, without the stage. */
export function replayRequest(replay: Replay) {
  return replay.operation === 'create'
    ? { method: 'POST', path: '/payments', body: JSON.stringify(replay.body) }
    : { method: 'POST', path: `/payments/${replay.paymentId}/${replay.operation}`, body: undefined };
}
