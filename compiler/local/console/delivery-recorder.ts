// Records the deliveries of triggers in bounded memory: the latest ones of each trigger, with their calls and log lines.

import type { AnsweredCall } from '../front/call';
import type { BegunDelivery, Delivery, DeliveryLog, DeliveryResult, GivenUpRecords } from '../triggers/deliveries';
import type { CutText } from './api';
import { addCall, addLine, cut, type RecordedSteps } from './recorded-request';
import { edgeTo, type TrafficCounters } from './traffic-counters';

/** A recorded delivery. */
export interface RecordedDelivery extends RecordedSteps {
  readonly trigger: string;
  /** The event; empty for records that were given up. */
  readonly event: CutText;
  delivery: Delivery;
}

/** The numbers of deliveries of a trigger since the start of the run. */
export type DeliveryCounts = Readonly<Partial<Record<Delivery['outcome'], number>>>;

/** The number of deliveries that are kept for each trigger, and of messages whose senders are known. */
const MOST_KEPT = { deliveries: 50, senders: 10_000 } as const;

/** Maximum size of a stored event, in bytes. */
const MOST_EVENT_BYTES = 16 * 1024;

/** Records deliveries. Times are in milliseconds; `elapsed` never decreases. */
export class DeliveryRecorder implements DeliveryLog {
  readonly #byTrigger = new Map<
    string,
    { readonly counts: Record<string, number>; readonly kept: RecordedDelivery[] }
  >();
  readonly #byTrace = new Map<string, RecordedDelivery>();
  readonly #byNumber = new Map<number, RecordedDelivery>();
  readonly #senders = new Map<string, string>();
  #number = 0;
  #changes = 0;

  constructor(
    private readonly traffic: Pick<TrafficCounters, 'count'>,
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** Counts the begins and ends of deliveries. */
  get changes(): number {
    return this.#changes;
  }

  /** The latest deliveries of a trigger, the newest first. */
  of(trigger: string): readonly RecordedDelivery[] {
    return this.#byTrigger.get(trigger)?.kept ?? [];
  }

  countsOf(trigger: string): DeliveryCounts {
    return this.#byTrigger.get(trigger)?.counts ?? {};
  }

  /** A delivery by its number; undefined if it is no longer stored. */
  at(number: number): RecordedDelivery | undefined {
    return this.#byNumber.get(number);
  }

  /** The delivery with a trace. */
  withTrace(traceId: string): RecordedDelivery | undefined {
    return this.#byTrace.get(traceId);
  }

  /** The stored deliveries of records that the calls of a trace wrote, the oldest first. */
  causedBy(traceId: string): RecordedDelivery[] {
    return [...this.#byNumber.values()].filter(({ delivery }) => delivery.causes.includes(traceId));
  }

  begin(trigger: string, { event, ...begun }: BegunDelivery): (result: DeliveryResult) => void {
    const started = this.elapsed();
    const text = cut(JSON.stringify(event) ?? '', MOST_EVENT_BYTES);
    const number = this.#nextNumber();
    const waiting = { outcome: 'in progress', failed: 0, reason: undefined, milliseconds: 0 } as const;
    const recorded = this.#keep({
      trigger,
      event: text,
      ...stepsFrom(started),
      delivery: { number, ...begun, ...waiting },
    });
    this.#byTrace.set(begun.traceId, recorded);
    return (result) => {
      const milliseconds = this.elapsed() - started;
      recorded.delivery = { ...recorded.delivery, ...result, milliseconds };
      this.#count(trigger, recorded.delivery);
      this.traffic.count(edgeTo.trigger(trigger), {
        milliseconds,
        isFailed: result.outcome === 'failed' || result.outcome === 'partly failed',
        isRefused: result.outcome === 'throttled',
      });
    };
  }

  giveUp(trigger: string, { reason, ...given }: GivenUpRecords): void {
    const number = this.#nextNumber();
    const ended = { outcome: 'given up', failed: given.records, reason, isPart: false, milliseconds: 0 } as const;
    const delivery = { number, ...given, ...ended, traceId: undefined };
    this.#keep({ trigger, event: cut('', 0), ...stepsFrom(this.elapsed()), delivery });
    this.#count(trigger, delivery);
  }

  senderOf(messageId: string): string | undefined {
    return this.#senders.get(messageId);
  }

  /** Records a call of a function, and the messages that it sent. */
  called(call: AnsweredCall): void {
    const { traceId, service, answer } = call;
    if (traceId === undefined) return;
    if (service === 'sqs') for (const id of sentMessages(answer.body)) this.#remember(id, traceId);
    const recorded = this.#byTrace.get(traceId);
    if (recorded !== undefined) addCall(recorded, call, this.elapsed());
  }

  /** Records a line of a function's log. */
  logged(traceId: string, line: string): void {
    const recorded = this.#byTrace.get(traceId);
    if (recorded !== undefined) addLine(recorded, line, this.elapsed());
  }

  #nextNumber(): number {
    this.#number += 1;
    this.#changes += 1;
    return this.#number;
  }

  #count(trigger: string, { outcome }: Delivery): void {
    this.#changes += 1;
    const counts = this.#byTrigger.get(trigger)?.counts;
    if (counts !== undefined) counts[outcome] = (counts[outcome] ?? 0) + 1;
  }

  #keep(recorded: RecordedDelivery): RecordedDelivery {
    const { trigger } = recorded;
    const known = this.#byTrigger.get(trigger) ?? { counts: {}, kept: [] };
    this.#byTrigger.set(trigger, known);
    this.#byNumber.set(recorded.delivery.number, recorded);
    known.kept.unshift(recorded);
    for (const { delivery } of known.kept.splice(MOST_KEPT.deliveries)) {
      this.#byNumber.delete(delivery.number);
      if (delivery.traceId !== undefined) this.#byTrace.delete(delivery.traceId);
    }
    return recorded;
  }

  #remember(messageId: string, traceId: string): void {
    this.#senders.set(messageId, traceId);
    const [oldest] = this.#senders.keys();
    if (this.#senders.size > MOST_KEPT.senders && oldest !== undefined) this.#senders.delete(oldest);
  }
}

function stepsFrom(begun: number): RecordedSteps {
  return { begun, calls: [], lines: [] };
}

/** The identifiers of the messages in the answer to SendMessage or SendMessageBatch. */
function sentMessages({ MessageId, Successful }: AnsweredCall['answer']['body']): string[] {
  const entries = Array.isArray(Successful) ? (Successful as readonly { readonly MessageId?: unknown }[]) : [];
  return [MessageId, ...entries.map((entry) => entry.MessageId)].filter((id) => typeof id === 'string');
}
