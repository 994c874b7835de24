// The alarms of the business: payments that are refused, amounts out of the ordinary, failures that left no trace.

import type { AlarmThresholds, LambdaFunction } from '../../../schema/environment.generated';
import { type Alarms, mathAlarm, metric, metricAlarm, metricDrill } from './alarm';

/** The environment variable in which a function finds the namespace of the metrics that it publishes. */
export const METRICS_NAMESPACE = 'METRICS_NAMESPACE';

/** The alarms on what a function publishes of payments; none where it publishes nothing. */
export function paymentAlarms(
  name: string,
  lambda: LambdaFunction,
  currencies: readonly string[],
  { refusedPercent, largestAmountTimesAverage: times }: AlarmThresholds,
): Alarms {
  if (lambda.environment[METRICS_NAMESPACE] === undefined) return {};
  const part = `functions.${name}.metrics`;
  const refused = Math.floor(refusedPercent) + 1;
  return {
    [`${name}-refused`]: mathAlarm(
      `More than ${refusedPercent} % of payments are refused`,
      'IF(processed + refused >= 20, 100 * refused / (processed + refused), 0)',
      { processed: metric(part, 'PaymentsProcessed', 'Sum'), refused: metric(part, 'PaymentsRefused', 'Sum') },
      {
        periodSeconds: 300,
        threshold: refusedPercent,
        drill: {
          fires: { processed: `${100 - refused} ${100 - refused}`, refused: `${refused} ${refused}` },
          quiet: { processed: '1 100', refused: '15 0' },
        },
      },
    ),
    [`${name}-dead-letters-lost`]: metricAlarm(
      'A failure could not be written to the dead-letter queue: only the log knows of it',
      metric(part, 'DeadLettersLost', 'Sum'),
      { threshold: 0, evaluationPeriods: 1, datapointsToAlarm: 1, notify: 'PAGE', drill: metricDrill(1, 0, 1) },
    ),
    ...Object.fromEntries(
      currencies.map((currency) => [`${name}-amounts-${currency.toLowerCase()}`, amountAlarm(part, currency, times)]),
    ),
  };
}

/** Of n amounts, the largest is at most n times their average: few payments raise no alarm. */
function amountAlarm(part: string, currency: string, times: number) {
  const ofCurrency = (statistic: string) => metric(part, 'PaymentAmount', statistic, { currency });
  return mathAlarm(
    `A payment in ${currency} was more than ${times} times the average of its hour`,
    'IF(average > 0, largest / average, 0)',
    { largest: ofCurrency('Maximum'), average: ofCurrency('Average') },
    {
      periodSeconds: 3600,
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
      threshold: times,
      drill: {
        fires: { largest: String(10 * times + 1), average: '10' },
        quiet: { largest: `${10 * times} _`, average: '10 _' },
      },
    },
  );
}
