// The alarms on events: changes without an event, deliveries that fail, disabled webhooks, and differences between payments and events.

import type { EventEntry } from '../../../../contract/event-settings';
import { METRICS_NAMESPACE } from '../../../../contract/settings';
import type { LambdaFunction } from '../../../../schema/environment.generated';
import { eventMetric } from '../../metrics/watch';
import { type Alarms, mathAlarm, metricAlarm, metricDrill } from './alarm';

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
    ...(entry === 'runtime/deliverer.ts' && { [`${name}-failing`]: deliveryAlarm(name) }),
  };
}

/** The share of attempts of which more may not fail: a receiver fails now and then, but not most of the time. */
const FAILED_PERCENT = 50;

/** A webhook is disabled after days only. This alarm tells about it, or about a signature or a network that fails, within minutes. */
function deliveryAlarm(name: string) {
  return mathAlarm(
    `More than ${FAILED_PERCENT} % of the attempts to deliver events fail`,
    'IF(succeeded + failed >= 20, 100 * failed / (succeeded + failed), 0)',
    { succeeded: eventMetric(name, 'DeliveriesSucceeded'), failed: eventMetric(name, 'DeliveryAttemptsFailed') },
    {
      periodSeconds: 300,
      threshold: FAILED_PERCENT,
      drill: { fires: { succeeded: '49 49', failed: '51 51' }, quiet: { succeeded: '1 50 0', failed: '18 50 19' } },
    },
  );
}

/** Whether an entry is that of a function for events. */
export function isEventEntry(entry: string): entry is EventEntry {
  return Object.hasOwn(ALARMS, entry);
}
