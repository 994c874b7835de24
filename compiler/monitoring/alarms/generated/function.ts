// The alarms of a function: errors, throttles, and usage close to its limits.

import type { AlarmThresholds, LambdaFunction } from '../../../../schema/environment.generated';
import { functionMetric } from '../../metrics/watch';
import { type Alarms, mathAlarm, metricAlarm, metricDrill, percentOf, shareDrill } from './alarm';

/** The name of the alarm on a function's errors. */
export const errorRateName = (name: string): string => `${name}-error-rate`;

/** The name of the alarm on a function's throttles. */
export const throttleName = (name: string): string => `${name}-throttle`;

/** The alarms of a function. */
export function functionAlarms(name: string, lambda: LambdaFunction, thresholds: AlarmThresholds): Alarms {
  const timeoutMilliseconds = lambda.timeoutSeconds * 1000;
  const longDuration = percentOf(thresholds.usedPercent, timeoutMilliseconds);
  return {
    [errorRateName(name)]: mathAlarm(
      `More than ${thresholds.serverErrorPercent} % of invocations of ${name} end in an error`,
      'IF(invocations > 0, 100 * errors / invocations, 0)',
      { errors: functionMetric(name, 'Errors', 'Sum'), invocations: functionMetric(name, 'Invocations', 'Sum') },
      {
        threshold: thresholds.serverErrorPercent,
        notify: 'NONE',
        drill: shareDrill('errors', 'invocations', thresholds.serverErrorPercent, 2),
      },
    ),
    [throttleName(name)]: metricAlarm(
      `An invocation of ${name} was throttled: its caller got an error`,
      functionMetric(name, 'Throttles', 'Sum'),
      {
        threshold: 0,
        evaluationPeriods: 1,
        datapointsToAlarm: 1,
        notify: 'NONE',
        drill: metricDrill(1, 0, 1),
      },
    ),
    [`${name}-duration`]: metricAlarm(
      `1 % of invocations of ${name} take more than ${thresholds.usedPercent} % of its timeout of ${lambda.timeoutSeconds} s`,
      functionMetric(name, 'Duration', 'p99'),
      { threshold: longDuration, drill: metricDrill(timeoutMilliseconds, longDuration, 2) },
    ),
    ...concurrencyAlarms(name, lambda, thresholds),
    ...iteratorAgeAlarms(name, lambda, thresholds),
  };
}

function concurrencyAlarms(
  name: string,
  { reservedConcurrency }: LambdaFunction,
  { usedPercent }: AlarmThresholds,
): Alarms {
  // A reserved concurrency of 0 turns a function off.
  if (!reservedConcurrency) return {};
  const threshold = percentOf(usedPercent, reservedConcurrency);
  return {
    [`${name}-concurrency`]: metricAlarm(
      `${name} uses more than ${usedPercent} % of its reserved concurrency of ${reservedConcurrency}`,
      functionMetric(name, 'ConcurrentExecutions', 'Maximum'),
      { threshold, drill: metricDrill(reservedConcurrency, threshold, 2) },
    ),
  };
}

/** A stream keeps its records for 24 hours (Amazon DynamoDB Developer Guide, "Change data capture for DynamoDB Streams"). */
const STREAM_SECONDS = 86_400;

/** The alarm on changes of tables that wait. They are lost when their stream, or the trigger's own limit, gives them up. */
function iteratorAgeAlarms(name: string, { triggers }: LambdaFunction, { messageAgePercent }: AlarmThresholds): Alarms {
  const ages = Object.values(triggers)
    .filter(({ table }) => table !== undefined)
    .map(({ maximumRecordAgeSeconds }) => maximumRecordAgeSeconds ?? STREAM_SECONDS);
  if (ages.length === 0) return {};
  const seconds = Math.min(STREAM_SECONDS, ...ages);
  const milliseconds = Math.floor(percentOf(messageAgePercent, seconds * 1000));
  return {
    [`${name}-iterator-age`]: metricAlarm(
      `A change of a table has waited for ${name} for more than ${messageAgePercent} % of the ${seconds} s after which it is lost`,
      functionMetric(name, 'IteratorAge', 'Maximum'),
      {
        periodSeconds: 300,
        evaluationPeriods: 1,
        datapointsToAlarm: 1,
        threshold: milliseconds,
        drill: metricDrill(milliseconds + 1, milliseconds, 1),
      },
    ),
  };
}
