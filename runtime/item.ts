// A payment as an item of the table: its public attributes, and the table's internal ones.

import { createHash } from 'node:crypto';
import type { Status } from '../contract/states';
import type { Identity } from './identity';
import { type JsonNumber, parseJson, renderJson } from './json';
import type { PaymentRequest } from './payment';

/** A new payment as stored; the names are those of the table's attributes. */
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
  /** The partition key of the listing index. */
  readonly status_shard: string;
  /** The sort key of the listing index. */
  readonly position: string;
  /** Unknown members as JSON text, which keeps them exact. */
  readonly unknown_members?: string;
}

/** An item read from the table; an item of the previous program does not have internal attributes, and its id can have any length. */
export type StoredPayment = Readonly<Record<string, unknown>>;

/** Whether an item is a payment, not an internal item of the table. */
export function isPayment(item: StoredPayment): boolean {
  return typeof item.status === 'string';
}

const OWN_ATTRIBUTES = ['fingerprint', 'version', 'status_shard', 'position', 'unknown_members'];

/** Creates the item of a new payment. */
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

/** The public attributes of an item. */
export function renderPayment(item: StoredPayment): object {
  const unknown = typeof item.unknown_members === 'string' ? parseJson(item.unknown_members) : {};
  const seen = Object.entries(item).filter(([name]) => !OWN_ATTRIBUTES.includes(name));
  return { ...(unknown as object), ...Object.fromEntries(seen) };
}

/** The version of an item, which counts its state changes; items of the previous program have the first version. */
export function versionOf(item: StoredPayment): number {
  return Number(item.version ?? 1);
}

/** The partition of the listing index for a state and a shard. */
export function partitionOf(status: Status, shard: number): string {
  return `${status}#${shard}`;
}

/** The shard of a payment; deterministic, and evenly distributed over ids. */
export function shardOf(id: string, shards: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % shards;
}

/** The position of a payment in the order of all payments: by time, then by id. The texts sort in this order. */
export function positionOf(time: Date, id: string): string {
  return `${time.toISOString()}#${id}`;
}
