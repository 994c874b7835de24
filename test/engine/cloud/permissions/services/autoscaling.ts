// The calls for targets and policies of Application Auto Scaling.

import { type Call, calls, type KindCalls, type Subject, serviceLinkedRole } from '../call';

/** Calls on the table of a target: the caller must also be allowed to describe and update the registered resource. */
function onTable({ inputs, place }: Subject): Call[] {
  const [, table = ''] = String(inputs.resourceId).split('/');
  const arn = `arn:${place.partition}:dynamodb:${place.region}:${place.account}:table/${table}`;
  return calls(arn, 'dynamodb:DescribeTable', 'dynamodb:UpdateTable');
}

function onAlarms({ inputs, place }: Subject, ...actions: readonly string[]): Call[] {
  const alarm = `TargetTracking-${String(inputs.resourceId)}-AlarmHigh-0a1b2c3d`;
  return calls(
    `arn:${place.partition}:cloudwatch:${place.region}:${place.account}:alarm:${alarm}`,
    ...actions.map((action) => `cloudwatch:${action}`),
  );
}

/** The calls of each kind. */
export const AUTOSCALING = {
  'aws:appautoscaling/target:Target': {
    source:
      'appautoscaling/target.go; Application Auto Scaling User Guide, "Identity-based policy examples" and "Service-linked roles"',
    tagging: {
      tag: 'application-autoscaling:TagResource',
      untag: 'application-autoscaling:UntagResource',
      list: 'application-autoscaling:ListTagsForResource',
    },
    make: (subject) => [
      ...calls(subject.arn, 'application-autoscaling:RegisterScalableTarget'),
      ...onTable(subject),
      serviceLinkedRole(
        subject.place,
        'dynamodb.application-autoscaling.amazonaws.com',
        'AWSServiceRoleForApplicationAutoScaling_DynamoDBTable',
      ),
    ],
    read: ({ arn }) => [
      ...calls('*', 'application-autoscaling:DescribeScalableTargets'),
      ...calls(arn, 'application-autoscaling:ListTagsForResource'),
    ],
    update: ({ arn, changes }) =>
      changes('minCapacity', 'maxCapacity') ? calls(arn, 'application-autoscaling:RegisterScalableTarget') : [],
    delete: ({ arn }) => [
      ...calls(arn, 'application-autoscaling:DeregisterScalableTarget'),
      ...calls('*', 'application-autoscaling:DescribeScalableTargets'),
    ],
  },

  'aws:appautoscaling/policy:Policy': {
    source: 'appautoscaling/policy.go; Application Auto Scaling User Guide, "Identity-based policy examples"',
    make: (subject) => [
      ...calls(subject.arn, 'application-autoscaling:PutScalingPolicy'),
      ...onAlarms(subject, 'PutMetricAlarm', 'DescribeAlarms'),
    ],
    read: () => calls('*', 'application-autoscaling:DescribeScalingPolicies'),
    update: (subject) =>
      subject.changes('targetTrackingScalingPolicyConfiguration', 'policyType')
        ? [
            ...calls(subject.arn, 'application-autoscaling:PutScalingPolicy'),
            ...onAlarms(subject, 'PutMetricAlarm', 'DescribeAlarms'),
          ]
        : [],
    delete: (subject) => [
      ...calls(subject.arn, 'application-autoscaling:DeleteScalingPolicy'),
      ...onAlarms(subject, 'DeleteAlarms'),
    ],
  },
} satisfies Record<string, KindCalls>;
