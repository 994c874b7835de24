// A payment: which requests make one, and which fault is told first.

import { expect } from 'chai';
import { parseJson } from '../../runtime/json';
import { isSamePayment, type PaymentSource, readPayment } from '../../runtime/payment';

const SOURCE: PaymentSource = {
  currencyExponents: new Map([['USD', 2]]),
  createId: () => 'created',
  now: () => new Date(1_700_000_000_999),
};
const FIELDS = { amount: parseJson('10.25'), currency: 'USD', payment_method: 'card', customer_id: 'c-1' };
const NOT_AN_ID = 'Payment ID must be 1 to 64 letters, digits, hyphens or underscores';
const NOT_A_TEXT = 'Field must be a text of at most 256 characters';

describe('a new payment', () => {
  it('has the request’s fields, an id, a status and a time in seconds', () => {
    expect(readPayment(FIELDS, SOURCE)).to.deep.equal({
      ...FIELDS,
      id: 'created',
      status: 'processed',
      timestamp: 1_700_000_000,
    });
  });

  it('ignores other fields, status and timestamp among them', () => {
    const payment = readPayment({ ...FIELDS, note: 'x', status: 'refunded', timestamp: 1 }, SOURCE);
    expect(payment).to.deep.equal(readPayment(FIELDS, SOURCE));
  });

  const accepted: Record<string, object> = {
    'may have an id of 64 characters': { id: 'a'.repeat(64) },
    'may have an empty customer': { customer_id: '' },
    'may have a text of 256 characters': { payment_method: 'x'.repeat(256) },
  };
  for (const [sentence, fields] of Object.entries(accepted)) {
    it(sentence, () => expect(readPayment({ ...FIELDS, ...fields }, SOURCE)).to.include(fields));
  }

  const refused: Record<string, [fields: Record<string, unknown>, error: string]> = {
    'has an amount': [{}, 'Missing required field: amount'],
    'has a currency': [{ amount: 0 }, 'Missing required field: currency'],
    'is not missing a field before its amount is looked at': [
      { amount: 0, currency: 'USD', payment_method: 'card' },
      'Missing required field: customer_id',
    ],
    'has a good amount before its currency is looked at': [
      { ...FIELDS, amount: 0, currency: 'JPY' },
      'Payment amount must be greater than 0',
    ],
    'has an accepted currency': [{ ...FIELDS, currency: 'JPY' }, 'Unsupported currency: JPY'],
    'has a currency that is a text': [{ ...FIELDS, currency: {} }, `${NOT_A_TEXT}: currency`],
    'has a payment method that is a text': [{ ...FIELDS, payment_method: null }, `${NOT_A_TEXT}: payment_method`],
    'has a customer that is a text': [{ ...FIELDS, customer_id: 7 }, `${NOT_A_TEXT}: customer_id`],
    'has no text of 257 characters': [{ ...FIELDS, customer_id: 'x'.repeat(257) }, `${NOT_A_TEXT}: customer_id`],
    'has an id that is not empty': [{ ...FIELDS, id: '' }, NOT_AN_ID],
    'has an id that is a text': [{ ...FIELDS, id: parseJson('7') }, NOT_AN_ID],
    'has an id that is not null': [{ ...FIELDS, id: null }, NOT_AN_ID],
    'has no id of 65 characters': [{ ...FIELDS, id: 'a'.repeat(65) }, NOT_AN_ID],
    'has an id without a line break at its end': [{ ...FIELDS, id: 'pay-1\n' }, NOT_AN_ID],
  };
  for (const [sentence, [fields, error]] of Object.entries(refused)) {
    it(sentence, () =>
      expect(() => readPayment(fields, SOURCE))
        .to.throw(error)
        .with.property('statusCode', 400),
    );
  }
});

describe('two payments', () => {
  const stored = { ...FIELDS, amount: parseJson('10.250'), status: 'refunded', timestamp: 1 };
  const rows: Record<string, [changes: object, same: boolean]> = {
    'are the same whatever their status, time and zeros': [{}, true],
    'differ by amount': [{ amount: parseJson('10.26') }, false],
    'differ by currency': [{ currency: 'EUR' }, false],
    'differ by payment method': [{ payment_method: 'cash' }, false],
    'differ by customer': [{ customer_id: 'c-2' }, false],
  };
  for (const [sentence, [changes, same]] of Object.entries(rows)) {
    it(sentence, () => expect(isSamePayment(readPayment(FIELDS, SOURCE), { ...stored, ...changes })).to.equal(same));
  }
});
