// A payment, as a pure thing: how it is read from a request, and when two are the same.

import { RequestError } from './errors';
import type { JsonNumber } from './json';
import { type CurrencyExponents, checkCurrency, isSameDecimal, readAmount } from './money';

/** A payment under the names that the table and the answers use. */
export interface Payment {
  readonly id: string;
  /** A decimal in units of the currency. */
  readonly amount: JsonNumber;
  /** An ISO 4217 code. */
  readonly currency: string;
  readonly payment_method: string;
  readonly customer_id: string;
  readonly status: 'processed';
  /** Epoch seconds. */
  readonly timestamp: number;
}

/** A payment read from the table; one of an earlier program may have other attributes. */
export type StoredPayment = Readonly<Record<string, unknown>>;

/** What a new payment takes from its surroundings. */
export interface PaymentSource {
  readonly currencyExponents: CurrencyExponents;
  readonly createId: () => string;
  readonly now: () => Date;
}

/** Most characters of a free text: room for any token, far from an item's 400 KB. */
export const MAX_TEXT_LENGTH = 256;

const REQUIRED_FIELDS = ['amount', 'currency', 'payment_method', 'customer_id'] as const;
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Reads a new payment from the fields of a request; other fields are ignored. Throws RequestError 400 with the first fault. */
export function readPayment(fields: Readonly<Record<string, unknown>>, source: PaymentSource): Payment {
  const missing = REQUIRED_FIELDS.find((name) => !Object.hasOwn(fields, name));
  if (missing !== undefined) throw new RequestError(400, `Missing required field: ${missing}`);
  const amount = readAmount(fields.amount);
  const currency = readText(fields, 'currency');
  checkCurrency(amount, currency, source.currencyExponents);
  return {
    id: Object.hasOwn(fields, 'id') ? readId(fields.id) : source.createId(),
    amount,
    currency,
    payment_method: readText(fields, 'payment_method'),
    customer_id: readText(fields, 'customer_id'),
    status: 'processed',
    timestamp: Math.floor(source.now().getTime() / 1000),
  };
}

/** Whether a stored payment says what a new one asks for; status and time are not part of the question. */
export function isSamePayment(payment: Payment, stored: StoredPayment): boolean {
  return (
    isSameDecimal(payment.amount.toString(), String(stored.amount)) &&
    payment.currency === stored.currency &&
    payment.payment_method === stored.payment_method &&
    payment.customer_id === stored.customer_id
  );
}

/** Whether a value is an id that a new payment may have. */
export function isPaymentId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

function readId(value: unknown): string {
  if (isPaymentId(value)) return value;
  throw new RequestError(400, 'Payment ID must be 1 to 64 letters, digits, hyphens or underscores');
}

function readText(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  if (typeof value === 'string' && value.length <= MAX_TEXT_LENGTH) return value;
  throw new RequestError(400, `Field must be a text of at most ${MAX_TEXT_LENGTH} characters: ${name}`);
}
