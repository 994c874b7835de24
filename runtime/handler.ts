// The Lambda function's entry: wires the core to the environment, once for all requests.

import { randomUUID } from 'node:crypto';
import { createDynamoDBClient, createSQSClient } from './clients';
import { readConfiguration } from './configuration';
import { createDeadLetter } from './dead-letter';
import { createLog } from './log';
import { createRequestHandler } from './request-handler';
import { createPaymentStore } from './store';

const configuration = readConfiguration(process.env);
const now = () => new Date();

/** Answers a request of the payment API. */
export const handler = createRequestHandler({
  currencyExponents: configuration.currencyExponents,
  store: createPaymentStore(createDynamoDBClient(), configuration),
  deadLetter: createDeadLetter(createSQSClient(), configuration.deadLetterQueueUrl),
  // Not console.log: Lambda puts a prefix before its lines.
  log: createLog((line) => process.stdout.write(line), now),
  createId: randomUUID,
  now,
});
