// Refusals of schedules: an accepted and a refused change for each fact.

import type { Properties } from '../properties';
import { SAMPLES } from '../samples';
import { put, type Row, type Step, sample } from './steps';

const SCHEDULE = 'aws:scheduler/schedule:Schedule';

/** The group and the role of a schedule. */
export const SURROUNDINGS: readonly Step[] = [
  sample('aws:scheduler/scheduleGroup:ScheduleGroup', 'group'),
  put('aws:iam/role:Role', 'schedules', {
    name: 'schedules',
    assumeRolePolicy: '{"Statement":[{"Principal":{"Service":"scheduler.amazonaws.com"}}]}',
  }),
  put('aws:iam/role:Role', 'other', { name: 'other', assumeRolePolicy: '{}' }),
];

const schedule = (inputs: Properties) => sample(SCHEDULE, 's', inputs);
const TARGET = SAMPLES[SCHEDULE]?.target as Properties;
const target = (changes: Properties) => schedule({ target: { ...TARGET, ...changes } });
const queue = (name: string) => ({ deadLetterConfig: { arn: `arn:aws:sqs:us-east-1:123456789012:${name}` } });

const row = (good: Step, refused: Step, answer: string): Row => ({
  ...{ before: SURROUNDINGS, good: [good], refused, answer },
});

/** The rows, by fact. */
export const SCHEDULES: Readonly<Record<string, Row>> = {
  'the name of a schedule has 1 to 64 letters, digits, dashes, underscores and dots': row(
    schedule({ name: 'x'.repeat(64) }),
    schedule({ name: 'x'.repeat(65) }),
    'invalid value for name',
  ),
  'a flexible window has 1 to 1,440 minutes': row(
    schedule({ flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: 1440 } }),
    schedule({ flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: 1441 } }),
    'got 1441',
  ),
  'a schedule retries up to 185 times, for 60 to 86,400 seconds': row(
    target({ retryPolicy: { maximumRetryAttempts: 185, maximumEventAgeInSeconds: 60 } }),
    target({ retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 59 } }),
    'got 59',
  ),
  'a flexible window has a length, and a fixed time has none': row(
    schedule({ flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: 1 } }),
    schedule({ flexibleTimeWindow: { mode: 'FLEXIBLE' } }),
    'if and only if the mode is FLEXIBLE',
  ),
  'a schedule expression is cron with six fields, a rate, or a date': row(
    schedule({ scheduleExpression: 'cron(15 3 * * ? *)' }),
    schedule({ scheduleExpression: 'cron(15 3 * * ?)' }),
    'Invalid Schedule Expression',
  ),
  'the time zone of a schedule exists': row(
    schedule({ scheduleExpressionTimezone: 'Europe/Berlin' }),
    schedule({ scheduleExpressionTimezone: 'Europe/Atlantis' }),
    'Europe/Atlantis',
  ),
  'the dead-letter queue of a schedule is a standard queue': row(
    target(queue('failed')),
    target(queue('failed.fifo')),
    'deadLetterConfig',
  ),
  'the input of a function is JSON with at most 262,144 bytes': row(
    target({ input: `"${'x'.repeat(262_142)}"` }),
    target({ input: `"${'x'.repeat(262_143)}"` }),
    '262144 bytes',
  ),
  'EventBridge Scheduler may assume the role of a schedule': row(
    target({}),
    target({ roleArn: 'arn:aws:iam::123456789012:role/other' }),
    'to assume the role',
  ),
  'the group of a schedule exists': row(schedule({}), schedule({ groupName: 'none' }), 'does not exist'),
};
