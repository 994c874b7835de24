// The calls for event source mappings, and for schedules and their groups.

import { type Call, calls, type KindCalls, nested, passRole, type Subject, viaService, when } from '../call';

/** A call on a mapping. Its function is a condition key (Service Authorization Reference, AWS Lambda). */
function onMapping(arn: string, { inputs }: Subject, ...actions: readonly string[]): Call[] {
  const context = { 'lambda:FunctionArn': String(inputs.functionName) };
  return actions.map((action) => ({ action: `lambda:${action}`, on: [arn], context }));
}

const onSchedule = (arn: string, ...actions: readonly string[]) =>
  calls(arn, ...actions.map((action) => `scheduler:${action}`));

const MAPPING_INPUTS = [
  ...['functionName', 'batchSize', 'maximumBatchingWindowInSeconds', 'parallelizationFactor', 'filterCriteria'],
  ...['bisectBatchOnFunctionError', 'maximumRetryAttempts', 'maximumRecordAgeInSeconds', 'destinationConfig'],
  ...['functionResponseTypes', 'scalingConfig', 'enabled'],
];

const SCHEDULE_INPUTS = [
  'scheduleExpression',
  'scheduleExpressionTimezone',
  'flexibleTimeWindow',
  'kmsKeyArn',
  'target',
];

/** The role of the target, and the encryption of the schedule on behalf of the caller. */
function putSchedule({ inputs, place }: Subject): Call[] {
  return [
    passRole(nested(inputs, 'target').roleArn, 'scheduler.amazonaws.com'),
    ...when(
      inputs.kmsKeyArn,
      viaService(inputs.kmsKeyArn, 'scheduler', place.region, 'DescribeKey', 'GenerateDataKey', 'Decrypt'),
    ),
  ];
}

/** The calls of each kind. */
export const TRIGGERS = {
  'aws:lambda/eventSourceMapping:EventSourceMapping': {
    source: 'lambda/event_source_mapping.go; Service Authorization Reference, AWS Lambda',
    tagging: { tag: 'lambda:TagResource', untag: 'lambda:UntagResource', list: 'lambda:ListTags' },
    make: (subject) => onMapping('*', subject, 'CreateEventSourceMapping'),
    read: (subject) => [
      ...onMapping(subject.arn, subject, 'GetEventSourceMapping'),
      ...calls(subject.arn, 'lambda:ListTags'),
    ],
    update: (subject) =>
      when(subject.changes(...MAPPING_INPUTS), onMapping(subject.arn, subject, 'UpdateEventSourceMapping')),
    delete: (subject) => onMapping(subject.arn, subject, 'DeleteEventSourceMapping', 'GetEventSourceMapping'),
  },

  'aws:scheduler/schedule:Schedule': {
    source: 'scheduler/schedule.go; EventBridge Scheduler User Guide, "Encryption at rest" and "Managing access"',
    make: (subject) => [...onSchedule(subject.arn, 'CreateSchedule'), ...putSchedule(subject)],
    read: ({ arn, inputs, place }) => [
      ...onSchedule(arn, 'GetSchedule'),
      ...when(inputs.kmsKeyArn, viaService(inputs.kmsKeyArn, 'scheduler', place.region, 'Decrypt')),
    ],
    update: (subject) =>
      when(subject.changes(...SCHEDULE_INPUTS), onSchedule(subject.arn, 'UpdateSchedule'), putSchedule(subject)),
    delete: ({ arn }) => onSchedule(arn, 'DeleteSchedule', 'GetSchedule'),
  },

  'aws:scheduler/scheduleGroup:ScheduleGroup': {
    source: 'scheduler/schedule_group.go',
    tagging: {
      tag: 'scheduler:TagResource',
      untag: 'scheduler:UntagResource',
      list: 'scheduler:ListTagsForResource',
    },
    make: ({ arn }) => onSchedule(arn, 'CreateScheduleGroup'),
    read: ({ arn }) => onSchedule(arn, 'GetScheduleGroup', 'ListTagsForResource'),
    update: () => [],
    delete: ({ arn }) => onSchedule(arn, 'DeleteScheduleGroup', 'GetScheduleGroup'),
  },
} satisfies Record<string, KindCalls>;
