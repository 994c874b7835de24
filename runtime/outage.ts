// What is no fault of a request or of this program: AWS is throttling, out of order or out of reach.

import { setMaxListeners } from 'node:events';

/** The errors of a service that works again later (Amazon DynamoDB, "Error handling"; AWS SDK, "Retry behavior"). */
const NAMES: ReadonlySet<string> = new Set([
  'AbortError',
  'InternalServerError',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'RequestTimeoutException',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
  'TransactionConflictException',
]);

const NETWORK_CODES: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Whether the same request may succeed later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, code, $metadata } = error as Error & { code?: string; $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return NAMES.has(name) || NETWORK_CODES.has(code ?? '') || status === 429 || status >= 500;
}

/** Seconds after which a client may try again. */
export const RETRY_AFTER_SECONDS = 1;

/** What is left for the answer, the log and the dead-letter queue once the table's time is up, in milliseconds; of a short timeout, a third. */
const RESERVE_MILLISECONDS = 6_000;

/** The end of the time that calls of the table may take within an invocation. */
export function tableDeadline(context: { readonly getRemainingTimeInMillis?: () => number }): AbortSignal | undefined {
  const remaining = context.getRemainingTimeInMillis?.();
  if (remaining === undefined) return undefined;
  const signal = AbortSignal.timeout(
    Math.floor(Math.max(0, remaining - Math.min(RESERVE_MILLISECONDS, remaining / 3))),
  );
  // Each call of the table listens to it, and a list makes one call for each state and shard: Node.js warns from 11 listeners on.
  setMaxListeners(0, signal);
  return signal;
}
