// The events of a payment, from its item or from a change of its item. Equal states result in equal events.

import { createHash } from 'node:crypto';
import { EVENT_TYPES, type PaymentEvent } from '../../contract/events';
import { isStatus, type Status } from '../../contract/states';
import { containsCardNumber } from '../card-number';
import { type StoredPayment, versionOf } from '../item';

/** An item that cannot have an event; a retry cannot help. The message does not quote the item. */
export class UnpublishableError extends Error {
  override readonly name = 'UnpublishableError';
}

/** A new state of a payment. */
interface Change {
  readonly status: Status;
  readonly version: number;
  readonly time: string;
}

/**
 * The event of a change of an item; undefined if the state of a payment did not change.
 *
 * Internal items and backfills of attributes do not change a state. An item that is added in a later state than the first was
 * restored: its events were published before.
 *
 * @param changedAt when the item changed, for a change without an entry in the payment's history
 */
export function eventOfChange(
  before: StoredPayment | undefined,
  after: StoredPayment | undefined,
  { source, changedAt }: { readonly source: string; readonly changedAt: string },
): PaymentEvent | undefined {
  const status = statusOf(after);
  if (after === undefined || status === undefined || status === before?.status) return undefined;
  const version = versionOf(after);
  if (before === undefined) {
    return version === 1 && status === 'processed' ? render(after, creationOf(after), source) : undefined;
  }
  if (statusOf(before) === undefined || version <= versionOf(before)) {
    throw new UnpublishableError('the state changed without a new version');
  }
  const entry = changesOf(after).find((change) => change.version === version && change.status === status);
  return render(after, entry ?? { status, version, time: changedAt }, source);
}

/** All events of a payment up to now, in order; empty for an internal item, and for one that cannot have events. */
export function eventsOfPayment(item: StoredPayment, source: string): readonly PaymentEvent[] {
  if (statusOf(item) === undefined) return [];
  try {
    return [creationOf(item), ...changesOf(item)].map((change) => render(item, change, source));
  } catch (error) {
    if (error instanceof UnpublishableError) return [];
    throw error;
  }
}

/** The id of an event: without dots, which separate the parts of a signed text (Standard Webhooks 1.0.0). */
export function eventId(paymentId: string, version: number): string {
  return `evt_${createHash('sha256').update(`${version}:${paymentId}`).digest('hex').slice(0, 32)}`;
}

function statusOf(item: StoredPayment | undefined): Status | undefined {
  const status = item?.status;
  return typeof status === 'string' && isStatus(status) ? status : undefined;
}

function creationOf(item: StoredPayment): Change {
  return { status: 'processed', version: 1, time: creationTime(item) };
}

/** When a payment was stored, to the millisecond if its position has it. */
function creationTime({ position, timestamp }: StoredPayment): string {
  const [time = ''] = String(position ?? '').split('#');
  const date = new Date(time === '' ? Number(timestamp) * 1000 : time);
  if (Number.isNaN(date.getTime())) throw new UnpublishableError('the payment has no time');
  return date.toISOString();
}

/** The changes of a payment's history. The first version is the creation, so the first entry is the second version. */
function changesOf({ history }: StoredPayment): Change[] {
  const entries = Array.isArray(history) ? (history as readonly { to?: unknown; at?: unknown }[]) : [];
  return entries.flatMap(({ to, at }, index) =>
    typeof to === 'string' && isStatus(to) ? [{ status: to, version: index + 2, time: String(at) }] : [],
  );
}

function render(item: StoredPayment, { status, version, time }: Change, source: string): PaymentEvent {
  const { id, amount, currency } = item;
  if (typeof id !== 'string' || amount === undefined || typeof currency !== 'string') {
    throw new UnpublishableError('the payment has no id, amount or currency');
  }
  // Only an item of another program can contain one: the API rejects them.
  if (containsCardNumber(id)) throw new UnpublishableError('the id of the payment contains a card number');
  return {
    specversion: '1.0',
    id: eventId(id, version),
    source,
    type: EVENT_TYPES[status],
    subject: id,
    time,
    datacontenttype: 'application/json',
    timestamp: time,
    data: {
      payment_id: id,
      version,
      status,
      amount: String(amount),
      currency,
      created_at: creationTime(item),
    },
  };
}
