// Sends the events of stored payments again, by the id of a payment or by the time at which payments were stored.

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ReplayRequest, ReplayResult } from '../../contract/replay';
import type { StoredPayment } from '../item';
import type { ListingSettings } from '../listing';
import type { PaymentStore } from '../store';
import { eventsOfPayment } from './payment-events';
import type { SendEvents } from './sender';
import { readStoredPayments } from './stored-payments';

/** The dependencies of a replay. */
export interface ReplayDependencies {
  readonly client: DynamoDBClient;
  readonly table: ListingSettings;
  readonly countShards: () => Promise<number>;
  readonly store: Pick<PaymentStore, 'get'>;
  readonly source: string;
  readonly send: SendEvents;
}

/** Replays a request, or a part of it with the rest in `next`. Rejects if the queue or the ledger does not accept an event. */
export type ReplayEvents = (request: ReplayRequest, hasTime: () => boolean) => Promise<ReplayResult>;

type TimeRequest = Extract<ReplayRequest, { readonly from: string }>;

/** The times that are read at once, in milliseconds. A window with few payments doubles the next one. */
const WINDOW = { minimum: 1_000, first: 60_000, maximum: 86_400_000 } as const;

/** The number of payments up to which the next window is longer. */
const FEW_PAYMENTS = 500;

/** Creates the replay. */
export function createReplay({ client, table, countShards, store, source, send }: ReplayDependencies): ReplayEvents {
  return async (request, hasTime) => {
    if ('paymentId' in request) {
      const payment = await store.get(request.paymentId);
      const events = await sendPayments(payment === undefined ? [] : [payment], () => true);
      if (events === undefined) throw new Error('the events were not sent');
      return { payments: payment === undefined ? 0 : 1, events };
    }
    return replayTime(request, hasTime);
  };

  async function replayTime(
    { from, to, windowMilliseconds = WINDOW.first }: TimeRequest,
    hasTime: () => boolean,
  ): Promise<ReplayResult> {
    const shards = await countShards();
    const end = Date.parse(to);
    const total = { payments: 0, events: 0 };
    let window = windowMilliseconds;
    let at = Date.parse(from);
    while (at < end) {
      const until = Math.min(at + window, end);
      const payments = await readWindow(shards, at, until);
      const events = await sendPayments(payments, hasTime);
      if (events === undefined) {
        if (hasTime()) throw new Error('the events were not sent');
        // The same window must not fail for ever, so the next one is shorter.
        const next = { from: new Date(at).toISOString(), to, windowMilliseconds: Math.max(WINDOW.minimum, window / 4) };
        return { ...total, next };
      }
      total.payments += payments.length;
      total.events += events;
      if (payments.length <= FEW_PAYMENTS) window = Math.min(WINDOW.maximum, window * 2);
      at = until;
    }
    return total;
  }

  async function readWindow(shards: number, from: number, to: number): Promise<StoredPayment[]> {
    const time = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    const found = new Map<unknown, StoredPayment>();
    for await (const page of readStoredPayments(client, table, shards, time)) {
      for (const payment of page) found.set(payment.id, payment);
    }
    return [...found.values()];
  }

  /** Returns the number of events; undefined if not all were sent. */
  async function sendPayments(payments: readonly StoredPayment[], hasTime: () => boolean): Promise<number | undefined> {
    const events = payments.flatMap((payment, position) =>
      eventsOfPayment(payment, source).map((event) => ({ position, event })),
    );
    return (await send(events, hasTime)) === Number.POSITIVE_INFINITY ? events.length : undefined;
  }
}
