// The alarms on payments: refusals, unusual amounts, and lost failure records.

import { METRICS_NAMESPACE } from '../../../../contract/settings';
import type { AlarmThresholds, LambdaFunction } from '../../../../schema/environment.generated';
import { ownMetric } from '../../metrics/watch';
import { type Alarms, mathAlarm, metricAlarm, metricDrill, percentExpression } from './alarm';

/** The alarms on the payment metrics that a function publishes; none if it publishes no metrics. */
export function paymentAlarms(
  name: string,
  lambda: LambdaFunction,
  currencies: readonly string[],
  { refusedPercent, largestAmountTimesAverage: times }: AlarmThresholds,
): Alarms {
  if (lambda.environment[METRICS_NAMESPACE] === undefined) return {};
  const refused = Math.floor(refusedPercent) + 1;
  return {
    [`${name}-refused`]: mathAlarm(
      `More than ${refusedPercent} % of payments are refused`,
      percentExpression('refused', 'processed'),
      { processed: ownMetric(name, 'PaymentsProcessed', 'Sum'), refused: ownMetric(name, 'PaymentsRefused', 'Sum') },
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
      'A failure could not be written to the dead-letter queue; it is recorded only in the log',
      ownMetric(name, 'DeadLettersLost', 'Sum'),
      { threshold: 0, evaluationPeriods: 1, datapointsToAlarm: 1, notify: 'PAGE', drill: metricDrill(1, 0, 1) },
    ),
    ...Object.fromEntries(
      currencies.map((currency) => [`${name}-amounts-${currency.toLowerCase()}`, amountAlarm(name, currency, times)]),
    ),
  };
}

/** The largest of n amounts is at most n times their average, so few payments do not trigger the alarm. */
function amountAlarm(name: string, currency: string, times: number) {
  const ofCurrency = (statistic: string) => ownMetric(name, 'PaymentAmount', statistic, { currency });
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
