// A function that triggers invoke: the items that it writes and the messages that it sends for each event that it handles.

import type { ExpandedEnvironment } from '../../../language/expand/expand';
import type { Step } from '../../../model/limiter';
import { messagesPerEvent, sendersOf } from '../../traffic/functions';
import { unitsOfEvent } from '../../traffic/load';
import type { Invoked } from '../functions';
import type { SimulatedTable } from '../tables';
import type { EventParts } from './event-parts';

/** A function that triggers invoke. */
export class EventFunction {
  private readonly writes: readonly (readonly [table: SimulatedTable, unitsPerEvent: number])[];
  private readonly queues: readonly string[];
  private readonly messagesPerEvent: number;

  /** @param ownQueue the queue whose messages the function receives; it sends none to it because of an event */
  constructor(
    environment: ExpandedEnvironment,
    private readonly name: string,
    private readonly parts: EventParts,
    ownQueue?: string,
  ) {
    this.writes = unitsOfEvent(environment, name).flatMap(([table, units]) => {
      const found = parts.tables.get(table);
      return found === undefined ? [] : [[found, units] as const];
    });
    this.queues = [...sendersOf(environment)].flatMap(([queue, senders]) =>
      senders.includes(name) && queue !== ownQueue && parts.queues.isRead(queue) ? [queue] : [],
    );
    this.messagesPerEvent = messagesPerEvent(environment);
  }

  /** The present duration of an invocation, in seconds. */
  get durationSeconds(): number {
    return this.parts.functions.durationSeconds(this.name);
  }

  /** The share of the invocations that fail now. */
  get failingShare(): number {
    return this.parts.functions.failingShare(this.name);
  }

  /** The share of the events that fail now, because a queue refuses their messages. */
  get refusedShare(): number {
    return this.queues.reduce((share, queue) => Math.max(share, this.parts.queues.refusedShare(queue)), 0);
  }

  /** The most invocations a second that deliver batches, if some of them can be in progress at a time. Batches that the concurrency does not serve wait, and become fuller. */
  mostInvocations(batches: number, seconds: number): number {
    return Math.min(batches / seconds, this.parts.functions.servedPerSecond(this.name));
  }

  /** Invokes the function, in invocations a second. */
  invoke(step: Step, invocations: number): Invoked {
    return this.parts.functions.invoke(step, this.name, invocations, 0);
  }

  /** Writes the items of events. Returns the share that the tables admit. */
  write(step: Step, events: number): number {
    let share = 1;
    for (const [table, units] of this.writes) share = Math.min(share, table.write(step, events * units, []).admitted);
    return share;
  }

  /** Sends the messages of events. Returns the events that succeed: the queues accept their messages. */
  send(events: number): number {
    for (const queue of this.queues) this.parts.queues.send(queue, events * this.messagesPerEvent);
    return events * (1 - this.refusedShare);
  }
}
