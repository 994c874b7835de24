// The messages of a queue, which wait for the function that a trigger invokes.

import type { ExpandedEnvironment } from '../../../language/expand/expand';
import type { QueueTrigger } from '../../../language/expand/triggers';
import type { Step } from '../../../model/limiter';
import { QueueScaling } from '../../../model/queue-scaling';
import type { Scenario } from '../scenario';
import { Backlog } from './backlog';
import { DelayLine } from './delay-line';
import { EventFunction } from './event-function';
import type { EventParts } from './event-parts';
import type { MessageKind, Messages } from './messages';
import { queueMetrics } from './queues';
import { isDeliverer, WebhookDeliveries } from './webhook-deliveries';

/** SQS moves a message that was received three times to the back, and its age no longer counts (Amazon SQS Developer Guide, "Available CloudWatch metrics"). */
const AGED_RECEIVES = 3;

/** The messages of a kind that were received equally often. */
class Cohort {
  visible = 0;
  /** Messages that were received once more, and are hidden. */
  next: Cohort | undefined;

  /** @param hidden the messages whose last receive failed; undefined for those that were never received */
  constructor(
    readonly kind: MessageKind,
    readonly receives: number,
    readonly hidden: DelayLine | undefined,
  ) {}
}

/** The messages that wait for a trigger. */
export class QueueEvents {
  private readonly backlog: Backlog;
  private readonly lambda: EventFunction;
  private readonly messages: Messages;
  private readonly cohorts: Cohort[];
  /** The cohorts of new messages, by their kinds. */
  private readonly first: readonly Cohort[];
  /** The cohorts with visible messages. */
  private shown: Cohort[] = [];
  private hasHidden = false;
  private readonly scaling: QueueScaling;
  private readonly visibilitySeconds: number;
  private readonly redrive: { readonly queue: string; readonly maxReceiveCount: number } | undefined;
  private readonly depth: Float64Array;
  private readonly age: Float64Array;
  private readonly metrics: ReturnType<typeof queueMetrics>;

  constructor(
    environment: ExpandedEnvironment,
    private readonly trigger: QueueTrigger,
    private readonly parts: EventParts,
    { start, requests }: Pick<Scenario, 'start' | 'requests'>,
  ) {
    const { recording, metrics } = parts.books;
    const queue = environment.queues[trigger.queue];
    const resource = `queues.${trigger.queue}`;
    this.backlog = new Backlog(requests.length);
    this.lambda = new EventFunction(environment, trigger.function, parts, trigger.queue);
    this.messages = isDeliverer(environment, trigger.function)
      ? new WebhookDeliveries(environment, trigger, parts)
      : plainMessages(this.lambda);
    this.cohorts = this.messages.kinds.map((kind) => new Cohort(kind, 0, undefined));
    this.first = this.cohorts.filter(({ kind }) => this.messages.first.includes(kind));
    this.scaling = new QueueScaling(trigger.maximumConcurrency, start);
    this.visibilitySeconds = Math.max(1, queue?.visibilityTimeoutSeconds ?? 1);
    this.redrive = queue?.deadLetterQueue;
    this.depth = recording.column(resource, 'visible', 'messages');
    this.age = recording.column(resource, 'age of the oldest', 'seconds');
    this.metrics = queueMetrics(resource, metrics);
    parts.queues.readBy(trigger.queue, this);
  }

  /** Adds new messages a second of the present step. */
  add(messages: number): void {
    for (const cohort of this.first) this.show(cohort, messages / this.first.length);
  }

  /** Delivers the messages of a step, in messages a second. */
  pass(step: Step): void {
    const { second } = this.parts.books.recording;
    const { backlog } = this;
    this.showDue(second);
    if (backlog.depth > 0) this.deliver(step);
    this.depth[second] = backlog.isEmpty ? 0 : backlog.depth;
    const age = this.oldest(second);
    this.age[second] = age;
    this.metrics.visible?.(backlog.depth, 1);
    this.metrics.age?.(age, 1);
  }

