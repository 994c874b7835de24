// The delays before AWS repeats an invocation, in seconds. A number of failures or throttles is at least 1.

/** Delays that double, from the first one up to the longest one. */
function doubling(first: number, most: number): (repeats: number) => number {
  return (repeats) => Math.min(first * 2 ** (repeats - 1), most);
}

/** The delay before a batch of a stream is delivered again, after a number of failures. Assumption: AWS does not publish it. */
export const streamRetryDelay = doubling(1, 30);

/** The delay before a batch of a queue is delivered again, after a number of throttles. Assumption: AWS does not publish it. */
export const queueThrottleDelay = doubling(1, 30);

/**
 * Asynchronous invocations (AWS Lambda Developer Guide, "How Lambda handles errors and retries with asynchronous invocation"): the
 * delays after each failure, and the age at which an event is given up.
 */
export const ASYNC_RETRIES = { afterFailures: [60, 120], mostAgeSeconds: 21_600 } as const;

/** The delay before an asynchronous invocation is repeated, after a number of throttles (ibid.). */
export const asyncThrottleDelay = doubling(1, 300);

/**
 * The delay before EventBridge Scheduler starts an invocation again, after a number of failures. Assumption: it repeats "with
 * exponential backoff" (its User Guide, "Configuring retry policies"), without published delays. With these, the 185 retries of a
 * schedule without its own take the 24 h of its maximum age.
 */
export const scheduleRetryDelay = doubling(1, 480);
