// Sends events to the queue of deliveries in order, and records them in the ledger.

import { DELIVERY_VERSION, type Delivery, type EventType, type PaymentEvent } from '../../contract/events';
import { errorName } from '../log';
import { batchesInOrder, type OrderedMessage } from './batches';
import type { SendBatch } from './delivery-queue';
import type { EventLog } from './event-log';
import type { Ledger } from './ledger';

/** The types of events that each webhook receives, by its name. */
export type Subscriptions = ReadonlyMap<string, { readonly events: readonly EventType[] }>;

/** The dependencies of the sender. */
export interface SenderDependencies {
  readonly subscriptions: Subscriptions;
  readonly sendBatch: SendBatch;
  readonly ledger: Pick<Ledger, 'record'>;
  readonly log: EventLog;
}

/** An event with the position of its source in a batch. */
export interface PositionedEvent {
  readonly position: number;
  readonly event: PaymentEvent;
}

/**
 * Sends events in the order of their positions. Returns the first position that must be repeated, or Infinity.
 *
 * An event before that position is sent and recorded; a later one may be sent. `hasTime` is false when the function must return.
 */
export type SendEvents = (events: readonly PositionedEvent[], hasTime: () => boolean) => Promise<number>;

/** Creates the sender. An event is recorded after all its deliveries were sent, so that the ledger has no event that was lost. */
export function createSender({ subscriptions, sendBatch, ledger, log }: SenderDependencies): SendEvents {
  return async (events, hasTime) => {
    const unsent = await sendAll(events, hasTime);
    const sent = events.filter(({ position }) => position < unsent).map(({ event }) => event);
    try {
      await ledger.record(sent);
      return unsent;
    } catch (error) {
      log('error', { message: 'events not recorded', errorName: errorName(error) });
      return events[0]?.position ?? unsent;
    }
  };

  async function sendAll(events: readonly PositionedEvent[], hasTime: () => boolean): Promise<number> {
    for (const batch of batchesInOrder(events.flatMap(messagesOf))) {
      const failed = hasTime() ? await send(batch) : [0];
      if (failed.length > 0) return Math.min(...failed.map((index) => batch[index]?.position ?? 0));
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Returns the positions in the batch that were not sent. */
  async function send(batch: readonly OrderedMessage[]): Promise<readonly number[]> {
    try {
      return await sendBatch(batch.map(({ body }) => body));
    } catch (error) {
      log('error', { message: 'events not sent', errorName: errorName(error) });
      return [0];
    }
  }

  function messagesOf({ position, event }: PositionedEvent): (OrderedMessage & { readonly position: number })[] {
    return deliveriesOf(event, subscriptions).map((delivery) => ({
      position,
      paymentId: event.subject,
      eventId: event.id,
      body: JSON.stringify(delivery),
    }));
  }
}

/** The first deliveries of an event. */
function deliveriesOf(event: PaymentEvent, subscriptions: Subscriptions): Delivery[] {
  return [...subscriptions].flatMap(([webhook, { events }]): Delivery[] =>
    events.includes(event.type)
      ? [{ version: DELIVERY_VERSION, kind: 'webhook-delivery', webhook, attempt: 1, event }]
      : [],
  );
}
