// The events after the requests: changes of tables and messages of queues, which wait for the functions that triggers invoke.

import type { ExpandedEnvironment } from '../../language/expand/expand';
import { mostUnits } from '../../language/expand/throughput';
import type { QueueTrigger, ScheduleTrigger, TableTrigger } from '../../language/expand/triggers';
import { isFrom } from '../../language/expand/triggers';
import type { Steady, Step } from '../../model/limiter';
import { QueueScaling } from '../../model/queue-scaling';
import { nextTime } from '../../model/schedule-times';
import { ON_DEMAND_UNITS } from '../../model/throughput';
import { expectedSeconds, messagesPerEvent, sendersOf } from '../traffic/functions';
import { unitsOfEvent } from '../traffic/load';
import { SIMULATION_ASSUMPTIONS } from './assumptions';
import { Backlog } from './backlog';
import type { Books } from './books';
import type { Functions } from './functions';
import type { RecordMetric } from './metrics';
import type { Scenario } from './scenario';
import type { SimulatedTable } from './tables';

/** A trigger with the events that wait for it. */
interface Waiting {
  readonly trigger: TableTrigger | QueueTrigger;
  readonly backlog: Backlog;
  /** The batches that can be in progress at a time. */
  readonly lanes: (now: number) => number;
  readonly durationSeconds: number;
  readonly writes: readonly (readonly [table: SimulatedTable, unitsPerEvent: number])[];
  readonly depth: Float64Array;
  readonly age: Float64Array;
  readonly depthMetric: RecordMetric | undefined;
  readonly ageMetric: RecordMetric | undefined;
}

/** The parts that events use. */
interface Parts {
  readonly functions: Functions;
  readonly tables: ReadonlyMap<string, SimulatedTable>;
}

/** The triggers of a system. Failed batches are repeated at once; AWS waits for the visibility timeout of a queue. */
export class EventStage implements Steady {
  private readonly waiting: readonly Waiting[];
  private readonly schedules: { readonly trigger: ScheduleTrigger; next: number | undefined }[];
  private readonly senders: ReadonlyMap<string, readonly string[]>;
  private readonly sent: ReadonlyMap<string, Float64Array>;

  constructor(
    private readonly environment: ExpandedEnvironment,
    private readonly parts: Parts,
    private readonly books: Books,
    { start, requests }: Pick<Scenario, 'start' | 'requests'>,
  ) {
    const { triggers } = environment.facts;
    const seconds = requests.length;
    const queues = triggers.filter(isFrom('queue'));
    this.senders = sendersOf(environment);
    this.sent = new Map(
      queues.map(({ queue }) => [queue, books.recording.column(`queues.${queue}`, 'sent', 'messages')]),
    );
    this.waiting = [
      ...triggers.filter(isFrom('table')).map((trigger) => this.ofTable(trigger, seconds)),
      ...queues.map((trigger) => this.ofQueue(trigger, seconds, start)),
    ];
    this.schedules = triggers
      .filter(isFrom('schedule'))
      .map((trigger) => ({ trigger, next: nextRun(trigger, start - 1) }));
  }

  /** Delivers the events of a step, as events a second. */
  pass(step: Step, changes: (table: string) => number): void {
    const { second } = this.books.recording;
    for (const schedule of this.schedules)
      if (schedule.next !== undefined && schedule.next < step.from + step.seconds) {
        this.parts.functions.invoke(step, schedule.trigger.function, 1, 0);
        schedule.next = nextRun(schedule.trigger, step.from + step.seconds - 1e-3);
      }
    for (const waiting of this.waiting) {
      const { trigger, backlog } = waiting;
      if (trigger.source === 'table') backlog.add(second, changes(trigger.table));
      const delivered = backlog.depth === 0 ? 0 : this.deliver(step, waiting);
      backlog.take(delivered);
      if (delivered > 0) this.send(trigger.function, delivered);
      this.record(waiting, second);
    }
  }

