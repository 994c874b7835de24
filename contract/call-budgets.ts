// The attempts and timeouts of the handlers' calls to AWS, which limit the duration of an invocation.

/** The maximum number of attempts of a call, and the timeout of one attempt. */
export interface CallBudget {
  readonly attempts: number;
  readonly timeoutMilliseconds: number;
}

/** The budgets of calls. In the worst case a request writes, reads and sends to the queue: 16 s plus pauses between attempts, within the function's 28 s. */
export const CALL_BUDGETS = {
  dynamodb: { attempts: 3, timeoutMilliseconds: 2_000 },
  sqs: { attempts: 2, timeoutMilliseconds: 2_000 },
} as const satisfies Record<string, CallBudget>;

/**
 * The longest pause of the SDK before a retry of a throttled call, in milliseconds. The pause is random, from 0 to this.
 * @param retry the number of the retry, from 1
 */
export function longestPause(retry: number): number {
  return 1_000 * 2 ** (retry - 1);
}

/** The maximum duration of a call, in milliseconds: each attempt waits for headers and then for the body, and the pauses between them grow. */
export function longestCall({ attempts, timeoutMilliseconds }: CallBudget): number {
  const pauses = Array.from({ length: attempts - 1 }, (_, at) => longestPause(at + 1));
  return attempts * 2 * timeoutMilliseconds + pauses.reduce((sum, pause) => sum + pause, 0);
}
