// Who a payment is: the id that it gets from its Idempotency-Key, its body or by chance, and the fingerprint of what it asks.

import { createHash } from 'node:crypto';
import { holdsCardNumber } from './card-number';
import { RequestError } from './errors';
import { type ApiEvent, callerOf, headerOf } from './event';
import { renderJson } from './json';
import { canonicalDecimal } from './money';
import type { PaymentRequest } from './payment';

/** Whether a payment must come with an Idempotency-Key or an id. */
export type IdempotencyMode = 'OPTIONAL' | 'REQUIRED';

/** What a payment is known by. */
export interface Identity {
  readonly paymentId: string;
  /** Of what is asked: the same for a repeat, another for another payment. */
  readonly fingerprint: string;
  /** Whether a repeat finds the payment: it has a key or an id that the client chose. */
  readonly isRepeatable: boolean;
  /** The item that binds a key to its request where the payment does not: the client chose both the key and the id. */
  readonly keyRecord: { readonly id: string; readonly fingerprint: string } | undefined;
}

/** What a fingerprint is made of. */
export type Fingerprinted = Pick<PaymentRequest, 'amount' | 'currency' | 'payment_method' | 'customer_id'>;

const KEY = /^[\x21-\x7e]{1,255}$/;

/** Identifies a payment. Throws RequestError 400 for a malformed key, or one that is missing where the spec requires it. */
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
  // Two callers may choose the same key, and one caller the same key for another operation.
  const keyId = key === undefined ? undefined : `pay_${hash([callerOf(event) ?? '', 'POST /payments', key])}`;
  return {
    paymentId: payment.id ?? keyId ?? createId(),
    fingerprint,
    isRepeatable: payment.id !== undefined || key !== undefined,
    // Under the id that the payment would have without its own: whichever request comes first, the other finds it taken.
    keyRecord:
      keyId === undefined || payment.id === undefined
        ? undefined
        : { id: keyId, fingerprint: hash([fingerprint, payment.id]) },
  };
}

/** The fingerprint of what a payment asks: equal for equal payments, however they were written. */
export function fingerprintOf(payment: Fingerprinted, unknown: Readonly<Record<string, unknown>> = {}): string {
  const { amount, currency, payment_method, customer_id } = payment;
  const parts = [canonicalDecimal(amount.toString()), currency, payment_method, customer_id];
  return hash(Object.keys(unknown).length === 0 ? parts : [...parts, renderJson(sorted(unknown) as object)]);
}

/** Reads the key, bare or as the quoted text of a structured field (RFC 9651). */
function readIdempotencyKey(event: ApiEvent): string | undefined {
  const value = headerOf(event, 'Idempotency-Key')?.trim();
  if (value === undefined) return undefined;
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(value)?.[1];
  const key = quoted === undefined ? value : quoted.replaceAll(/\\(.)/g, '$1');
  if (!KEY.test(key)) throw badKey('Idempotency-Key must be 1 to 255 visible ASCII characters');
  if (holdsCardNumber(key)) throw badKey('Card numbers are not accepted: Idempotency-Key', 'card-number');
  return key;
}

function badKey(detail: string, reason: 'malformed-request' | 'card-number' = 'malformed-request'): RequestError {
  return new RequestError(reason, detail, { faults: [{ header: 'Idempotency-Key', detail }] });
}

/** Members in one order, however they were sent. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  );
}

// As JSON, so that no two lists of parts read alike.
function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
