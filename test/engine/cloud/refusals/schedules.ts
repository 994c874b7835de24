// Refusals of EventBridge Scheduler, and of its provider.

import { isObject, type Properties, text } from '../properties';
import type { Refusal } from '../refusal';
import { outside } from './range';

const SCHEDULE = 'aws:scheduler/schedule:Schedule';
const CHANGES = ['create', 'update'] as const;

/** A fact about schedules. */
const fact = (about: string, when: Refusal['when'], refuses: Refusal['refuses'], source: string): Refusal => ({
  ...{ fact: about, kind: SCHEDULE, when, refuses, source },
});

const PROVIDER = 'internal/service/scheduler/schedule.go';
const GUIDE = 'EventBridge Scheduler User Guide';

/** The refusals. */
export const SCHEDULE_REFUSALS: readonly Refusal[] = [
  fact(
    'the name of a schedule has 1 to 64 letters, digits, dashes, underscores and dots',
    ['check'],
    ({ inputs }) =>
      inputs.name === undefined || /^[0-9A-Za-z_.-]{1,64}$/.test(text(inputs, 'name'))
        ? undefined
        : 'invalid value for name (The name must consist of alphanumerics, hyphens, and underscores.)',
    `${PROVIDER} (name: StringLenBetween(1, 64), StringMatch)`,
  ),
  fact(
    'a flexible window has 1 to 1,440 minutes',
    ['check'],
    ({ inputs }) => outside('flexible_time_window.0.maximum_window_in_minutes', windowOf(inputs), 1, 1440),
    `${PROVIDER} (maximum_window_in_minutes: IntBetween(1, 1440))`,
  ),
  fact(
    'a schedule retries up to 185 times, for 60 to 86,400 seconds',
    ['check'],
    ({ inputs }) => {
      const { maximumRetryAttempts, maximumEventAgeInSeconds } = targetPart(inputs, 'retryPolicy');
      return (
        outside('target.0.retry_policy.0.maximum_retry_attempts', maximumRetryAttempts, 0, 185) ??
        outside('target.0.retry_policy.0.maximum_event_age_in_seconds', maximumEventAgeInSeconds, 60, 86_400)
      );
    },
    `${PROVIDER} (retry_policy)`,
  ),
  fact(
    'a flexible window has a length, and a fixed time has none',
    CHANGES,
    ({ inputs }) => {
      const mode = text((inputs.flexibleTimeWindow ?? {}) as Properties, 'mode');
      return (mode === 'FLEXIBLE') === (windowOf(inputs) !== undefined)
        ? undefined
        : invalid('The maximum window in minutes must be set if and only if the mode is FLEXIBLE.');
    },
    'EventBridge Scheduler API, FlexibleTimeWindow (the wording is ours)',
  ),
  fact(
    'a schedule expression is cron with six fields, a rate, or a date',
    CHANGES,
    ({ inputs }) => {
      const expression = text(inputs, 'scheduleExpression');
      return EXPRESSION.test(expression) ? undefined : invalid(`Invalid Schedule Expression ${expression}.`);
    },
    `${GUIDE}, "Schedule types"; EventBridge Scheduler API, CreateSchedule`,
  ),
  fact(
    'the time zone of a schedule exists',
    CHANGES,
    ({ inputs }) => {
      const zone = text(inputs, 'scheduleExpressionTimezone') || 'UTC';
      return isTimeZone(zone) ? undefined : invalid(`Invalid Schedule Expression Timezone ${zone}.`);
    },
    'EventBridge Scheduler API, CreateSchedule (ScheduleExpressionTimezone; the wording is ours)',
  ),
  fact(
    'the dead-letter queue of a schedule is a standard queue',
    CHANGES,
    ({ inputs }) => {
      const queue = text(targetPart(inputs, 'deadLetterConfig'), 'arn');
      return queue === '' || QUEUE_ARN.test(queue)
        ? undefined
        : invalid(`Value '${queue}' at 'target.deadLetterConfig.arn' failed to satisfy constraint`);
    },
    `${GUIDE}, "Configuring a dead-letter queue"; EventBridge Scheduler API, DeadLetterConfig (the pattern has no dot)`,
  ),
  fact(
    'the input of a function is JSON with at most 262,144 bytes',
    CHANGES,
    ({ inputs }) => {
      const input = text((inputs.target ?? {}) as Properties, 'input');
      if (input === '') return undefined;
      if (Buffer.byteLength(input) > 262_144) return invalid('Input exceeds the maximum size of 262144 bytes.');
      return isJson(input) ? undefined : invalid('Input must be valid JSON for a Lambda target.');
    },
    `EventBridge Scheduler API, Target (Input); ${GUIDE}, quotas (the wording is ours)`,
  ),
  fact(
    'EventBridge Scheduler may assume the role of a schedule',
    CHANGES,
    ({ inputs, world }) => {
      const arn = text((inputs.target ?? {}) as Properties, 'roleArn');
      const role = world.all('aws:iam/role:Role').find(({ outputs }) => outputs.arn === arn);
      return text(role?.inputs ?? {}, 'assumeRolePolicy').includes('scheduler.amazonaws.com')
        ? undefined
        : invalid('The execution role you provide must allow AWS EventBridge Scheduler to assume the role.');
    },
    "EventBridge Scheduler's response, quoted in aws/aws-sdk-js-v3#6494",
  ),
  fact(
    'the group of a schedule exists',
    ['create'],
    ({ inputs, world }) => {
      const group = text(inputs, 'groupName');
      const exists = world.all('aws:scheduler/scheduleGroup:ScheduleGroup').some((one) => one.inputs.name === group);
      return exists || group === 'default'
        ? undefined
        : `ResourceNotFoundException: Schedule group ${group} does not exist.`;
    },
    'EventBridge Scheduler API, CreateSchedule (ResourceNotFoundException)',
  ),
];

const EXPRESSION =
  /^(cron\(\S+( \S+){5}\)|rate\([1-9]\d* (minute|hour|day)s?\)|at\(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\))$/;
const QUEUE_ARN = /^arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:[a-zA-Z0-9-_]+$/;

function invalid(message: string): string {
  return `ValidationException: ${message}`;
}

function windowOf({ flexibleTimeWindow }: Properties): unknown {
  return isObject(flexibleTimeWindow) ? flexibleTimeWindow.maximumWindowInMinutes : undefined;
}

function targetPart({ target }: Properties, part: string): Properties {
  const found = isObject(target) ? target[part] : undefined;
  return isObject(found) ? found : {};
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isJson(input: string): boolean {
  try {
    JSON.parse(input);
    return true;
  } catch {
    return false;
  }
}
