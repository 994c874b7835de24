// The AWS clients, which give up in time for the function to answer.

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { traced } from './tracing';

/** How often a call is tried, and how long one try may take. */
export interface CallBudget {
  readonly attempts: number;
  readonly timeoutMilliseconds: number;
}

/** What the calls may cost. At worst a request puts, reads back and writes to the queue: 16 s and the pauses between tries, within the function's 28 s. */
export const CALL_BUDGETS = {
  dynamodb: { attempts: 3, timeoutMilliseconds: 2_000 },
  sqs: { attempts: 2, timeoutMilliseconds: 2_000 },
} as const satisfies Record<string, CallBudget>;

/** Makes the client of the table. */
export function createDynamoDBClient(): DynamoDBClient {
  return traced(new DynamoDBClient(clientSettings(CALL_BUDGETS.dynamodb)));
}

/** Makes the client of the dead-letter queue. */
export function createSQSClient(): SQSClient {
  return traced(new SQSClient(clientSettings(CALL_BUDGETS.sqs)));
}

/** The settings of a client that keeps to a budget; a call that takes longer rejects with a TimeoutError. */
export function clientSettings({ attempts, timeoutMilliseconds }: CallBudget) {
  return {
    maxAttempts: attempts,
    requestHandler: {
      connectionTimeout: timeoutMilliseconds / 4,
      requestTimeout: timeoutMilliseconds,
      // Without this the SDK only warns and goes on waiting.
      throwOnRequestTimeout: true,
    },
  };
}
