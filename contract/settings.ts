// The environment variables that the payment handler reads; the spec sets each of them.

/** The entry file of the payment handler: a function with this entry reads these variables. */
export const HANDLER_ENTRY = 'runtime/handler.ts';

/** The names of the variables. */
export const SETTINGS = [
  'PAYMENTS_TABLE_NAME',
  'LISTING_INDEX_NAME',
  'LISTING_SHARDS',
  'DLQ_URL',
  'PAYMENT_CURRENCIES',
  'UNKNOWN_MEMBERS',
  'IDEMPOTENCY',
  'PAGE_SIZE',
  'CORS_ORIGINS',
  'METRICS_NAMESPACE',
] as const;

/** The name of a variable that the handler reads. */
export type Setting = (typeof SETTINGS)[number];

/** The variable that contains the CloudWatch namespace of the metrics that a function publishes. */
export const METRICS_NAMESPACE = 'METRICS_NAMESPACE' satisfies Setting;

/** The variable that contains the URL of the queue for failed requests. */
export const DEAD_LETTER_QUEUE_URL = 'DLQ_URL' satisfies Setting;

/** The variable that contains the number of shards of new payments; a function with it lists payments by state and shard. */
export const LISTING_SHARDS = 'LISTING_SHARDS' satisfies Setting;
