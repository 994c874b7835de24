// The runs of schedules: EventBridge Scheduler starts them, and Lambda invokes their functions asynchronously.

import type { EventMetric } from '../../../../contract/event-metrics';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { isFrom, type ScheduleTrigger } from '../../../language/expand/triggers';
import type { Step } from '../../../model/limiter';
import { ASYNC_RETRIES, asyncThrottleDelay, scheduleRetryDelay } from '../../../model/retry-delays';
import { SMALLEST_AMOUNT } from '../../../model/rounding';
import { nextTime } from '../../../model/schedule-times';
import type { FUNCTION_METRICS } from '../../../monitoring/metrics/lambda';
import { SCHEDULE_METRICS } from '../../../monitoring/metrics/scheduler';
import type { RecordMetric } from '../metrics';
import type { RefusalCount } from '../recording';
import type { Scenario } from '../scenario';
import type { EventParts } from './event-parts';

/** A run of a schedule that is due at a time. A fault of a share of the runs makes it a part of a run. */
interface Run {
  readonly schedule: Schedule;
  readonly part: number;
  readonly at: number;
  /** The time of the schedule, or at which Lambda accepted the event. */
  readonly since: number;
  readonly isAccepted: boolean;
  readonly failures: number;
  readonly throttles: number;
}

interface Schedule {
  readonly trigger: ScheduleTrigger;
  readonly deadLetterQueue: string | undefined;
  readonly refused: RefusalCount;
  readonly received: RecordMetric | undefined;
  readonly dropped: RecordMetric | undefined;
  readonly deadLetterErrors: RecordMetric | undefined;
  readonly differences: RecordMetric | undefined;
  next: number | undefined;
}

type ScheduleMetric = keyof typeof SCHEDULE_METRICS.metrics;

/** The schedules of a system. */
export class ScheduleEvents {
  private readonly schedules: readonly Schedule[];
  private readonly metrics: Readonly<Partial<Record<ScheduleMetric, RecordMetric | undefined>>>;
  private readonly currencies: number;
  private runs: readonly Run[] = [];

  constructor(
    { facts, functions, payment }: ExpandedEnvironment,
    private readonly parts: EventParts,
    { start }: Pick<Scenario, 'start'>,
  ) {
    const { recording, metrics } = parts.books;
    this.currencies = payment.currencies.length;
    this.schedules = facts.triggers.filter(isFrom('schedule')).map((trigger): Schedule => {
      const lambda = functions[trigger.function];
      const resource = `functions.${trigger.function}`;
      const metric = (name: keyof typeof FUNCTION_METRICS.metrics) => metrics.recorder({ resource, name });
      const own = (name: EventMetric) => metrics.recorder({ resource: `${resource}.metrics`, name });
      return {
        trigger,
        deadLetterQueue: lambda?.deadLetterQueue,
        refused: recording.refusal({ what: `schedule ${scheduleName(trigger)}` }, 'TargetError', 0),
        received: metric('AsyncEventsReceived'),
        dropped: metric('AsyncEventsDropped'),
        deadLetterErrors: metric('DeadLetterErrors'),
        differences: own('ReconciliationDifferences'),
        next: nextRun(trigger, start - 1),
      };
    });
    const metric = (name: ScheduleMetric) => metrics.recorder({ resource: 'schedules', name });
    const names = Object.keys(SCHEDULE_METRICS.metrics) as ScheduleMetric[];
    this.metrics = Object.fromEntries(names.map((name) => [name, metric(name)]));
  }

  /** Starts the runs that are due in a step. It has one second then. */
  pass(step: Step): void {
    const end = step.from + step.seconds;
    for (const schedule of this.schedules)
      if (schedule.next !== undefined && schedule.next < end) {
        const at = schedule.next;
        this.add({ schedule, part: 1, at, since: at, isAccepted: false, failures: 0, throttles: 0 });
        schedule.next = nextRun(schedule.trigger, end - 1e-3);
      }
    if (this.runs.length === 0) return;
    const due = this.runs.filter(({ at }) => at < end);
    this.runs = this.runs.filter(({ at }) => at >= end);
    for (const run of due) {
      const accepted = run.isAccepted ? run : this.start(run);
      if (accepted !== undefined) this.invoke(step, accepted);
    }
  }

