// The alarms on events: changes without an event, disabled webhooks, and differences between payments and events.

import type { EventEntry } from '../../../../contract/event-settings';
import { METRICS_NAMESPACE } from '../../../../contract/settings';
import type { LambdaFunction } from '../../../../schema/environment.generated';
import { eventMetric } from '../../metrics/watch';
import { type Alarms, metricAlarm, metricDrill } from './alarm';

/** The description, the metric and the suffix of the alarm of each function for events. */
const ALARMS = {
  'runtime/publisher.ts': [
    'unpublishable',
    'EventsUnpublishable',
    'A payment changed, and its event could not be published',
  ],
  'runtime/deliverer.ts': [
    'webhook-disabled',
    'WebhooksDisabled',
    'A webhook is disabled, and its events wait in the dead-letter queue',
  ],
  'runtime/reconciliation.ts': [
    'differences',
    'ReconciliationDifferences',
    'The payments of a day differ from their published events',
  ],
} as const satisfies Record<EventEntry, readonly [string, Parameters<typeof eventMetric>[1], string]>;

/** The alarms on the metrics of a function for events; none for other functions, or without a namespace. */
export function eventAlarms(name: string, { entry, environment }: LambdaFunction): Alarms {
  if (!isEventEntry(entry) || environment[METRICS_NAMESPACE] === undefined) return {};
  const [suffix, metric, description] = ALARMS[entry];
  return {
    [`${name}-${suffix}`]: metricAlarm(description, eventMetric(name, metric), {
      periodSeconds: 300,
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
      threshold: 0,
      drill: metricDrill(1, 0, 1),
    }),
  };
}

/** Whether an entry is that of a function for events. */
export function isEventEntry(entry: string): entry is EventEntry {
  return Object.hasOwn(ALARMS, entry);
}
