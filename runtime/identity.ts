// The identity of a payment: its id, from the Idempotency-Key, the body or at random, and the fingerprint of its request.

import { createHash } from 'node:crypto';
import { containsCardNumber } from './card-number';
import { RequestError } from './errors';
import { type ApiEvent, callerOf, headerOf } from './event';
import { renderJson } from './json';
import { canonicalDecimal } from './money';
import type { PaymentRequest } from './payment';

/** Whether a payment requires an Idempotency-Key or an id. */
export type IdempotencyMode = 'OPTIONAL' | 'REQUIRED';

/** The identity of a payment. */
export interface Identity {
  readonly paymentId: string;
  /** The fingerprint of the request: equal for a retry, different for another payment. */
  readonly fingerprint: string;
  /** Whether a retry finds the payment, because the client chose a key or an id. */
  readonly isRepeatable: boolean;
  /** The item that binds a key to its request, needed if the client chose both the key and the id. */
  readonly keyRecord: { readonly id: string; readonly fingerprint: string } | undefined;
}

/** The members that a fingerprint covers. */
export type Fingerprinted = Pick<PaymentRequest, 'amount' | 'currency' | 'payment_method' | 'customer_id'>;

const KEY = /^[\x21-\x7e]{1,255}$/;

/** Identifies a payment. Throws RequestError 400 for a malformed key, or a missing key that the spec requires. */
export function identifyPayment(
  event: ApiEvent,
  payment: PaymentRequest,
  mode: IdempotencyMode,
  createId: () => string,
): Identity {
  const key = readIdempotencyKey(event);
  if (key === undefined && payment.id === undefined && mode === 'REQUIRED') {
    const message = 'Idempotency-Key or id is required';
    const faults = [{ header: 'Idempotency-Key', detail: message }];
    throw new RequestError('missing-idempotency-key', message, { faults });
  }
  const fingerprint = fingerprintOf(payment, payment.unknown);
  // Callers may choose equal keys, and one caller may use a key for several operations.
  const keyId = key === undefined ? undefined : `pay_${hash([callerOf(event) ?? '', 'POST /payments', key])}`;
  return {
    paymentId: payment.id ?? keyId ?? createId(),
    fingerprint,
    isRepeatable: payment.id !== undefined || key !== undefined,
    // Stored under the id that the payment would have without its own id, so that two requests with this key always conflict.
    keyRecord:
      keyId === undefined || payment.id === undefined
        ? undefined
        : { id: keyId, fingerprint: hash([fingerprint, payment.id]) },
  };
}

/** The fingerprint of a payment request. It is equal for equal payments in any notation. */
export function fingerprintOf(payment: Fingerprinted, unknown: Readonly<Record<string, unknown>> = {}): string {
  const { amount, currency, payment_method, customer_id } = payment;
  const parts = [canonicalDecimal(amount.toString()), currency, payment_method, customer_id];
  return hash(Object.keys(unknown).length === 0 ? parts : [...parts, renderJson(sorted(unknown) as object)]);
}

/** Reads the key, unquoted or as the string of a structured field (RFC 9651). */
function readIdempotencyKey(event: ApiEvent): string | undefined {
  const value = headerOf(event, 'Idempotency-Key')?.trim();
  if (value === undefined) return undefined;
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(value)?.[1];
  const key = quoted === undefined ? value : quoted.replaceAll(/\\(.)/g, '$1');
  if (!KEY.test(key)) throw badKey('Idempotency-Key must be 1 to 255 visible ASCII characters');
  if (containsCardNumber(key)) throw badKey('Card numbers are not accepted: Idempotency-Key', 'card-number');
  return key;
}

function badKey(detail: string, reason: 'malformed-request' | 'card-number' = 'malformed-request'): RequestError {
  return new RequestError(reason, detail, { faults: [{ header: 'Idempotency-Key', detail }] });
}

/** Sorts members, so that their order has no effect. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  );
}

// As JSON, so that different lists of parts never have the same text.
function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
