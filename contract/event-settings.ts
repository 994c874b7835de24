// The environment variables of the functions that publish, deliver and reconcile events; the spec sets each of them.

/** The entry files of the functions, each with the variables that it reads. */
export const EVENT_SETTINGS = {
  'runtime/publisher.ts': [
    'PAYMENTS_TABLE_NAME',
    'LISTING_INDEX_NAME',
    'LISTING_SHARDS',
    'LEDGER_TABLE_NAME',
    'DELIVERIES_QUEUE_URL',
    'EVENT_SOURCE',
    'WEBHOOKS',
    'METRICS_NAMESPACE',
  ],
  'runtime/deliverer.ts': [
    'LEDGER_TABLE_NAME',
    'DELIVERIES_QUEUE_URL',
    'DEAD_DELIVERIES_QUEUE_URL',
    'WEBHOOKS',
    'METRICS_NAMESPACE',
  ],
  'runtime/reconciliation.ts': [
    'PAYMENTS_TABLE_NAME',
    'LISTING_INDEX_NAME',
    'LISTING_SHARDS',
    'LEDGER_TABLE_NAME',
    'EVENT_SOURCE',
    'METRICS_NAMESPACE',
  ],
} as const;

/** The entry file of such a function. */
export type EventEntry = keyof typeof EVENT_SETTINGS;

/** A variable that only a local run sets: the URL that receives all deliveries, instead of the URLs of the webhooks. */
export const LOCAL_RECEIVER = 'PAYMENT_SPEC_LOCAL_RECEIVER';

/** A header that only a local run sends: the URL of the webhook, by which one receiver distinguishes webhooks with the same secret. */
export const WEBHOOK_URL_HEADER = 'payment-spec-webhook-url';
