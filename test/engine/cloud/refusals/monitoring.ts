// Refusals of CloudWatch, X-Ray and AWS Backup, most of them from the provider before any change.

import { objectsOf, type Properties, text } from '../properties';
import type { Refusal } from '../refusal';

const ALARM = 'aws:cloudwatch/metricAlarm:MetricAlarm';

/** The refusals. */
export const MONITORING_REFUSALS: readonly Refusal[] = [
  {
    fact: 'the expression of an alarm may have at most 1,024 characters',
    kind: ALARM,
    when: ['check'],
    refuses: ({ inputs }) =>
      objectsOf(inputs.metricQueries).some((query) => text(query, 'expression').length > 1024)
        ? 'expected length of metric_query.0.expression to be in the range (1 - 1024)'
        : undefined,
    source: 'internal/service/cloudwatch/metric_alarm.go (metric_query.expression: StringLenBetween(1, 1024))',
  },
  {
    fact: 'a percentile may have at most two decimals',
    kind: ALARM,
    when: ['check'],
    refuses: ({ inputs }) => {
      const wrong = statisticsOf(inputs).find((statistic) => !STATISTIC.test(statistic));
      return wrong && `invalid value for extended_statistic (${wrong})`;
    },
    source: 'internal/service/cloudwatch/metric_alarm.go (extended_statistic; at most two decimals)',
  },
  {
    fact: 'the rule of a composite alarm may have at most 10,240 characters',
    kind: 'aws:cloudwatch/compositeAlarm:CompositeAlarm',
    when: ['check'],
    refuses: ({ inputs }) =>
      text(inputs, 'alarmRule').length > 10_240
        ? 'expected length of alarm_rule to be in the range (1 - 10240)'
        : undefined,
    source: 'internal/service/cloudwatch/composite_alarm.go (alarm_rule: StringLenBetween(1, 10240))',
  },
  {
    fact: 'the service name of a sampling rule may have at most 64 characters',
    kind: 'aws:xray/samplingRule:SamplingRule',
    when: ['check'],
    refuses: ({ inputs }) =>
      text(inputs, 'serviceName').length > 64
        ? 'expected length of service_name to be in the range (0 - 64)'
        : undefined,
    source: 'internal/service/xray/sampling_rule.go (service_name: StringLenBetween(0, 64))',
  },
  {
    fact: 'the schedule of a backup must be a cron expression',
    kind: 'aws:backup/plan:Plan',
    when: ['create', 'update'],
    refuses: ({ inputs }) =>
      objectsOf(inputs.rules).some((rule) => !/^(cron\(.*\))?$/.test(text(rule, 'schedule')))
        ? 'InvalidParameterValueException: Invalid schedule expression provided'
        : undefined,
    source:
      'AWS Backup API, BackupRuleInput.ScheduleExpression ("A CRON expression"); hashicorp/terraform-provider-aws#8269 (rate is not supported; the wording is ours)',
  },
];

const STATISTIC = /^(p\d{1,2}(\.\d{1,2})?|p100|(tm|wm|tc|ts)\d{1,2}(\.\d{1,2})?|(IQM|(PR|TC|TM|TS|WM)\(.*\)))$/;

function statisticsOf(inputs: Properties): string[] {
  return [text(inputs, 'extendedStatistic')].filter((statistic) => statistic !== '');
}
