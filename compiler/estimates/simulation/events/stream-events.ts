// The changes of a table, which wait for the function that a trigger invokes.

import type { EventMetric } from '../../../../contract/event-metrics';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { mostUnits } from '../../../language/expand/throughput';
import type { TableTrigger } from '../../../language/expand/triggers';
import type { Step } from '../../../model/limiter';
import { streamRetryDelay } from '../../../model/retry-delays';
import { STREAM_RETENTION_SECONDS } from '../../../model/stream-reader';
import { ON_DEMAND_UNITS } from '../../../model/throughput';
import { SIMULATION_ASSUMPTIONS } from '../assumptions';
import type { RecordMetric } from '../metrics';
import { Backlog } from './backlog';
import { DelayLine } from './delay-line';
import { EventFunction } from './event-function';
import type { EventParts } from './event-parts';

/** Probabilities below this are 0. */
const SMALLEST_SHARE = 1e-12;

/** The invocations for a batch, until it is done or given up. */
interface Chain {
  /** The mean number of invocations, and their mean time with all pauses, in seconds. */
  readonly invocations: number;
  readonly seconds: number;
  /** The share of the batches that are given up, and the time until then, in seconds. */
  readonly givenUp: number;
  readonly givenUpAfter: number;
  /** Whether Lambda then sends a message about the batch. It sends none about changes that the stream no longer has. */
  readonly isReported: boolean;
}

/** The changes that wait for a trigger. */
export class StreamEvents {
  private readonly backlog: Backlog;
  private readonly lambda: EventFunction;
  /** The batches that can be in progress at a time. */
  private readonly lanes: number;
  private readonly depth: Float64Array;
  private readonly age: Float64Array;
  private readonly metrics: {
    readonly age: RecordMetric | undefined;
    readonly published: RecordMetric | undefined;
    readonly unpublishable: RecordMetric | undefined;
    readonly lost: RecordMetric | undefined;
  };
  /** The batches that will be given up, by the time until then. */
  private readonly givenUp = new Map<number, DelayLine>();
  private latest: { readonly failing: number; readonly duration: number; readonly chain: Chain } | undefined;

  constructor(
    environment: ExpandedEnvironment,
    private readonly trigger: TableTrigger,
    private readonly parts: EventParts,
    seconds: number,
  ) {
    const { recording, metrics } = parts.books;
    const resource = `functions.${trigger.function}`;
    const capacity = environment.tables[trigger.table]?.capacity;
    const units = capacity === undefined ? ON_DEMAND_UNITS.write : mostUnits(capacity.write);
    const shards = Math.max(1, Math.ceil(units / SIMULATION_ASSUMPTIONS.streamShardUnits.value));
    this.lanes = shards * trigger.parallelizationFactor;
    this.backlog = new Backlog(seconds);
    this.lambda = new EventFunction(environment, trigger.function, parts);
    this.depth = recording.column(resource, 'waiting changes', 'messages');
    this.age = recording.column(resource, 'iterator age', 'seconds');
    const own = (name: EventMetric) => metrics.recorder({ resource: `${resource}.metrics`, name });
    this.metrics = {
      age: metrics.recorder({ resource, name: 'IteratorAge' }),
      published: own('EventsPublished'),
      unpublishable: own('EventsUnpublishable'),
      lost: metrics.recorder({ resource, name: 'DestinationDeliveryFailures' }),
    };
  }

  /** Delivers the changes of a step, in changes a second. */
  pass(step: Step, changes: number): void {
    const { second } = this.parts.books.recording;
    const { backlog } = this;
    backlog.add(second, changes);
    if (backlog.depth > 0) this.deliver(step);
    this.giveUp(second);
    this.depth[second] = backlog.isEmpty ? 0 : backlog.depth;
    const age = backlog.age(second);
    this.age[second] = age;
    // The metric is in milliseconds.
    this.metrics.age?.(age * 1000, 1);
  }

  /** Changes that wait become older with each second. */
  steadySeconds(second: number): number {
    if (!this.backlog.isEmpty) return 0;
    let seconds = Number.POSITIVE_INFINITY;
    for (const line of this.givenUp.values()) seconds = Math.min(seconds, line.steadySeconds(second));
    return seconds;
  }

