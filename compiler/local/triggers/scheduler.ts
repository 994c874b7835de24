// Invokes functions at the times of schedules, on the clock of the run (EventBridge Scheduler User Guide, "Schedule types").

import { randomUUID } from 'node:crypto';
import { nextTime } from '../../model/schedule-times';
import { LOCAL_ACCOUNT } from '../local-values';
import { invokeAsync } from './async-invocation';
import type { RunningTrigger, TriggerParts } from './trigger-parts';
import type { Schedule } from './trigger-settings';

/** The longest time for which a timer waits, in milliseconds: timers of Node.js wait at most 24 days. */
const LONGEST_WAIT = 86_400_000;

const MINUTE = 60_000;

/** Starts a schedule. @param deadLetterArn the dead-letter queue of its function */
export function runSchedule(
  schedule: Schedule,
  deadLetterArn: string | undefined,
  parts: TriggerParts,
): RunningTrigger {
  const { clock, random } = parts;
  const createdAt = clock.now();
  let after = createdAt - 1;
  let next: number | undefined;
  let cancel = () => {};

  function arm(): void {
    next = nextTime({ ...schedule, createdAt }, after);
    if (next === undefined) return;
    const window = schedule.windowMinutes * MINUTE;
    waitUntil(next + Math.floor(random() * window), next);
  }

  function waitUntil(time: number, scheduled: number): void {
    const rest = time - clock.now();
    cancel = clock.after(Math.max(0, Math.min(rest, LONGEST_WAIT)), () => {
      if (clock.now() < time) {
        waitUntil(time, scheduled);
        return;
      }
      after = scheduled;
      const event = eventOf(schedule, scheduled, parts.region);
      void invokeAsync({ trigger: schedule.id, functionArn: schedule.functionArn, event, deadLetterArn }, parts);
      arm();
    });
  }

  arm();
  return { position: () => ({ waiting: 0, nextAt: next, shards: [] }), wake: () => {}, stop: () => cancel() };
}

/** The event of a schedule: its input, with the values of context attributes, or Scheduler's notice. */
function eventOf({ name, group, input }: Schedule, scheduled: number, region: string): unknown {
  const arn = `arn:aws:scheduler:${region}:${LOCAL_ACCOUNT}:schedule/${group}/${name}`;
  const time = new Date(scheduled).toISOString().replace(/\.\d+Z$/, 'Z');
  const id = randomUUID();
  if (input === undefined)
    return {
      ...{ version: '0', id, 'detail-type': 'Scheduled Event', source: 'aws.scheduler', account: LOCAL_ACCOUNT },
      ...{ time, region, resources: [arn], detail: '{}' },
    };
  const attributes = { 'schedule-arn': arn, 'scheduled-time': time, 'execution-id': id, 'attempt-number': '1' };
  const text = Object.entries(attributes).reduce(
    (filled, [attribute, value]) => filled.replaceAll(`<aws.scheduler.${attribute}>`, value),
    input,
  );
  return JSON.parse(text) as unknown;
}
