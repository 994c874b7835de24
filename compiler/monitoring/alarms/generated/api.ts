// The alarms of the API: server errors, client errors and latency.

import type { AlarmThresholds, Api } from '../../../../schema/environment.generated';
import { apiMetric } from '../../metrics/watch';
import { type Alarms, mathAlarm, metricAlarm, metricDrill, percentOf, shareDrill } from './alarm';

/** The name of the alarm on the API's 5XX responses. */
export const serverErrorsName = (api: Api): string => `${api.name}-server-errors`;

/** The alarms of the API. */
export function apiAlarms(api: Api, thresholds: AlarmThresholds): Alarms {
  const requests = apiMetric('Count', 'Sum');
  const slowThreshold = percentOf(thresholds.usedPercent, api.integrationTimeoutMilliseconds);
  return {
    // Includes 500 responses that the function returns itself, which its Errors metric does not count.
    [serverErrorsName(api)]: mathAlarm(
      `More than ${thresholds.serverErrorPercent} % of requests to ${api.name} fail with a 5XX status`,
      'IF(requests > 0, 100 * errors / requests, 0)',
      { errors: apiMetric('5XXError', 'Sum'), requests },
      {
        threshold: thresholds.serverErrorPercent,
        notify: 'NONE',
        drill: shareDrill('errors', 'requests', thresholds.serverErrorPercent, 2),
      },
    ),
    // With few requests, a percentage of client errors means nothing.
    [`${api.name}-client-errors`]: mathAlarm(
      `More than ${thresholds.clientErrorPercent} % of requests to ${api.name} fail with a 4XX status`,
      'IF(requests >= 20, 100 * errors / requests, 0)',
      { errors: apiMetric('4XXError', 'Sum'), requests },
      {
        threshold: thresholds.clientErrorPercent,
        evaluationPeriods: 5,
        datapointsToAlarm: 4,
        drill: shareDrill('errors', 'requests', thresholds.clientErrorPercent, 4),
      },
    ),
    [`${api.name}-latency`]: metricAlarm(
      `1 % of requests to ${api.name} take longer than ${thresholds.latencyMilliseconds} ms`,
      apiMetric('Latency', 'p99'),
      {
        threshold: thresholds.latencyMilliseconds,
        evaluationPeriods: 5,
        datapointsToAlarm: 3,
        drill: metricDrill(thresholds.latencyMilliseconds + 1, thresholds.latencyMilliseconds, 3),
      },
    ),
    [`${api.name}-integration-latency`]: metricAlarm(
      `The functions of ${api.name} take more than ${thresholds.usedPercent} % of the ${api.integrationTimeoutMilliseconds} ms that API Gateway waits`,
      apiMetric('IntegrationLatency', 'p99'),
      { threshold: slowThreshold, drill: metricDrill(api.integrationTimeoutMilliseconds, slowThreshold, 2) },
    ),
  };
}
