// The metrics that the publisher, the deliverer and the reconciliation publish.

/** A metric: its CloudWatch unit, and its sets of dimensions. An empty set is the metric without dimensions. */
interface EventMetricDefinition {
  readonly unit: 'Count';
  readonly dimensions: readonly (readonly 'webhook'[])[];
}

const COUNT = { unit: 'Count', dimensions: [[]] } as const satisfies EventMetricDefinition;
const BY_WEBHOOK = { unit: 'Count', dimensions: [[], ['webhook']] } as const satisfies EventMetricDefinition;

/** The metrics by name. */
export const EVENT_METRICS = {
  EventsPublished: COUNT,
  /** Changes that cannot have an event, which an operator must examine. */
  EventsUnpublishable: COUNT,
  DeliveriesSucceeded: BY_WEBHOOK,
  /** Attempts that failed; the delivery is tried again or given up. */
  DeliveryAttemptsFailed: BY_WEBHOOK,
  DeliveriesDead: BY_WEBHOOK,
  WebhooksDisabled: BY_WEBHOOK,
  PaymentsReconciled: COUNT,
  ReconciliationDifferences: COUNT,
} as const satisfies Record<string, EventMetricDefinition>;

/** The name of a metric. */
export type EventMetric = keyof typeof EVENT_METRICS;
