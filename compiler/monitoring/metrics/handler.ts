// The metrics that the payment handler publishes itself, in a namespace that the spec sets.

import { HANDLER_METRICS, type HandlerMetric } from '../../../contract/handler-metrics';
import { type MetricFacts, type PartMetrics, STATISTICS } from './service';

const metrics = Object.fromEntries(
  Object.entries(HANDLER_METRICS).map(([name, { unit, dimensions }]): [string, MetricFacts] => [
    name,
    { unit, dimensions, statistics: STATISTICS },
  ]),
) as { readonly [name in HandlerMetric]: MetricFacts };

/** The metrics of a function whose entry is the payment handler; its environment sets their namespace. */
export const OWN_METRICS: PartMetrics<never, HandlerMetric> = {
  what: 'the payment handler',
  namespace: '',
  identity: [],
  metrics,
  elsewhere: {},
  ignoresMissingData: false,
};