  /** Invokes the function with full batches while changes wait, and otherwise for each change. */
  private deliver(step: Step): void {
    const { lambda, backlog, trigger } = this;
    const { failingShare } = lambda;
    const chain = this.chainOf(1 - (1 - failingShare) * (1 - lambda.refusedShare), lambda.durationSeconds);
    const most = lambda.mostInvocations(this.lanes, chain.seconds);
    // A batch that always fails is split until each change is alone.
    const perChain = trigger.bisectBatchOnError ? 1 + (trigger.batchSize - 1) * (1 - chain.givenUp) : trigger.batchSize;
    const wanted = Math.min(backlog.depth, most * perChain);
    const written = lambda.write(step, wanted);
    const chains = Math.min(wanted, most);
    const { admitted } = lambda.invoke(step, chains * chain.invocations);
    const ended = (written * (wanted * admitted)) / (chains * chain.invocations);
    backlog.take(ended);
    this.publish(step, ended * chain.invocations * (1 - failingShare));
    const lost = ended * chain.givenUp;
    if (lost === 0) return;
    this.parts.ledger.lose(step.from, lost);
    const messages = trigger.bisectBatchOnError ? lost : (lost * chains) / wanted;
    if (chain.isReported) this.report(chain.givenUpAfter, messages);
  }

  /** Publishes changes. Those of other programs have no event. */
  private publish(step: Step, changes: number): void {
    const { books, ledger } = this.parts;
    const foreign = changes * books.faults.share('foreign writes', this.trigger.table);
    const events = this.lambda.send(changes - foreign);
    ledger.lose(step.from, foreign);
    this.metrics.published?.(1, events);
    this.metrics.unpublishable?.(1, foreign);
  }

  /** The chain of invocations, which most steps have in common. */
  private chainOf(failing: number, duration: number): Chain {
    if (this.latest?.failing !== failing || this.latest.duration !== duration)
      this.latest = { failing, duration, chain: chainOf(this.trigger, failing, duration) };
    return this.latest.chain;
  }

  /** Lambda will send messages about batches when it gives them up. */
  private report(seconds: number, messages: number): void {
    const delay = Math.max(1, Math.ceil(seconds));
    const line = this.givenUp.get(delay) ?? new DelayLine(delay);
    this.givenUp.set(delay, line);
    line.add(this.parts.books.recording, messages);
  }

  private giveUp(second: number): void {
    if (this.givenUp.size === 0) return;
    const { onFailure } = this.trigger;
    for (const line of this.givenUp.values()) {
      const messages = line.dueIn(second);
      if (messages === 0 || onFailure === undefined) continue;
      const accepted = this.parts.queues.send(onFailure, messages);
      this.metrics.lost?.(1, messages - accepted);
    }
  }
}

/**
 * The invocations for a batch, of which each one fails with a probability.
 * @param failing the probability
 * @param duration the duration of an invocation, in seconds
 */
export function chainOf(
  {
    maximumRetryAttempts = Number.POSITIVE_INFINITY,
    maximumRecordAgeSeconds = STREAM_RETENTION_SECONDS,
  }: Pick<TableTrigger, 'maximumRetryAttempts' | 'maximumRecordAgeSeconds'>,
  failing: number,
  duration: number,
): Chain {
  const longest = Math.min(maximumRecordAgeSeconds, STREAM_RETENTION_SECONDS);
  let invocations = 0;
  let seconds = 0;
  let elapsed = 0;
  // The probability of the next invocation.
  let reached = 1;
  let isReported = true;
  for (let failures = 1; ; failures++) {
    invocations += reached;
    seconds += reached * duration;
    elapsed += duration;
    reached *= failing;
    if (reached < SMALLEST_SHARE || failures > maximumRetryAttempts) break;
    const pause = streamRetryDelay(failures);
    if (elapsed + pause > longest) {
      elapsed = longest;
      isReported = longest < STREAM_RETENTION_SECONDS;
      break;
    }
    seconds += reached * pause;
    elapsed += pause;
  }
  return { invocations, seconds, givenUp: reached < SMALLEST_SHARE ? 0 : reached, givenUpAfter: elapsed, isReported };
}
