// Rules for EventBridge Scheduler.

import { capitalized, type Json, jsonString, type KindRule, type Properties } from '../rule';

/** The rules of each kind. */
export const SCHEDULER = {
  'aws:scheduler/schedule:Schedule': {
    type: 'AWS::Scheduler::Schedule',
    inputs: {
      name: 'Name',
      groupName: 'GroupName',
      scheduleExpression: 'ScheduleExpression',
      scheduleExpressionTimezone: 'ScheduleExpressionTimezone',
      flexibleTimeWindow: capitalized('FlexibleTimeWindow'),
      kmsKeyArn: 'KmsKeyArn',
      target: (target) => ({ Target: targetOf(target as Properties) }),
    },
    attributes: { name: 'Ref', arn: { get: 'Arn' } },
  } satisfies KindRule<'aws:scheduler/schedule:Schedule'>,

  'aws:scheduler/scheduleGroup:ScheduleGroup': {
    type: 'AWS::Scheduler::ScheduleGroup',
    taggable: true,
    inputs: { name: 'Name' },
    attributes: { name: 'Ref', arn: { get: 'Arn' } },
  } satisfies KindRule<'aws:scheduler/scheduleGroup:ScheduleGroup'>,
};

function targetOf({ arn = '', roleArn = '', retryPolicy, deadLetterConfig, input }: Properties): Json {
  return {
    Arn: arn,
    RoleArn: roleArn,
    ...(retryPolicy !== undefined && { RetryPolicy: retryPolicyOf(retryPolicy as Properties) }),
    ...(deadLetterConfig !== undefined && { DeadLetterConfig: { Arn: (deadLetterConfig as Properties).arn ?? '' } }),
    ...(input !== undefined && { Input: jsonString(input) }),
  };
}

function retryPolicyOf({ maximumRetryAttempts = 0, maximumEventAgeInSeconds = 0 }: Properties): Json {
  return { MaximumRetryAttempts: maximumRetryAttempts, MaximumEventAgeInSeconds: maximumEventAgeInSeconds };
}
