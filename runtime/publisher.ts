// The entry of the function that publishes events: from the stream of the payments table, and again on the request of an operator.

import type { ReplayRequest, ReplayResult } from '../contract/replay';
import { readWebhooks } from '../contract/webhooks';
import { createDynamoDBClient, createSQSClient } from './clients';
import { createSendBatch } from './events/delivery-queue';
import { createEventLog } from './events/event-log';
import { createLedger } from './events/ledger';
import { type BatchResult, createPublisher } from './events/publisher';
import { createReplay } from './events/replay';
import { createSender } from './events/sender';
import { readEventSettings } from './events/settings';
import type { StreamRecord } from './events/stream-record';
import { createShardRecord } from './shard-record';
import { createPaymentStore } from './store';

/** The time reserved for the ledger and the result, in milliseconds. */
const RESERVE_MILLISECONDS = 10_000;

const settings = readEventSettings('runtime/publisher.ts', process.env);
const now = () => new Date();
const client = createDynamoDBClient();
const table = {
  paymentsTableName: settings.PAYMENTS_TABLE_NAME,
  listingIndexName: settings.LISTING_INDEX_NAME,
  listingShards: Number(settings.LISTING_SHARDS),
};
const source = settings.EVENT_SOURCE;
const log = createEventLog((line) => process.stdout.write(line), now, settings.METRICS_NAMESPACE);
const send = createSender({
  subscriptions: readWebhooks(settings.WEBHOOKS),
  sendBatch: createSendBatch(createSQSClient(), settings.DELIVERIES_QUEUE_URL),
  ledger: createLedger(client, settings.LEDGER_TABLE_NAME, now),
  log,
});
const publish = createPublisher({ source, send, log });
const countShards = createShardRecord(client, table).count;
const replay = createReplay({ client, table, countShards, store: createPaymentStore(client, table), source, send });

/** A batch of the stream, or the request of an operator. */
type PublisherEvent = { readonly Records: readonly StreamRecord[] } | { readonly replay: ReplayRequest };

/** Handles a batch or a request. */
export const handler = async (
  event: PublisherEvent,
  context: { readonly getRemainingTimeInMillis: () => number },
): Promise<BatchResult | ReplayResult> => {
  const hasTime = () => context.getRemainingTimeInMillis() > RESERVE_MILLISECONDS;
  return 'replay' in event ? replay(event.replay, hasTime) : publish(event.Records, hasTime);
};
