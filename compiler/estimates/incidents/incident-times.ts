// How long incidents last, and are observed.

import type { ExpandedEnvironment } from '../../language/expand/expand';
import { isFrom } from '../../language/expand/triggers';
import { nextTime } from '../../model/schedule-times';

/** The usual length of an incident, in seconds. */
export const FAULT_SECONDS = 1800;

const SECONDS_PER_HOUR = 3600;
const SECONDS_PER_DAY = 86_400;

/** The longest time for which an incident is observed, in seconds. */
const MOST_SECONDS = 14 * SECONDS_PER_DAY;

/**
 * Until each schedule has run after the next midnight in UTC, when a reconciliation compares the day of the incident, and its repeats are
 * given up.
 * @param begin the time of the begin, in seconds since 1970
 */
export function untilScheduled({ facts }: ExpandedEnvironment, begin: number): number {
  const midnight = Math.ceil(begin / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  const ends = facts.triggers.filter(isFrom('schedule')).map(({ schedule, timeZone, maximumEventAgeSeconds }) => {
    const next = nextTime({ expression: schedule, timeZone, createdAt: begin * 1000 }, midnight * 1000);
    return next === undefined ? begin : next / 1000 + maximumEventAgeSeconds;
  });
  return bounded(Math.max(begin, ...ends) + FAULT_SECONDS - begin);
}

/** Until SQS has received a message as often as it may, and moves it to the dead-letter queue. */
export function untilRedriven({ queues }: ExpandedEnvironment): number {
  const times = Object.values(queues).map(({ visibilityTimeoutSeconds, deadLetterQueue }) =>
    deadLetterQueue === undefined ? 0 : deadLetterQueue.maxReceiveCount * visibilityTimeoutSeconds,
  );
  return bounded(Math.max(...times) + FAULT_SECONDS);
}

/** Until the last attempt of the first event has failed, and webhooks are disabled. */
export function untilDisabled({ payment }: ExpandedEnvironment): number {
  const times = Object.values(payment.webhooks).map(({ retryDelaysSeconds, disableAfterHours }) =>
    Math.max(
      disableAfterHours * SECONDS_PER_HOUR,
      retryDelaysSeconds.reduce((sum, delay) => sum + delay, 0),
    ),
  );
  return bounded(Math.max(...times) + FAULT_SECONDS);
}

/** At least the usual length, and whole seconds. */
function bounded(seconds: number): number {
  return Math.min(MOST_SECONDS, Math.max(FAULT_SECONDS, Math.ceil(seconds)));
}
