// The alarms of a queue: number and age of waiting messages.

import type { AlarmThresholds, Queue } from '../../../../schema/environment.generated';
import { queueMetric } from '../../metrics/watch';
import { type Alarms, metricAlarm, metricDrill, percentOf } from './alarm';

/** The alarms of a queue. A dead-letter queue must be empty; in others some messages may wait. */
export function queueAlarms(
  name: string,
  queue: Queue,
  isForDeadLetters: boolean,
  thresholds: AlarmThresholds,
): Alarms {
  // Excludes messages in flight, whose number SQS may report incorrectly.
  const visible = queueMetric(name, 'ApproximateNumberOfMessagesVisible', 'Maximum');
  const age = Math.floor(percentOf(thresholds.messageAgePercent, queue.messageRetentionSeconds));
  const once = { evaluationPeriods: 1, datapointsToAlarm: 1 };
  return {
    ...(isForDeadLetters
      ? {
          [`${name}-messages`]: metricAlarm(`${name} contains messages that could not be processed`, visible, {
            ...once,
            threshold: 0,
            drill: metricDrill(1, 0, 1),
          }),
        }
      : {
          [`${name}-messages`]: metricAlarm(
            `More than ${thresholds.queuedMessages} messages wait in ${name}`,
            visible,
            {
              threshold: thresholds.queuedMessages,
              drill: metricDrill(thresholds.queuedMessages + 1, thresholds.queuedMessages, 2),
            },
          ),
        }),
    [`${name}-message-age`]: metricAlarm(
      `A message has been in ${name} for more than ${thresholds.messageAgePercent} % of the ${queue.messageRetentionSeconds} s after which it is lost`,
      queueMetric(name, 'ApproximateAgeOfOldestMessage', 'Maximum'),
      { ...once, periodSeconds: 300, threshold: age, drill: metricDrill(age + 1, age, 1) },
    ),
  };
}