  steadySeconds(end: number): number {
    let seconds = Number.POSITIVE_INFINITY;
    for (const { next } of this.schedules) if (next !== undefined) seconds = Math.min(seconds, next - end);
    for (const { at } of this.runs) seconds = Math.min(seconds, at - end);
    return seconds;
  }

  private add(run: Run): void {
    if (run.part >= SMALLEST_AMOUNT) this.runs = [...this.runs, run];
  }

  /** Starts an invocation. Returns the part that Lambda accepts. */
  private start(run: Run): Run | undefined {
    const { schedule, part, at, since } = run;
    const { trigger } = schedule;
    const failed = part * this.parts.books.faults.share('failing schedule', scheduleName(trigger));
    this.metrics.InvocationAttemptCount?.(1, part);
    this.metrics.TargetErrorCount?.(1, failed);
    schedule.refused.add(failed);
    if (failed > 0) {
      const failures = run.failures + 1;
      const again = at + scheduleRetryDelay(failures);
      const isLast = failures > trigger.maximumRetryAttempts || again - since > trigger.maximumEventAgeSeconds;
      if (isLast) this.drop(schedule, failed);
      else this.add({ ...run, part: failed, at: again, failures });
    }
    const accepted = part - failed;
    if (accepted < SMALLEST_AMOUNT) return undefined;
    schedule.received?.(1, accepted);
    return { ...run, part: accepted, since: at, isAccepted: true, failures: 0 };
  }

  /** EventBridge Scheduler gives up a run. */
  private drop({ trigger: { deadLetterQueue } }: Schedule, part: number): void {
    this.metrics.InvocationDroppedCount?.(1, part);
    if (deadLetterQueue === undefined) return;
    const accepted = this.parts.queues.send(deadLetterQueue, part);
    this.metrics.InvocationsSentToDeadLetterCount?.(1, accepted);
    this.metrics.InvocationsFailedToBeSentToDeadLetterCount?.(1, part - accepted);
  }

  /** Invokes the function for an event that Lambda accepted. */
  private invoke(step: Step, run: Run): void {
    const { schedule, part, at } = run;
    const { admitted, succeeded } = this.parts.functions.invokeOnce(step, schedule.trigger.function, part);
    const throttles = run.throttles + 1;
    this.repeat({ ...run, part: part - admitted, throttles }, at + asyncThrottleDelay(throttles));
    const pause = ASYNC_RETRIES.afterFailures[run.failures];
    const failed = { ...run, part: admitted - succeeded, failures: run.failures + 1 };
    this.repeat(failed, pause === undefined ? undefined : at + pause);
    // Events of all currencies are lost alike.
    const differences = this.parts.ledger.differs(at, schedule.trigger) ? this.currencies : 0;
    schedule.differences?.(differences, succeeded);
  }

  /** Invokes the function again at a time, or gives up the event: without a time, or if it is then too old. */
  private repeat(run: Run, at: number | undefined): void {
    const { schedule, part, since } = run;
    const isLast = at === undefined || at - since > ASYNC_RETRIES.mostAgeSeconds;
    if (!isLast) this.add({ ...run, at });
    else if (part >= SMALLEST_AMOUNT) this.giveUp(schedule, part);
  }

  /** Lambda gives up an event. */
  private giveUp({ dropped, deadLetterQueue, deadLetterErrors }: Schedule, part: number): void {
    dropped?.(1, part);
    if (deadLetterQueue === undefined) return;
    const accepted = this.parts.queues.send(deadLetterQueue, part);
    deadLetterErrors?.(1, part - accepted);
  }
}

/** The name of a schedule: its function and its trigger. */
export function scheduleName({ function: lambda, name }: ScheduleTrigger): string {
  return `${lambda}.${name}`;
}

function nextRun({ schedule, timeZone }: ScheduleTrigger, after: number): number | undefined {
  const next = nextTime({ expression: schedule, timeZone, createdAt: after * 1000 }, after * 1000);
  return next === undefined ? undefined : next / 1000;
}
