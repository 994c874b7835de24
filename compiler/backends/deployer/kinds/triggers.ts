// Access rules for the triggers of functions: event source mappings, and schedules with their group.

import { type KindAccess, passRole } from '../access';

/** The rules of each kind. */
export const TRIGGERS = {
  'aws:lambda/eventSourceMapping:EventSourceMapping': {
    service: 'lambda',
    create: ['TagResource'],
    read: ['ListTags'],
    update: ['UntagResource'],
    delete: [],
    on: () => ['event-source-mapping:*'],
    // Mappings do not have names. Lambda restricts these actions by the function instead (Service Authorization Reference, AWS Lambda).
    also: ({ functionName }, { partition, region, account }) => [
      {
        actions: ['lambda:CreateEventSourceMapping'],
        resources: ['*'],
        condition: { ArnLike: { 'lambda:FunctionArn': functionName } },
      },
      {
        actions: ['DeleteEventSourceMapping', 'GetEventSourceMapping', 'UpdateEventSourceMapping'].map(
          (action) => `lambda:${action}`,
        ),
        resources: [`arn:${partition}:lambda:${region}:${account}:event-source-mapping:*`],
        condition: { ArnLike: { 'lambda:FunctionArn': functionName } },
      },
    ],
  } satisfies KindAccess<'aws:lambda/eventSourceMapping:EventSourceMapping'>,

  'aws:scheduler/schedule:Schedule': {
    service: 'scheduler',
    create: ['CreateSchedule'],
    read: ['GetSchedule'],
    update: ['UpdateSchedule'],
    delete: ['DeleteSchedule'],
    on: ({ groupName, name }) => [`schedule/${groupName}/${name}`],
    also: ({ target }) => [passRole(target.roleArn, 'scheduler.amazonaws.com')],
  } satisfies KindAccess<'aws:scheduler/schedule:Schedule'>,

  'aws:scheduler/scheduleGroup:ScheduleGroup': {
    service: 'scheduler',
    create: ['CreateScheduleGroup', 'TagResource'],
    read: ['GetScheduleGroup', 'ListTagsForResource'],
    update: ['UntagResource'],
    delete: ['DeleteScheduleGroup'],
    on: ({ name }) => [`schedule-group/${name}`],
  } satisfies KindAccess<'aws:scheduler/scheduleGroup:ScheduleGroup'>,
};
