// The events after the requests: changes of tables, messages of queues and runs of schedules, which invoke functions.

import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { isFrom } from '../../../language/expand/triggers';
import type { Steady, Step } from '../../../model/limiter';
import type { Scenario } from '../scenario';
import type { EventParts } from './event-parts';
import { QueueEvents } from './queue-events';
import { ScheduleEvents } from './schedule-events';
import { StreamEvents } from './stream-events';

/** The triggers of a system. */
export class EventStage implements Steady {
  private readonly streams: readonly { readonly table: string; readonly events: StreamEvents }[];
  private readonly queues: readonly QueueEvents[];
  private readonly schedules: ScheduleEvents;
  private readonly start: number;

  constructor(
    environment: ExpandedEnvironment,
    private readonly parts: EventParts,
    scenario: Pick<Scenario, 'start' | 'requests'>,
  ) {
    const { triggers } = environment.facts;
    const seconds = scenario.requests.length;
    this.start = scenario.start;
    this.streams = triggers
      .filter(isFrom('table'))
      .map((trigger) => ({ table: trigger.table, events: new StreamEvents(environment, trigger, parts, seconds) }));
    this.queues = triggers
      .filter(isFrom('queue'))
      .map((trigger) => new QueueEvents(environment, trigger, parts, scenario));
    this.schedules = new ScheduleEvents(environment, parts, scenario);
  }

  /** Delivers the events of a step, as events a second. */
  pass(step: Step, changes: (table: string) => number): void {
    this.schedules.pass(step);
    for (const { table, events } of this.streams) events.pass(step, changes(table));
    for (const events of this.queues) events.pass(step);
    this.parts.queues.end();
  }

  steadySeconds(end: number): number {
    let seconds = this.schedules.steadySeconds(end);
    const second = end - this.start;
    for (const { events } of this.streams) seconds = Math.min(seconds, events.steadySeconds(second));
    for (const events of this.queues) seconds = Math.min(seconds, events.steadySeconds(second));
    return seconds;
  }
}
