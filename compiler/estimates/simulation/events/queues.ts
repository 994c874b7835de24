// The queues of a simulation: messages that SQS accepts, and those that no trigger reads.

import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { isFrom } from '../../../language/expand/triggers';
import { SMALLEST_AMOUNT } from '../../../model/rounding';
import type { QUEUE_METRICS } from '../../../monitoring/metrics/sqs';
import type { Books } from '../books';
import type { Metrics, RecordMetric } from '../metrics';
import { add, type RefusalCount } from '../recording';
import type { Scenario } from '../scenario';
import { Backlog } from './backlog';

/** The reason for which SQS refuses messages during a fault (Amazon SQS API Reference, "Common Error Types"). */
const REFUSED = 'ServiceUnavailable';

/** All queues of a system. Amounts are messages a second of the present step. */
export class Queues {
  private readonly queues: ReadonlyMap<string, SimulatedQueue>;
  /** The queues that triggers read. */
  private readonly read: ReadonlySet<string>;

  constructor(
    { queues, facts }: ExpandedEnvironment,
    private readonly books: Books,
    { requests }: Pick<Scenario, 'requests'>,
  ) {
    const { recording, metrics } = books;
    this.read = new Set(facts.triggers.filter(isFrom('queue')).map(({ queue }) => queue));
    this.queues = new Map(
      Object.entries(queues).map(([name, { messageRetentionSeconds }]): [string, SimulatedQueue] => {
        const resource = `queues.${name}`;
        return [
          name,
          {
            sent: recording.column(resource, 'sent', 'messages'),
            sentMetric: queueMetrics(resource, metrics).sent,
            refused: recording.refusal({ what: `queue ${name}` }, REFUSED, 0),
            receivers: this.isRead(name)
              ? []
              : [new UnreadMessages(resource, books, requests.length, messageRetentionSeconds)],
          },
        ];
      }),
    );
  }

  /** Whether a trigger reads a queue. */
  isRead(name: string): boolean {
    return this.read.has(name);
  }

  /** Lets a trigger receive the messages of a queue. Several triggers share them. */
  readBy(name: string, receiver: Receiver): void {
    this.queues.get(name)?.receivers.push(receiver);
  }

  /** The share of the messages to a queue that SQS refuses now. */
  refusedShare(name: string): number {
    return this.books.faults.share('failing queue', name);
  }

  /** Sends messages to a queue. Returns those that SQS accepts. */
  send(name: string, messages: number): number {
    const queue = this.queues.get(name);
    if (queue === undefined || messages === 0) return 0;
    const accepted = this.accept(queue, name, messages);
    deliver(queue, accepted);
    return accepted;
  }

  /** Sends messages with a delay, which the caller adds to the queue when they are due. Returns those that SQS accepts. */
  sendDelayed(name: string, messages: number): number {
    const queue = this.queues.get(name);
    return queue === undefined || messages === 0 ? 0 : this.accept(queue, name, messages);
  }

  /** Moves messages from another queue, which SQS does itself. */
  move(name: string, messages: number): void {
    const queue = this.queues.get(name);
    if (queue !== undefined) deliver(queue, messages);
  }

  /** Ends the present step: records the messages that no trigger reads. */
  end(): void {
    for (const { receivers } of this.queues.values()) for (const receiver of receivers) receiver.end?.();
  }

  private accept({ sent, sentMetric, refused }: SimulatedQueue, name: string, messages: number): number {
    const share = this.refusedShare(name);
    refused.add(messages * share);
    const accepted = messages * (1 - share);
    add(sent, this.books.recording.second, accepted);
    sentMetric?.(1, accepted);
    return accepted;
  }
}

/** The recorders of the metrics of a queue. */
interface QueueMetrics {
  readonly visible: RecordMetric | undefined;
  readonly age: RecordMetric | undefined;
  readonly sent: RecordMetric | undefined;
}

/** The recorders of the metrics of a queue, which is named as in a spec: `queues.NAME`. */
export function queueMetrics(resource: string, metrics: Metrics): QueueMetrics {
  const metric = (name: keyof typeof QUEUE_METRICS.metrics) => metrics.recorder({ resource, name });
  return {
    visible: metric('ApproximateNumberOfMessagesVisible'),
    age: metric('ApproximateAgeOfOldestMessage'),
    sent: metric('NumberOfMessagesSent'),
  };
}

/** The place where the messages of a queue wait. */
interface Receiver {
  add(messages: number): void;
  end?(): void;
}

interface SimulatedQueue {
  readonly sent: Float64Array;
  readonly sentMetric: RecordMetric | undefined;
  readonly refused: RefusalCount;
  readonly receivers: Receiver[];
}

/** Gives each receiver of a queue the same share of messages. */
function deliver({ receivers }: SimulatedQueue, messages: number): void {
  if (messages > 0) for (const receiver of receivers) receiver.add(messages / receivers.length);
}

/** The messages of a queue without a trigger, such as a dead-letter queue: they wait for an operator until they expire. */
class UnreadMessages implements Receiver {
  private readonly backlog: Backlog;
  /** The messages a second that arrive in the present step. */
  private arriving = 0;
  private readonly depth: Float64Array;
  private readonly age: Float64Array;
  private readonly metrics: QueueMetrics;

  constructor(
    resource: string,
    private readonly books: Pick<Books, 'recording' | 'metrics'>,
    seconds: number,
    private readonly retentionSeconds: number,
  ) {
    this.backlog = new Backlog(seconds);
    this.depth = books.recording.course(resource, 'unread', 'messages');
    this.age = books.recording.course(resource, 'age of the oldest', 'seconds');
    this.metrics = queueMetrics(resource, books.metrics);
  }

  add(messages: number): void {
    this.arriving += messages;
  }

  /** Records each second of the step. Metrics have the values at its end, because both rise until a message expires. */
  end(): void {
    const { second, seconds } = this.books.recording;
    const { backlog, arriving } = this;
    const after = second + seconds;
    if (arriving > 0 || backlog.depth > 0)
      for (let at = second; at < after; at++) {
        if (arriving > 0) backlog.add(at, arriving);
        backlog.expire(at - this.retentionSeconds);
        this.depth[at] = backlog.depth;
        this.age[at] = backlog.age(at);
      }
    this.arriving = 0;
    // Amounts are expected values. A message exists once it is a whole one.
    const whole = Math.floor(backlog.depth + SMALLEST_AMOUNT);
    this.metrics.visible?.(whole, 1);
    this.metrics.age?.(whole === 0 ? 0 : backlog.age(after - 1), 1);
  }
}
