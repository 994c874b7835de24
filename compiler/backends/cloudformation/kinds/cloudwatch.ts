// Rules for CloudWatch's alarms, dashboards and log groups.

import { type Json, jsonString, type KindRule, type Properties, pairs } from '../rule';

/** The rules of each kind. */
export const CLOUDWATCH = {
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': {
    type: 'AWS::CloudWatch::CompositeAlarm',
    taggable: true,
    inputs: {
      alarmName: 'AlarmName',
      alarmDescription: 'AlarmDescription',
      alarmRule: 'AlarmRule',
      actionsEnabled: 'ActionsEnabled',
      alarmActions: 'AlarmActions',
      okActions: 'OKActions',
      insufficientDataActions: 'InsufficientDataActions',
    },
    attributes: { id: 'Ref', alarmName: 'Ref', arn: { get: 'Arn' } },
  } satisfies KindRule<'aws:cloudwatch/compositeAlarm:CompositeAlarm'>,

  'aws:cloudwatch/dashboard:Dashboard': {
    type: 'AWS::CloudWatch::Dashboard',
    inputs: {
      dashboardName: 'DashboardName',
      dashboardBody: (body): Properties => ({ DashboardBody: jsonString(body) }),
    },
  } satisfies KindRule<'aws:cloudwatch/dashboard:Dashboard'>,

  'aws:cloudwatch/logGroup:LogGroup': {
    type: 'AWS::Logs::LogGroup',
    taggable: true,
    inputs: {
      name: 'LogGroupName',
      // Pulumi's 0 for no expiry is an absent property in CloudFormation.
      retentionInDays: (days): Properties => (days === 0 ? {} : { RetentionInDays: days }),
      kmsKeyId: 'KmsKeyId',
    },
    attributes: {
      name: 'Ref',
      // The attribute ends in `:*` in CloudFormation, but not in Pulumi.
      // biome-ignore lint/suspicious/noTemplateCurlyInString: syntax of Fn::Sub.
      arn: { sub: 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${}' },
    },
  } satisfies KindRule<'aws:cloudwatch/logGroup:LogGroup'>,

  'aws:cloudwatch/metricAlarm:MetricAlarm': {
    type: 'AWS::CloudWatch::Alarm',
    taggable: true,
    inputs: {
      name: 'AlarmName',
      alarmDescription: 'AlarmDescription',
      comparisonOperator: 'ComparisonOperator',
      threshold: 'Threshold',
      evaluationPeriods: 'EvaluationPeriods',
      datapointsToAlarm: 'DatapointsToAlarm',
      treatMissingData: 'TreatMissingData',
      metricName: 'MetricName',
      namespace: 'Namespace',
      dimensions: (dimensions) => ({ Dimensions: pairs(dimensions, 'Name') }),
      period: 'Period',
      statistic: 'Statistic',
      extendedStatistic: 'ExtendedStatistic',
      metricQueries: (queries) => ({ Metrics: (queries as readonly MetricQuery[]).map(metricQuery) }),
      actionsEnabled: 'ActionsEnabled',
      alarmActions: 'AlarmActions',
      okActions: 'OKActions',
      insufficientDataActions: 'InsufficientDataActions',
    },
    attributes: { id: 'Ref', name: 'Ref', arn: { get: 'Arn' } },
  } satisfies KindRule<'aws:cloudwatch/metricAlarm:MetricAlarm'>,
};

interface MetricQuery extends Properties {
  readonly id: string;
}

function metricQuery({ id, expression, label, returnData, metric }: MetricQuery): Json {
  return {
    Id: id,
    ...(expression !== undefined && { Expression: expression }),
    ...(label !== undefined && { Label: label }),
    ...(metric !== undefined && { MetricStat: metricStatistic(metric as Properties) }),
    // Pulumi's default is false, CloudFormation's is true.
    ReturnData: returnData ?? false,
  };
}

function metricStatistic({ metricName, namespace, dimensions, period, stat }: Properties): Json {
  return {
    Metric: {
      Namespace: namespace ?? '',
      MetricName: metricName ?? '',
      ...(dimensions !== undefined && { Dimensions: pairs(dimensions, 'Name') }),
    },
    Period: period ?? 60,
    Stat: stat ?? '',
  };
}
