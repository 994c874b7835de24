// A payment as an item of the table: the attributes that clients see, and those that are the table's own.

import { createHash } from 'node:crypto';
import type { Identity } from './identity';
import { type JsonNumber, parseJson, renderJson } from './json';
import type { PaymentRequest } from './payment';
import type { Status } from './states';

/** A new payment as it is stored; the names are the table's. */
export interface PaymentItem {
  readonly id: string;
  readonly amount: JsonNumber;
  readonly currency: string;
  readonly payment_method: string;
  readonly customer_id: string;
  readonly status: Status;
  /** Epoch seconds. */
  readonly timestamp: number;
  readonly fingerprint: string;
  readonly version: number;
  /** The partition key of the index that lists payments. */
  readonly status_shard: string;
  /** The sort key of the index that lists payments. */
  readonly position: string;
  /** Members that the API does not know, as JSON text: exact whatever they are. */
  readonly unknown_members?: string;
}

/** An item read from the table; one of an earlier program has neither the table's own attributes nor a bounded id. */
export type StoredPayment = Readonly<Record<string, unknown>>;

/** Whether an item is a payment, and not one of the table's own. */
export function isPayment(item: StoredPayment): boolean {
  return typeof item.status === 'string';
}

const OWN_ATTRIBUTES = ['fingerprint', 'version', 'status_shard', 'position', 'unknown_members'];

/** Makes the item of a new payment. */
export function createItem(
  { amount, currency, payment_method, customer_id, unknown }: PaymentRequest,
  { paymentId, fingerprint }: Pick<Identity, 'paymentId' | 'fingerprint'>,
  { now, shards }: { readonly now: Date; readonly shards: number },
): PaymentItem {
  return {
    id: paymentId,
    amount,
    currency,
    payment_method,
    customer_id,
    status: 'processed',
    timestamp: Math.floor(now.getTime() / 1000),
    fingerprint,
    version: 1,
    status_shard: partitionOf('processed', shardOf(paymentId, shards)),
    position: positionOf(now, paymentId),
    ...(Object.keys(unknown).length > 0 && { unknown_members: renderJson(unknown) }),
  };
}

/** What clients see of an item. */
export function renderPayment(item: StoredPayment): object {
  const unknown = typeof item.unknown_members === 'string' ? parseJson(item.unknown_members) : {};
  const seen = Object.entries(item).filter(([name]) => !OWN_ATTRIBUTES.includes(name));
  return { ...(unknown as object), ...Object.fromEntries(seen) };
}

/** The version of an item: it counts the changes of its state. One of an earlier program is in its first. */
export function versionOf(item: StoredPayment): number {
  return Number(item.version ?? 1);
}

/** The partition of the listing index that holds a state's payments of one shard. */
export function partitionOf(status: Status, shard: number): string {
  return `${status}#${shard}`;
}

/** The shard of a payment: the same for an id and a count, spread evenly over ids. */
export function shardOf(id: string, shards: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % shards;
}

/** Where a payment stands among all others: by time, then by id. Texts in this form sort as the payments do. */
export function positionOf(time: Date, id: string): string {
  return `${time.toISOString()}#${id}`;
}
