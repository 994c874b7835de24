// The delays before AWS repeats an invocation, in seconds.

/** Assumption: AWS does not publish the delays between retries of a batch of a stream. They double. */
const STREAM = { first: 1, most: 30 } as const;

/** The delay before a batch of a stream is delivered again. @param failures the failures before it, at least 1 */
export function streamRetryDelay(failures: number): number {
  return Math.min(STREAM.first * 2 ** (failures - 1), STREAM.most);
}

/**
 * Asynchronous invocations (AWS Lambda Developer Guide, "How Lambda handles errors and retries with asynchronous invocation"): the
 * delays after each failure, those after throttles, which double, and the age at which an event is given up.
 */
export const ASYNC_RETRIES = {
  afterFailures: [60, 120],
  afterThrottles: { first: 1, most: 300 },
  mostAgeSeconds: 21_600,
} as const;

/**
 * Assumption: EventBridge Scheduler repeats a failed start "with exponential backoff" (its User Guide, "Configuring retry policies"),
 * without published delays. With these, which double, the 185 retries of a schedule without its own take the 24 h of its maximum age.
 */
const SCHEDULE = { first: 1, most: 480 } as const;

/** The delay before EventBridge Scheduler starts an invocation again. @param failures the failures before it, at least 1 */
export function scheduleRetryDelay(failures: number): number {
  return Math.min(SCHEDULE.first * 2 ** (failures - 1), SCHEDULE.most);
}