  /** Invokes the function with full batches while events wait, and otherwise for each event. Returns the delivered events. */
  private deliver(step: Step, { trigger, backlog, lanes, durationSeconds, writes }: Waiting): number {
    const factor = this.books.faults.factor('slow function', trigger.function);
    const mostInvocations = lanes(step.from) / (durationSeconds * factor);
    const wanted = Math.min(backlog.depth, mostInvocations * trigger.batchSize);
    const written = writes.map(([table, units]) => table.write(step, wanted * units, []).admitted);
    const invocations = Math.min(wanted, mostInvocations);
    const { succeeded } = this.parts.functions.invoke(step, trigger.function, invocations, 0);
    return (Math.min(1, ...written) * (wanted * succeeded)) / invocations;
  }

  /** Sends messages for events to the queues of a function. Its own queue gets none, except from others. */
  private send(name: string, events: number): void {
    const { second } = this.books.recording;
    for (const { trigger, backlog } of this.waiting) {
      if (trigger.source !== 'queue' || trigger.function === name) continue;
      if (!this.senders.get(trigger.queue)?.includes(name)) continue;
      const messages = events * messagesPerEvent(this.environment);
      backlog.add(second, messages);
      const sent = this.sent.get(trigger.queue);
      if (sent !== undefined) sent[second] = (sent[second] ?? 0) + messages;
    }
  }

  /** Events that wait become older with each second. */
  steadySeconds(end: number): number {
    if (this.waiting.some(({ backlog }) => !backlog.isEmpty)) return 0;
    let seconds = Number.POSITIVE_INFINITY;
    for (const { next } of this.schedules) if (next !== undefined) seconds = Math.min(seconds, next - end);
    return seconds;
  }

  private record({ trigger, backlog, depth, age, depthMetric, ageMetric }: Waiting, second: number): void {
    depth[second] = backlog.depth;
    age[second] = backlog.age(second);
    depthMetric?.(backlog.depth, 1);
    // IteratorAge is in milliseconds, and the age of a message in seconds.
    ageMetric?.(backlog.age(second) * (trigger.source === 'table' ? 1000 : 1), 1);
  }

  private ofTable(trigger: TableTrigger, seconds: number): Waiting {
    const capacity = this.environment.tables[trigger.table]?.capacity;
    const units = capacity === undefined ? ON_DEMAND_UNITS.write : mostUnits(capacity.write);
    const shards = Math.max(1, Math.ceil(units / SIMULATION_ASSUMPTIONS.streamShardUnits.value));
    const lanes = shards * trigger.parallelizationFactor;
    const { recording, metrics } = this.books;
    const resource = `functions.${trigger.function}`;
    return {
      ...this.common(trigger, seconds),
      lanes: () => lanes,
      depth: recording.column(resource, 'waiting changes', 'messages'),
      age: recording.column(resource, 'iterator age', 'seconds'),
      depthMetric: undefined,
      ageMetric: metrics.recorder({ resource, name: 'IteratorAge' }),
    };
  }

  private ofQueue(trigger: QueueTrigger, seconds: number, start: number): Waiting {
    const scaling = new QueueScaling(trigger.maximumConcurrency, start);
    const common = this.common(trigger, seconds);
    const { recording, metrics } = this.books;
    const resource = `queues.${trigger.queue}`;
    return {
      ...common,
      lanes: (now) => scaling.limit(now, common.backlog.depth > 0),
      depth: recording.column(resource, 'visible', 'messages'),
      age: recording.column(resource, 'age of the oldest', 'seconds'),
      depthMetric: metrics.recorder({ resource, name: 'ApproximateNumberOfMessagesVisible' }),
      ageMetric: metrics.recorder({ resource, name: 'ApproximateAgeOfOldestMessage' }),
    };
  }

  private common(trigger: TableTrigger | QueueTrigger, seconds: number) {
    const lambda = this.environment.functions[trigger.function];
    const writes = unitsOfEvent(this.environment, trigger.function).flatMap(([name, units]) => {
      const table = this.parts.tables.get(name);
      return table === undefined ? [] : [[table, units] as const];
    });
    return {
      trigger,
      backlog: new Backlog(seconds),
      durationSeconds: lambda === undefined ? 0 : expectedSeconds(lambda),
      writes,
    };
  }
}

function nextRun({ schedule, timeZone }: ScheduleTrigger, after: number): number | undefined {
  const next = nextTime({ expression: schedule, timeZone, createdAt: after * 1000 }, after * 1000);
  return next === undefined ? undefined : next / 1000;
}
