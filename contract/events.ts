// The events of payments, and the messages that deliver them to webhooks.

import type { Status } from './states';

/** The type of the event for each new state of a payment. */
export const EVENT_TYPES = {
  processed: 'payment.processed',
  refunded: 'payment.refunded',
  cancelled: 'payment.cancelled',
} as const satisfies Record<Status, string>;

/** The type of an event. */
export type EventType = (typeof EVENT_TYPES)[Status];

/** The payment as its event describes it: without its customer and its payment method. */
export interface EventData {
  readonly payment_id: string;
  /** Counts the state changes of the payment from 1. Receivers order the events of a payment by it. */
  readonly version: number;
  readonly status: Status;
  /** An exact decimal in units of the currency. */
  readonly amount: string;
  readonly currency: string;
  /** When the payment was stored. */
  readonly created_at: string;
}

/** A CloudEvent (CloudEvents 1.0, JSON format), which is also a payload of Standard Webhooks because of `timestamp`. */
export interface PaymentEvent {
  readonly specversion: '1.0';
  /** The same for each delivery of an event; derived from the payment and its version. */
  readonly id: string;
  readonly source: string;
  readonly type: EventType;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** Equals `time`. */
  readonly timestamp: string;
  readonly data: EventData;
}

/**
 * The maximum delay of a message, in seconds (Amazon SQS API Reference, "SendMessage": DelaySeconds). A delivery that waits longer is sent
 * again each time.
 */
export const MAX_DELAY_SECONDS = 900;

/** The version of the format of deliveries. */
export const DELIVERY_VERSION = 1;

/** A message of the deliveries queue: one event for one webhook. */
export interface Delivery {
  readonly version: typeof DELIVERY_VERSION;
  readonly kind: 'webhook-delivery';
  readonly webhook: string;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  /** The earliest time of the attempt; absent: at once. */
  readonly dueAt?: string;
  readonly event: PaymentEvent;
}

/** A message of the queue of dead deliveries. */
export interface DeadDelivery extends Delivery {
  readonly deadAt: string;
  readonly reason: DeathReason;
}

/** Why a delivery is given up. */
export type DeathReason = 'attempts-exhausted' | 'webhook-gone' | 'webhook-disabled' | 'webhook-unknown';

/** The first attempt of a delivery, for one that was given up. */
export function revived({ version, kind, webhook, event }: Delivery): Delivery {
  return { version, kind, webhook, attempt: 1, event };
}

/** Whether a parsed message is a delivery. */
export function isDelivery(value: unknown): value is Delivery {
  if (typeof value !== 'object' || value === null) return false;
  const { version, kind, webhook, attempt, event } = value as Partial<Record<keyof Delivery, unknown>>;
  return (
    version === DELIVERY_VERSION &&
    kind === 'webhook-delivery' &&
    typeof webhook === 'string' &&
    Number.isInteger(attempt) &&
    typeof event === 'object' &&
    event !== null
  );
}
