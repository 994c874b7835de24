// The AWS clients, with timeouts that leave the function time to respond.

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { traced } from './tracing';

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

/** The maximum duration of a call, in milliseconds: each attempt waits for headers and then for the body, and the pauses between them grow. */
export function longestCall({ attempts, timeoutMilliseconds }: CallBudget): number {
  // The SDK pauses at most 1 s before the first retry of a throttled call, and doubles the pause for each further retry.
  return attempts * 2 * timeoutMilliseconds + 1_000 * (2 ** (attempts - 1) - 1);
}

/** Creates the client of the table. */
export function createDynamoDBClient(): DynamoDBClient {
  return traced(new DynamoDBClient(clientSettings(CALL_BUDGETS.dynamodb)));
}

/** Creates the client of the dead-letter queue. */
export function createSQSClient(): SQSClient {
  return traced(new SQSClient(clientSettings(CALL_BUDGETS.sqs)));
}

/** The settings of a client for a budget; a call that exceeds it rejects with a TimeoutError. */
export function clientSettings({ attempts, timeoutMilliseconds }: CallBudget) {
  return {
    maxAttempts: attempts,
    // Prepares the steps of a call once for each command, unless the call has a signal; the steps do not change.
    cacheMiddleware: true,
    requestHandler: {
      connectionTimeout: timeoutMilliseconds / 4,
      requestTimeout: timeoutMilliseconds,
      // Ends a response whose body stalls. The timeout of the request only covers the headers.
      socketTimeout: timeoutMilliseconds,
      // Without this, the SDK only warns and continues to wait.
      throwOnRequestTimeout: true,
    },
  };
}
