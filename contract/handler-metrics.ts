// The metrics that the payment handler publishes; the compiler checks alarms against this list.

/** A published metric: its CloudWatch unit, and its sets of dimensions. An empty set is the metric without dimensions. */
interface PublishedMetric {
  readonly unit: 'Count' | 'None';
  readonly dimensions: readonly (readonly string[])[];
}

const COUNT = { unit: 'Count', dimensions: [[]] } as const satisfies PublishedMetric;

/** The metrics of the payment handler, by name. */
export const HANDLER_METRICS = {
  PaymentsProcessed: COUNT,
  // In major units of the currency. A sum over several currencies is not useful.
  PaymentAmount: { unit: 'None', dimensions: [['currency']] },
  PaymentsReplayed: COUNT,
  PaymentsRefunded: COUNT,
  PaymentsCancelled: COUNT,
  // Published both ways, because an alarm cannot sum over reasons that it does not list.
  PaymentsRefused: { unit: 'Count', dimensions: [[], ['reason']] },
  RequestsUnavailable: COUNT,
  RequestsFailed: COUNT,
  DeadLettersLost: COUNT,
} as const satisfies Record<string, PublishedMetric>;

/** The name of a metric that the payment handler publishes. */
export type HandlerMetric = keyof typeof HANDLER_METRICS;

/** The name of a dimension of these metrics. */
export type HandlerDimension = (typeof HANDLER_METRICS)[HandlerMetric]['dimensions'][number][number];
