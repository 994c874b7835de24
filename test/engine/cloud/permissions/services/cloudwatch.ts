// The calls for log groups, alarms and dashboards of CloudWatch.

import { type Call, calls, type KindCalls, when } from '../call';

const TAGGING = {
  tag: 'cloudwatch:TagResource',
  untag: 'cloudwatch:UntagResource',
  list: 'cloudwatch:ListTagsForResource',
};

/** Both ARNs of a log group. Which one an action is authorized on is not documented, so that policies must allow both. */
const groupArns = (arn: string) => [arn, `${arn}:log-stream:`];

function onGroup(arn: string, ...actions: readonly string[]): Call[] {
  return calls(groupArns(arn), ...actions.map((action) => `logs:${action}`));
}

/** The calls of each kind. */
export const CLOUDWATCH = {
  'aws:cloudwatch/logGroup:LogGroup': {
    // CloudWatch Logs uses the key by the key's policy, not on behalf of the caller (Amazon CloudWatch Logs User Guide, "Encrypt log data").
    source: 'logs/group.go; Service Authorization Reference, Amazon CloudWatch Logs',
    tagging: {
      tag: 'logs:TagResource',
      untag: 'logs:UntagResource',
      list: 'logs:ListTagsForResource',
      on: ({ arn }) => groupArns(arn),
    },
    make: ({ arn }) => onGroup(arn, 'CreateLogGroup'),
    complete: ({ arn, inputs }) => when(inputs.retentionInDays, onGroup(arn, 'PutRetentionPolicy')),
    read: ({ arn }) => [...calls('*', 'logs:DescribeLogGroups'), ...onGroup(arn, 'ListTagsForResource')],
    update: ({ arn, inputs, changes }) => [
      ...when(
        changes('retentionInDays'),
        onGroup(arn, inputs.retentionInDays ? 'PutRetentionPolicy' : 'DeleteRetentionPolicy'),
      ),
      ...when(changes('kmsKeyId'), onGroup(arn, inputs.kmsKeyId ? 'AssociateKmsKey' : 'DisassociateKmsKey')),
    ],
    delete: ({ arn }) => onGroup(arn, 'DeleteLogGroup'),
  },

  'aws:cloudwatch/metricAlarm:MetricAlarm': {
    source: 'cloudwatch/metric_alarm.go',
    tagging: TAGGING,
    make: ({ arn }) => calls(arn, 'cloudwatch:PutMetricAlarm'),
    read: ({ arn }) => calls(arn, 'cloudwatch:DescribeAlarms', 'cloudwatch:ListTagsForResource'),
    update: ({ arn }) => calls(arn, 'cloudwatch:PutMetricAlarm'),
    delete: ({ arn }) => calls(arn, 'cloudwatch:DeleteAlarms'),
  },

  'aws:cloudwatch/compositeAlarm:CompositeAlarm': {
    // DescribeAlarms returns composite alarms only to callers that may describe all alarms (Amazon CloudWatch API Reference, DescribeAlarms).
    source: 'cloudwatch/composite_alarm.go; Amazon CloudWatch API Reference, DescribeAlarms',
    tagging: TAGGING,
    make: ({ arn }) => calls(arn, 'cloudwatch:PutCompositeAlarm'),
    read: ({ arn }) => [...calls('*', 'cloudwatch:DescribeAlarms'), ...calls(arn, 'cloudwatch:ListTagsForResource')],
    update: ({ arn }) => calls(arn, 'cloudwatch:PutCompositeAlarm'),
    delete: ({ arn }) => calls(arn, 'cloudwatch:DeleteAlarms'),
  },

  'aws:cloudwatch/dashboard:Dashboard': {
    source: 'cloudwatch/dashboard.go',
    make: ({ arn }) => calls(arn, 'cloudwatch:PutDashboard'),
    read: ({ arn }) => calls(arn, 'cloudwatch:GetDashboard'),
    update: ({ arn }) => calls(arn, 'cloudwatch:PutDashboard'),
    delete: ({ arn }) => calls(arn, 'cloudwatch:DeleteDashboards'),
  },
} satisfies Record<string, KindCalls>;
