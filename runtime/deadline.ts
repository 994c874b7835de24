// The deadline of a request's table calls: they end in time for the response.

import { setMaxListeners } from 'node:events';
import { CALL_BUDGETS, longestCall } from '../contract/call-budgets';

/**
 * Returns the signal for a call that starts now; undefined if the call's own timeouts end it before the deadline.
 *
 * A call without a signal costs less: the SDK prepares its steps once for all calls of a kind, not for each call.
 */
export type Deadline = () => AbortSignal | undefined;

/** The time reserved for the response, the log and the dead-letter queue, in milliseconds; with a short timeout, a third of it. */
const RESERVE_MILLISECONDS = 6_000;

const LONGEST_CALL_MILLISECONDS = longestCall(CALL_BUDGETS.dynamodb);

/** Creates the deadline of table calls within an invocation. */
export function tableDeadline(context: { readonly getRemainingTimeInMillis?: () => number }): Deadline {
  const remaining = () => context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY;
  const atStart = remaining();
  const reserve = Math.min(RESERVE_MILLISECONDS, atStart / 3);
  let signal: AbortSignal | undefined;
  return () => {
    if (signal !== undefined) return signal;
    const left = Math.max(0, remaining() - reserve);
    if (left >= LONGEST_CALL_MILLISECONDS) return undefined;
    signal = AbortSignal.timeout(Math.floor(left));
    // Each table call adds a listener, and a list makes one call for each state and shard; Node.js warns from 11 listeners on.
    setMaxListeners(0, signal);
    return signal;
  };
}

/** The options of a call to AWS that starts now. */
export function callOptions(deadline: Deadline | undefined): [] | [{ abortSignal: AbortSignal }] {
  const abortSignal = deadline?.();
  return abortSignal === undefined ? [] : [{ abortSignal }];
}
