// The metrics that the payment handler publishes. The handler publishes from this list, and the compiler checks alarms against it.

/** The entry file of the payment handler: a function with this entry publishes the metrics below, and no others. */
export const HANDLER_ENTRY = 'runtime/handler.ts';

/** The environment variable that holds the CloudWatch namespace of the metrics that a function publishes. */
export const METRICS_NAMESPACE = 'METRICS_NAMESPACE';

/** A published metric: its CloudWatch unit, and the sets of dimensions that it is published under. An empty set is the metric without dimensions. */
interface PublishedMetric {
  readonly unit: 'Count' | 'None';
  readonly dimensions: readonly (readonly string[])[];
}

const COUNT = { unit: 'Count', dimensions: [[]] } as const satisfies PublishedMetric;

/** The metrics of the payment handler, by name. */
export const HANDLER_METRICS = {
  PaymentsProcessed: COUNT,
  // In major units of the currency; sums over several currencies have no meaning.
  PaymentAmount: { unit: 'None', dimensions: [['currency']] },
  PaymentsReplayed: COUNT,
  PaymentsRefunded: COUNT,
  PaymentsCancelled: COUNT,
  // Under both: an alarm cannot add up reasons that it does not know.
  PaymentsRefused: { unit: 'Count', dimensions: [[], ['reason']] },
  RequestsUnavailable: COUNT,
  RequestsFailed: COUNT,
  DeadLettersLost: COUNT,
} as const satisfies Record<string, PublishedMetric>;

/** The name of a metric that the payment handler publishes. */
export type HandlerMetric = keyof typeof HANDLER_METRICS;

/** The name of a dimension of these metrics. */
export type HandlerDimension = (typeof HANDLER_METRICS)[HandlerMetric]['dimensions'][number][number];
