// The messages of the function that delivers events to webhooks: it repeats failed attempts itself, with the delays of the spec.

import type { EventMetric } from '../../../../contract/event-metrics';
import type { EventEntry } from '../../../../contract/event-settings';
import { MAX_DELAY_SECONDS } from '../../../../contract/events';
import type { Webhook } from '../../../../schema/environment.generated';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import type { QueueTrigger } from '../../../language/expand/triggers';
import type { RecordMetric } from '../metrics';
import type { RefusalCount } from '../recording';
import { DelayLine } from './delay-line';
import type { EventParts } from './event-parts';
import type { MessageKind, Messages } from './messages';

const DELIVERER = 'runtime/deliverer.ts' satisfies EventEntry;

/** Whether a function delivers events to webhooks. */
export function isDeliverer({ functions, payment }: ExpandedEnvironment, name: string): boolean {
  return functions[name]?.entry === DELIVERER && Object.keys(payment.webhooks).length > 0;
}

/** The deliveries to all webhooks. */
export class WebhookDeliveries implements Messages {
  readonly kinds: readonly MessageKind[];
  readonly first: readonly MessageKind[];
  private readonly receivers: readonly Receiver[];

  constructor({ payment, queues }: ExpandedEnvironment, { queue, function: name }: QueueTrigger, parts: EventParts) {
    const metric = (of: EventMetric) =>
      parts.books.metrics.recorder({ resource: `functions.${name}.metrics`, name: of });
    const shared: Shared = {
      ...{ parts, queue, deadQueue: queues[queue]?.deadLetterQueue?.queue },
      succeeded: metric('DeliveriesSucceeded'),
      failed: metric('DeliveryAttemptsFailed'),
      dead: metric('DeliveriesDead'),
      disabled: metric('WebhooksDisabled'),
    };
    this.receivers = Object.entries(payment.webhooks).map(
      ([webhook, settings]) => new Receiver(webhook, settings, shared),
    );
    const byWebhook = this.receivers.map(stagesOf);
    this.kinds = byWebhook.flat();
    this.first = byWebhook.flatMap(([first]) => first ?? []);
  }

  get haveFailed(): boolean {
    return this.receivers.some(({ hasFailed }) => hasFailed);
  }
}

/** The parts that all deliveries use. */
interface Shared {
  readonly parts: EventParts;
  readonly queue: string;
  readonly deadQueue: string | undefined;
  readonly succeeded: RecordMetric | undefined;
  readonly failed: RecordMetric | undefined;
  readonly dead: RecordMetric | undefined;
  readonly disabled: RecordMetric | undefined;
}

/** The stages of a delivery: an attempt after each delay, and before it a stage for each time that a message must be sent again to wait. */
function stagesOf(receiver: Receiver): readonly Stage[] {
  const waits = receiver.settings.retryDelaysSeconds.flatMap((delay) => {
    const parts = Math.ceil(delay / MAX_DELAY_SECONDS);
    return Array.from({ length: parts }, (_, at) => ({
      seconds: Math.min(MAX_DELAY_SECONDS, delay - at * MAX_DELAY_SECONDS),
      isDue: at === parts - 1,
    }));
  });
  const stages: Stage[] = [];
  for (const { seconds, isDue } of waits.reverse())
    stages.push(new Stage(receiver, isDue, new DelayLine(seconds), stages.at(-1)));
  stages.push(new Stage(receiver, true, undefined, stages.at(-1)));
  return stages.reverse();
}

/** A webhook with its health. */
class Receiver {
  /** Whether a post has failed. */
  hasFailed = false;
  private failingSince: number | undefined;
  private disabledSince: number | undefined;
  private readonly refused: RefusalCount;

  constructor(
    private readonly name: string,
    readonly settings: Webhook,
    readonly shared: Shared,
  ) {
    this.refused = shared.parts.books.recording.refusal({ what: `webhook ${name}` }, 'PostFailed', 0);
  }

  /** Posts messages. Returns those that fail. */
  post(messages: number): number {
    const { faults } = this.shared.parts.books;
    const share = faults.share('failing webhook', this.name);
    const failed = messages * share;
    if (failed > 0) this.hasFailed = true;
    this.refused.add(failed);
    this.shared.succeeded?.(1, messages - failed);
    this.shared.failed?.(1, failed);
    if (share < 1) this.failingSince = undefined;
    else this.fail();
    return failed;
  }

  /** Gives up messages. Returns those that the dead-letter queue does not accept. */
  bury(messages: number): number {
    const { deadQueue, parts, dead } = this.shared;
    if (deadQueue === undefined) return 0;
    const accepted = parts.queues.send(deadQueue, messages);
    dead?.(1, accepted);
    return messages - accepted;
  }

  get isDisabled(): boolean {
    return this.disabledSince !== undefined;
  }

  /** The seconds until the webhook is disabled, if it goes on failing. The second in which it is disabled does not repeat. */
  steadySeconds(second: number): number {
    if (this.disabledSince !== undefined) return this.disabledSince === second - 1 ? 0 : Number.POSITIVE_INFINITY;
    const at = this.disabledAt;
    return at === undefined || at < second ? Number.POSITIVE_INFINITY : at - second;
  }

  /** All attempts fail: begins the time of failures, or disables the webhook at its end, which is a step of one second. */
  private fail(): void {
    const { second } = this.shared.parts.books.recording;
    this.failingSince ??= second;
    if (this.isDisabled || second < (this.disabledAt ?? Number.POSITIVE_INFINITY)) return;
    this.disabledSince = second;
    this.shared.disabled?.(1, 1);
  }

  private get disabledAt(): number | undefined {
    return this.failingSince === undefined ? undefined : this.failingSince + this.settings.disableAfterHours * 3600;
  }
}

/** The messages of a webhook that have had the same attempts and waited equally long. */
class Stage implements MessageKind {
  constructor(
    private readonly receiver: Receiver,
    readonly isDue: boolean,
    private readonly line: DelayLine | undefined,
    private readonly next: Stage | undefined,
  ) {}

  dueIn(second: number): number {
    return this.line?.dueIn(second) ?? 0;
  }

  handle(messages: number): number {
    if (!this.isDue) return this.sendAgain(messages);
    if (this.receiver.isDisabled) return this.receiver.bury(messages);
    const failed = this.receiver.post(messages);
    if (failed === 0) return 0;
    return this.next === undefined ? this.receiver.bury(failed) : this.sendAgain(failed);
  }

  steadySeconds(second: number): number {
    return Math.min(this.receiver.steadySeconds(second), this.line?.steadySeconds(second) ?? Number.POSITIVE_INFINITY);
  }

  /** Sends messages to the queue again, with the delay of the next stage. Returns those that the queue does not accept. */
  private sendAgain(messages: number): number {
    const { parts, queue } = this.receiver.shared;
    const accepted = parts.queues.sendDelayed(queue, messages);
    this.next?.line?.add(parts.books.recording, accepted);
    return messages - accepted;
  }
}
