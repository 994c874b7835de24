// The alarms on events: changes without an event, deliveries that fail, disabled webhooks, and differences between payments and events.

import type { EventEntry } from '../../../../contract/event-settings';
import { METRICS_NAMESPACE } from '../../../../contract/settings';
import type { Alarm, LambdaFunction, Metric } from '../../../../schema/environment.generated';
import { eventMetric } from '../../metrics/watch';
import { type Alarms, mathAlarm, metricAlarm, metricDrill, percentExpression } from './alarm';

/** The alarms of each function for events. */
const ALARMS: Readonly<Record<EventEntry, (name: string) => Alarms>> = {
  'runtime/publisher.ts': (name) => ({
    [`${name}-unpublishable`]: countAlarm(
      'A payment changed, and its event could not be published',
      eventMetric(name, 'EventsUnpublishable'),
    ),
  }),
  'runtime/deliverer.ts': (name) => ({
    [`${name}-webhook-disabled`]: countAlarm(
      'A webhook is disabled, and its events wait in the dead-letter queue',
      eventMetric(name, 'WebhooksDisabled'),
    ),
    [`${name}-failing`]: deliveryAlarm(name),
  }),
  'runtime/reconciliation.ts': (name) => ({
    [`${name}-differences`]: countAlarm(
      'The payments of a day differ from their published events',
      eventMetric(name, 'ReconciliationDifferences'),
    ),
  }),
};

/** The alarms on the metrics of a function for events; none for other functions, or without a namespace. */
export function eventAlarms(name: string, { entry, environment }: LambdaFunction): Alarms {
  return isEventEntry(entry) && environment[METRICS_NAMESPACE] !== undefined ? ALARMS[entry](name) : {};
}

/** An alarm on a metric that must be 0. */
function countAlarm(description: string, watched: Metric): Alarm {
  return metricAlarm(description, watched, {
    periodSeconds: 300,
    evaluationPeriods: 1,
    datapointsToAlarm: 1,
    threshold: 0,
    drill: metricDrill(1, 0, 1),
  });
}

/** The share of attempts of which more may not fail: a receiver fails now and then, but not most of the time. */
const FAILED_PERCENT = 50;

/** A webhook is disabled after days only. This alarm tells about it, or about a signature or a network that fails, within minutes. */
function deliveryAlarm(name: string): Alarm {
  return mathAlarm(
    `More than ${FAILED_PERCENT} % of the attempts to deliver events fail`,
    percentExpression('failed', 'succeeded'),
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
