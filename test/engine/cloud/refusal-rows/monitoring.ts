// Refusals of CloudWatch, X-Ray and AWS Backup: an accepted and a refused change for each fact.

import type { Properties } from '../properties';
import { drop, plan, put, type Row, sample } from './steps';

const ALARM = 'aws:cloudwatch/metricAlarm:MetricAlarm';
const ACCOUNT = 'aws:apigateway/account:Account';

const alarm = (inputs: Properties) =>
  put('aws:cloudwatch/metricAlarm:MetricAlarm', 'alarm', {
    ...{ name: 'alarm', comparisonOperator: 'GreaterThanThreshold', evaluationPeriods: 1, threshold: 0 },
    ...inputs,
  });
const loggingStage = sample('aws:apigateway/stage:Stage', 'prod', {
  accessLogSettings: { destinationArn: 'arn', format: '$context.requestId' },
});

/** The rows, by fact. */
export const MONITORING: Readonly<Record<string, Row>> = {
  'the expression of an alarm may have at most 1,024 characters': {
    good: [alarm({ metricQueries: [{ id: 'a', expression: 'x'.repeat(1024) }] })],
    refused: alarm({ metricQueries: [{ id: 'a', expression: 'x'.repeat(1025) }] }),
    answer: '1 - 1024',
  },
  'a percentile may have at most two decimals': {
    good: [alarm({ extendedStatistic: 'p99.99' })],
    refused: alarm({ extendedStatistic: 'p99.999' }),
    answer: 'invalid value for extended_statistic',
  },
  'an alarm that a composite alarm uses cannot be deleted': {
    before: [
      alarm({}),
      put('aws:cloudwatch/compositeAlarm:CompositeAlarm', 'all', { alarmName: 'all', alarmRule: 'ALARM("alarm")' }),
    ],
    good: [drop('aws:cloudwatch/compositeAlarm:CompositeAlarm', 'all'), drop(ALARM, 'alarm')],
    refused: drop(ALARM, 'alarm'),
    answer: 'as there are composite alarm(s) depending on it',
  },
  'a stage can write logs only if the account has a logging role': {
    before: [put(ACCOUNT, 'account', { cloudwatchRoleArn: 'role' }), drop(ACCOUNT, 'account')],
    good: [put(ACCOUNT, 'account', { cloudwatchRoleArn: 'role' }), loggingStage],
    refused: loggingStage,
    answer: 'CloudWatch Logs role ARN must be set in account settings to enable logging',
  },
  'the rule of a composite alarm may have at most 10,240 characters': {
    good: [put('aws:cloudwatch/compositeAlarm:CompositeAlarm', 'a', { alarmName: 'a', alarmRule: 'x'.repeat(10_240) })],
    refused: put('aws:cloudwatch/compositeAlarm:CompositeAlarm', 'a', {
      ...{ alarmName: 'a', alarmRule: 'x'.repeat(10_241) },
    }),
    answer: '1 - 10240',
  },
  'the service name of a sampling rule may have at most 64 characters': {
    good: [sample('aws:xray/samplingRule:SamplingRule', 'rule', { serviceName: 'x'.repeat(64) })],
    refused: sample('aws:xray/samplingRule:SamplingRule', 'rule', { serviceName: 'x'.repeat(65) }),
    answer: '0 - 64',
  },
  'the schedule of a backup must be a cron expression': {
    good: [plan('cron(0 5 * * ? *)')],
    refused: plan('rate(1 day)'),
    answer: 'Invalid schedule expression',
  },
};