  /** Messages that wait become older with each second. */
  steadySeconds(second: number): number {
    if (!this.backlog.isEmpty) return 0;
    let seconds = Number.POSITIVE_INFINITY;
    if (!this.hasDelayed) return seconds;
    for (const kind of this.messages.kinds) seconds = Math.min(seconds, kind.steadySeconds(second));
    for (const { receives, hidden } of this.cohorts) {
      if (hidden === undefined) continue;
      const isAging = receives < AGED_RECEIVES && (hidden.nextDue(second) ?? second) > second;
      seconds = isAging ? 0 : Math.min(seconds, hidden.steadySeconds(second));
    }
    return seconds;
  }

  /** Whether messages may become visible later: those that failed, or that were sent again. */
  private get hasDelayed(): boolean {
    return this.hasHidden || this.messages.haveFailed;
  }

  private show(cohort: Cohort, messages: number): void {
    if (messages === 0) return;
    if (cohort.visible === 0) this.shown.push(cohort);
    cohort.visible += messages;
    this.backlog.add(this.parts.books.recording.second, messages);
  }

  /** Shows the messages whose delay or visibility timeout ends. Those that were received too often go to the dead-letter queue. */
  private showDue(second: number): void {
    if (!this.hasDelayed) return;
    for (const cohort of this.cohorts) {
      const { kind, receives, hidden } = cohort;
      const due = hidden === undefined ? kind.dueIn(second) : hidden.dueIn(second);
      if (this.redrive !== undefined && receives >= this.redrive.maxReceiveCount)
        this.parts.queues.move(this.redrive.queue, due);
      else this.show(cohort, due);
    }
  }

  /** Invokes the function with full batches while messages wait, and otherwise for each message. */
  private deliver(step: Step): void {
    const { lambda, backlog, trigger } = this;
    const most = lambda.mostInvocations(this.scaling.limit(step.from, true), lambda.durationSeconds);
    const wanted = Math.min(backlog.depth, most * trigger.batchSize);
    const written = lambda.write(step, (wanted * this.dueMessages) / backlog.depth);
    const invocations = Math.min(wanted, most);
    const { admitted } = lambda.invoke(step, invocations);
    const received = (written * (wanted * admitted)) / invocations;
    const share = received / backlog.depth;
    backlog.take(received);
    const failing = lambda.failingShare;
    const { shown } = this;
    this.shown = share < 1 ? shown : [];
    for (const cohort of shown) {
      const messages = cohort.visible * share;
      cohort.visible = share < 1 ? cohort.visible - messages : 0;
      const failed = messages * failing + cohort.kind.handle(messages * (1 - failing));
      if (failed > 0) this.hide(cohort, failed);
    }
  }

  /** The visible messages that the function handles now. */
  private get dueMessages(): number {
    if (!this.messages.haveFailed) return this.backlog.depth;
    return this.shown.reduce((sum, { kind, visible }) => (kind.isDue ? sum + visible : sum), 0);
  }

  private hide(cohort: Cohort, messages: number): void {
    this.hasHidden = true;
    if (cohort.next === undefined) {
      cohort.next = new Cohort(cohort.kind, cohort.receives + 1, new DelayLine(this.visibilitySeconds));
      this.cohorts.push(cohort.next);
    }
    cohort.next.hidden?.add(this.parts.books.recording, messages);
  }

  /** The age of the oldest message, visible or hidden. */
  private oldest(second: number): number {
    let age = this.backlog.age(second);
    if (!this.hasHidden) return age;
    for (const { receives, hidden } of this.cohorts) {
      const due = receives >= AGED_RECEIVES ? undefined : hidden?.nextDue(second + 1);
      if (due !== undefined) age = Math.max(age, second + 1 - (due - receives * this.visibilitySeconds));
    }
    return age;
  }
}

/** Messages whose events are handled at once. */
function plainMessages(lambda: EventFunction): Messages {
  const kind: MessageKind = {
    isDue: true,
    dueIn: () => 0,
    handle: (messages) => messages - lambda.send(messages),
    steadySeconds: () => Number.POSITIVE_INFINITY,
  };
  return { kinds: [kind], first: [kind], haveFailed: false };
}
