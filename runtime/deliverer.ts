// The entry of the function that delivers events to webhooks.

import { LOCAL_RECEIVER } from '../contract/event-settings';
import { readWebhooks } from '../contract/webhooks';
import { createDynamoDBClient, createSQSClient } from './clients';
import { createSendDelivery } from './events/delivery-queue';
import { createEventLog } from './events/event-log';
import { readEventSettings } from './events/settings';
import { createSecretClients, fetchFromAws } from './secret-clients';
import { createSecrets } from './secrets';
import { createDeliverer, type QueueRecord } from './webhooks/deliverer';
import { createWebhookHealth } from './webhooks/health';
import { createLocalPost, createPost } from './webhooks/post';

const settings = readEventSettings('runtime/deliverer.ts', process.env);
const localReceiver = process.env[LOCAL_RECEIVER];
const now = () => new Date();
const queues = createSQSClient();
const deliver = createDeliverer({
  webhooks: readWebhooks(settings.WEBHOOKS),
  secrets: createSecrets({ fetch: fetchFromAws(createSecretClients()), now: () => performance.now() }),
  post: localReceiver === undefined ? createPost() : createLocalPost(localReceiver, () => process.env._X_AMZN_TRACE_ID),
  health: createWebhookHealth(createDynamoDBClient(), settings.LEDGER_TABLE_NAME, now),
  sendAgain: createSendDelivery(queues, settings.DELIVERIES_QUEUE_URL),
  giveUp: createSendDelivery(queues, settings.DEAD_DELIVERIES_QUEUE_URL),
  log: createEventLog((line) => process.stdout.write(line), now, settings.METRICS_NAMESPACE),
  now,
  random: Math.random,
});

/** Handles a batch of the queue. */
export const handler = ({ Records }: { readonly Records: readonly QueueRecord[] }) => deliver(Records);
