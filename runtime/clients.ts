// The AWS clients, with timeouts that leave the function time to respond.

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { CALL_BUDGETS, type CallBudget } from '../contract/call-budgets';
import { traced } from './tracing';

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
