// The fields of alarms and their notifications in the local run.

import { approximated, type EmulationOf, enforced, notLocal } from './emulation';

const METRIC = approximated('Metrics that the run does not have, such as those of replicas, stay without data');
const DRILL = notLocal('The drill tries it, offline');
const LABEL = notLocal('It is a name for the graphs of CloudWatch');

/** The fields of alarms. */
export const ALARMS: EmulationOf<'alarms' | 'compositeAlarms' | 'monitoring'> = {
  'alarms.*.description': enforced,
  'alarms.*.metric.resource': METRIC,
  'alarms.*.metric.name': METRIC,
  'alarms.*.metric.statistic': enforced,
  'alarms.*.metric.dimensions.*': METRIC,
  'alarms.*.math.id': LABEL,
  'alarms.*.math.label': LABEL,
  'alarms.*.math.expression': enforced,
  'alarms.*.math.metrics.*.resource': METRIC,
  'alarms.*.math.metrics.*.name': METRIC,
  'alarms.*.math.metrics.*.statistic': enforced,
  'alarms.*.math.metrics.*.dimensions.*': METRIC,
  'alarms.*.periodSeconds': approximated('Metrics are complete at the end of their minute; on AWS they are late'),
  'alarms.*.evaluationPeriods': enforced,
  'alarms.*.datapointsToAlarm': enforced,
  'alarms.*.comparison': enforced,
  'alarms.*.threshold': enforced,
  'alarms.*.treatMissingData': enforced,
  'alarms.*.notify': enforced,
  'alarms.*.drill.fires.*': DRILL,
  'alarms.*.drill.quiet.*': DRILL,
  'compositeAlarms.*.description': enforced,
  'compositeAlarms.*.anyOf': enforced,
  'compositeAlarms.*.allOf': enforced,
  'compositeAlarms.*.notify': enforced,
  'monitoring.generatedAlarms': enforced,
  'monitoring.thresholds.serverErrorPercent': enforced,
  'monitoring.thresholds.clientErrorPercent': enforced,
  'monitoring.thresholds.latencyMilliseconds': enforced,
  'monitoring.thresholds.usedPercent': enforced,
  'monitoring.thresholds.queuedMessages': enforced,
  'monitoring.thresholds.messageAgePercent': enforced,
  'monitoring.thresholds.refusedPercent': enforced,
  'monitoring.thresholds.largestAmountTimesAverage': enforced,
  'monitoring.slo.availabilityPercent': enforced,
  'monitoring.slo.latencyMilliseconds': enforced,
  'monitoring.slo.latencyPercent': enforced,
  'monitoring.notifications.subscriptions.*.protocol': enforced,
  'monitoring.notifications.subscriptions.*.endpoint': enforced,
  'monitoring.notifications.subscriptions.*.receives': enforced,
  'monitoring.notifications.slack.workspaceId': notLocal('The inbox names the channel only'),
  'monitoring.notifications.slack.channelId': enforced,
  'monitoring.notifications.slack.receives': enforced,
  'monitoring.dashboard': notLocal('The command dashboard shows it with sample data'),
};
