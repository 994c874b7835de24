// Payment requests: reading and validating them.

import { containsCardNumber } from './card-number';
import { type Fault, refuse } from './errors';
import type { JsonNumber } from './json';
import { findTexts, mapTexts, pointerTo, withPlainNumbers } from './members';
import { amountFault, type Currencies, readAmount } from './money';
import { validate } from './payment-body.generated.cjs';

/** A payment request, as it is stored and fingerprinted. */
export interface PaymentRequest {
  /** The id that the client chose; absent if it did not choose one. */
  readonly id: string | undefined;
  /** A decimal in units of the currency, in canonical form. */
  readonly amount: JsonNumber;
  /** An ISO 4217 code. */
  readonly currency: string;
  readonly payment_method: string;
  readonly customer_id: string;
  /** The unknown members, as sent. */
  readonly unknown: Readonly<Record<string, unknown>>;
}

/** How members that the API does not know are handled. */
export type UnknownMembers = 'IGNORE' | 'KEEP' | 'REFUSE';

/** The rules for payments from the spec. */
export interface PaymentRules {
  readonly currencies: Currencies;
  readonly unknownMembers: UnknownMembers;
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const REQUIRED_TEXTS = ['currency', 'payment_method', 'customer_id'] as const;
const KNOWN = ['id', 'amount', ...REQUIRED_TEXTS];
/** The members of a response that a request cannot set. */
const RESERVED = ['status', 'timestamp', 'history'];

// The response names an unsupported currency unless it is too long to be a code.
const MAX_NAMED_LENGTH = 16;

/** Reads a new payment from the members of a body. Throws RequestError 400 with all faults, in the documented order of the members. */
export function readPayment(
  sent: Readonly<Record<string, unknown>>,
  { currencies, unknownMembers }: PaymentRules,
): PaymentRequest {
  const members = mapTexts(sent, (text) => text.normalize('NFC')) as Readonly<Record<string, unknown>>;
  const faults = new Faults();
  const shape = shapeFaults(members);
  for (const fault of shape) if (fault.isMissing) faults.add(fault.pointer, fault.detail);

  const reading = Object.hasOwn(members, 'amount') ? readAmount(members.amount) : undefined;
  if (reading && 'fault' in reading) faults.add('/amount', reading.fault);
  for (const { pointer, detail } of shape) faults.add(pointer, detail);

  const { currency } = members;
  if (typeof currency === 'string' && !faults.has('/currency')) {
    const rule = currencies.get(currency);
    const fault =
      rule === undefined
        ? `Unsupported currency${currency.length > MAX_NAMED_LENGTH ? '' : `: ${currency}`}`
        : reading && 'amount' in reading && amountFault(reading.amount, currency, rule);
    if (fault) faults.add(rule === undefined ? '/currency' : '/amount', fault);
  }

  const unknown = Object.fromEntries(Object.entries(members).filter(([name]) => !KNOWN.includes(name)));
  for (const name of Object.keys(unknown)) {
    const isRefused = unknownMembers === 'REFUSE' || (unknownMembers === 'KEEP' && RESERVED.includes(name));
    if (isRefused) faults.add(pointerTo('', name), 'Unknown field');
  }
  for (const pointer of findTexts(members, (text) => /\p{Surrogate}/u.test(text))) {
    faults.add(pointer, `Field must be well-formed Unicode: ${pointer}`);
  }
  const cards = findTexts({ ...members, amount: null }, containsCardNumber);
  if (cards.length > 0) {
    const [first = '', ...rest] = cards;
    const fault = (pointer: string) => ({ pointer, detail: `Card numbers are not accepted: ${pointer}` });
    throw refuse('card-number', [fault(first), ...rest.map(fault)]);
  }
  faults.throwIfAny();
  const { id, payment_method, customer_id } = members as Record<string, string>;
  const { amount } = reading as { amount: JsonNumber };
  return {
    id,
    amount,
    currency: currency as string,
    payment_method: payment_method as string,
    customer_id: customer_id as string,
    unknown: unknownMembers === 'KEEP' ? unknown : {},
  };
}

/** Whether a new payment may have a text as its id, which logs and queues may contain. */
export function isPaymentId(text: string): boolean {
  return ID.test(text) && !containsCardNumber(text);
}

/** The faults of a request: the first fault of each location, in order of occurrence. */
class Faults {
  private readonly byPointer = new Map<string, Fault>();

  has(pointer: string): boolean {
    return this.byPointer.has(pointer);
  }

  add(pointer: string, detail: string): void {
    if (!this.has(pointer)) this.byPointer.set(pointer, { pointer, detail });
  }

  throwIfAny(): void {
    const [first, ...rest] = this.byPointer.values();
    if (first) throw refuse('invalid-payment', [first, ...rest]);
  }
}

/** The violations of the schema by a body. */
function shapeFaults(members: Readonly<Record<string, unknown>>) {
  if (validate(withPlainNumbers(members))) return [];
  return (validate.errors ?? []).map(({ keyword, instancePath, params, message = 'is invalid' }) => {
    const isMissing = keyword === 'required';
    const pointer = isMissing ? pointerTo(instancePath, params.missingProperty) : instancePath;
    const name = pointer.slice(1);
    const detail = isMissing ? `Missing required field: ${name}` : `Field ${message}: ${name}`;
    return { pointer, detail, isMissing };
  });
}
