// The entry of the Lambda function: creates the request handler from the environment, once for all requests.

import { randomUUID } from 'node:crypto';
import { createDynamoDBClient, createSQSClient } from './clients';
import { readConfiguration } from './configuration';
import { createCursorKey } from './cursor-key';
import { createDeadLetter } from './dead-letter';
import { createListing } from './listing';
import { createLog } from './log';
import { createRequestHandler } from './request-handler';
import { createShardRecord, recordShards } from './shard-record';
import { createPaymentStore } from './store';

const configuration = readConfiguration(process.env);
const now = () => new Date();
const client = createDynamoDBClient();
const shards = createShardRecord(client, configuration);
const store = recordShards(createPaymentStore(client, configuration), shards);

/** Handles a request of the payment API. */
export const handler = createRequestHandler({
  ...configuration,
  store,
  list: createListing(client, configuration, shards.count),
  cursorKey: createCursorKey(store),
  deadLetter: createDeadLetter(createSQSClient(), configuration.deadLetterQueueUrl),
  // Not console.log, because Lambda adds a prefix to its lines.
  log: createLog((line) => process.stdout.write(line), now, configuration.metricsNamespace),
  createId: randomUUID,
  now,
});
