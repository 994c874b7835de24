// The kinds of resources of EventBridge Scheduler.

import { type KindDefinitions, once } from './definition';

/** Scheduler API Reference, CreateSchedule and CreateScheduleGroup: Name. */
const NAME = { input: 'name', service: 'EventBridge Scheduler', most: 64, fewest: 1, character: /[A-Za-z0-9_.-]/ };

/** The definitions, by Pulumi type token. */
export const SCHEDULER = {
  'aws:scheduler/schedule:Schedule': {
    identity: once('groupName', 'name'),
    cost: 'billed',
    replacedBy: ['groupName', 'name', 'namePrefix'],
    // Names are unique in a group, and a spec has one group.
    name: { ...NAME, what: 'schedule', within: 'groupName' },
    count: 'none',
    texts: 'short',
  },
  'aws:scheduler/scheduleGroup:ScheduleGroup': {
    identity: once('name'),
    cost: { free: 'groups of schedules' },
    replacedBy: ['name', 'namePrefix'],
    name: { ...NAME, what: 'schedule group' },
    count: 'fixed',
    texts: 'short',
  },
} as const satisfies KindDefinitions;
