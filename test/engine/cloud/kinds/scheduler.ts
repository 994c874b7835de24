// Schedules and schedule groups of EventBridge Scheduler.

import type { Kind } from '../../../../compiler/graph/kind';
import { arn, type Behaviour, named } from '../behaviour';
import { text } from '../properties';

/** The behaviour of each kind of the service. */
export const SCHEDULER = {
  'aws:scheduler/schedule:Schedule': {
    identity: (inputs, { region }) => `${region}/${text(inputs, 'groupName')}/${text(inputs, 'name')}`,
    existing: {
      response: 'refuse',
      text: (inputs) => `ConflictException: Schedule ${text(inputs, 'name')} already exists.`,
    },
    id: (inputs) => `${text(inputs, 'groupName')}/${text(inputs, 'name')}`,
    sets: [
      'target.ecsParameters.capacityProviderStrategies',
      'target.ecsParameters.placementConstraints',
      'target.ecsParameters.placementStrategies',
      'target.sagemakerPipelineParameters.pipelineParameters',
    ],
    defaults: {
      scheduleExpressionTimezone: 'UTC',
      state: 'ENABLED',
      'target.retryPolicy.maximumEventAgeInSeconds': 86_400,
      'target.retryPolicy.maximumRetryAttempts': 185,
    },
    // UpdateSchedule replaces the whole schedule.
    putsAll: true,
    chosen: (_inputs, { region }) => ({ actionAfterCompletion: 'NONE', region }),
    outputs: ({ inputs }, place) => ({
      arn: arn('scheduler', place, `schedule/${text(inputs, 'groupName')}/${text(inputs, 'name')}`),
    }),
    source: 'internal/service/scheduler/schedule.go; EventBridge Scheduler API, CreateSchedule, UpdateSchedule',
  },
  'aws:scheduler/scheduleGroup:ScheduleGroup': {
    identity: named('name'),
    existing: {
      response: 'refuse',
      text: (inputs) => `ConflictException: Schedule group ${text(inputs, 'name')} already exists.`,
    },
    id: (inputs) => text(inputs, 'name'),
    chosen: (_inputs, { region }) => ({ region }),
    outputs: ({ inputs }, place) => ({
      arn: arn('scheduler', place, `schedule-group/${text(inputs, 'name')}`),
      creationDate: '2026-01-01T00:00:00Z',
      lastModificationDate: '2026-01-01T00:00:00Z',
      state: 'ACTIVE',
    }),
    // DeleteScheduleGroup deletes the schedules of the group.
    afterDelete: ({ inputs }, world) =>
      world.removeAll(
        (other) => other.type === 'aws:scheduler/schedule:Schedule' && other.inputs.groupName === inputs.name,
      ),
    source: 'internal/service/scheduler/schedule_group.go; EventBridge Scheduler API, DeleteScheduleGroup',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;
