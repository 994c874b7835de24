// The metrics that the payment handler and the functions for events publish themselves, in a namespace that the spec sets.

import { EVENT_METRICS, type EventMetric } from '../../../contract/event-metrics';
import { HANDLER_METRICS, type HandlerMetric } from '../../../contract/handler-metrics';
import { type MetricFacts, type PartMetrics, STATISTICS } from './service';

type Published = Readonly<Record<string, Pick<MetricFacts, 'unit' | 'dimensions'>>>;

function factsOf<M extends string>(published: Published): { readonly [name in M]: MetricFacts } {
  return Object.fromEntries(
    Object.entries(published).map(([name, { unit, dimensions }]): [string, MetricFacts] => [
      name,
      { unit, dimensions, statistics: STATISTICS },
    ]),
  ) as { readonly [name in M]: MetricFacts };
}

/** The metrics of a function whose entry is the payment handler; its environment sets their namespace. */
export const OWN_METRICS: PartMetrics<never, HandlerMetric> = {
  what: 'the payment handler',
  namespace: '',
  identity: [],
  metrics: factsOf(HANDLER_METRICS),
  elsewhere: {},
  ignoresMissingData: false,
};

/** The metrics of the functions that publish, deliver and reconcile events. */
export const EVENT_OWN_METRICS: PartMetrics<never, EventMetric> = {
  what: 'the functions for events',
  namespace: '',
  identity: [],
  metrics: factsOf(EVENT_METRICS),
  elsewhere: {},
  ignoresMissingData: false,
};
