// Payments: valid requests, and errors that list all faults in the previous order.

import { expect } from 'chai';
import { RequestError } from '../../runtime/errors';
import { parseJson } from '../../runtime/json';
import { type PaymentRules, readPayment } from '../../runtime/payment';

const RULES: PaymentRules = { currencies: new Map([['USD', { exponent: 2 }]]), unknownMembers: 'IGNORE' };
const FIELDS = { amount: parseJson('10.25'), currency: 'USD', payment_method: 'card', customer_id: 'c-1' };

const POSITIVE = 'Payment amount must be greater than 0';

describe('a new payment', () => {
  it('has the request’s fields', () => {
    expect(readPayment({ id: 'pay-1', ...FIELDS }, RULES)).to.deep.equal({ ...FIELDS, id: 'pay-1', unknown: {} });
  });

  const accepted: Record<string, object> = {
    'may have an id of 64 characters': { id: 'a'.repeat(64) },
    'may have an empty customer': { customer_id: '' },
    'may have a string of 256 characters': { payment_method: 'x'.repeat(256) },
    'may have a string of 256 characters of any Unicode plane': { payment_method: '𝄞'.repeat(256) },
  };
  for (const [sentence, fields] of Object.entries(accepted)) {
    it(sentence, () => expect(readPayment({ ...FIELDS, ...fields }, RULES)).to.include(fields));
  }

  it('has strings in one Unicode normal form', () => {
    expect(readPayment({ ...FIELDS, customer_id: 'Zoe\u0308' }, RULES).customer_id).to.equal('Zoë');
  });

  const refused: Record<string, [fields: Record<string, unknown>, faults: Record<string, string>]> = {
    'must have all required fields': [
      { id: 'pay-1' },
      {
        '/amount': 'Missing required field: amount',
        '/currency': 'Missing required field: currency',
        '/payment_method': 'Missing required field: payment_method',
        '/customer_id': 'Missing required field: customer_id',
      },
    ],
    'reports missing fields first': [
      { amount: 0, currency: 'USD', payment_method: 'card' },
      { '/customer_id': 'Missing required field: customer_id', '/amount': POSITIVE },
    ],
    'reports its amount before its currency': [
      { ...FIELDS, amount: 0, currency: 'JPY' },
      { '/amount': POSITIVE, '/currency': 'Unsupported currency: JPY' },
    ],
    'reports all faults': [
      { amount: null, currency: 'USD', payment_method: null, customer_id: 'x'.repeat(257), id: 'pay 1' },
      {
        '/amount': POSITIVE,
        '/payment_method': 'Field must be string: payment_method',
        '/customer_id': 'Field must NOT have more than 256 characters: customer_id',
        '/id': 'Field must match pattern "^[A-Za-z0-9_-]{1,64}$": id',
      },
    ],
    'must not have more decimals than its currency': [
      { ...FIELDS, amount: parseJson('1.001') },
      { '/amount': 'Payment amount must have at most 2 decimals in USD' },
    ],
    'rejects a currency named like an inherited property': [
      { ...FIELDS, currency: 'constructor' },
      { '/currency': 'Unsupported currency: constructor' },
    ],
    'does not quote a long currency': [
      { ...FIELDS, currency: 'x'.repeat(17) },
      { '/currency': 'Unsupported currency' },
    ],
    'must have a string as its currency': [
      { ...FIELDS, currency: {} },
      { '/currency': 'Field must be string: currency' },
    ],
    'must not have an empty id': [
      { ...FIELDS, id: '' },
      { '/id': 'Field must match pattern "^[A-Za-z0-9_-]{1,64}$": id' },
    ],
    'must have a string as its id': [{ ...FIELDS, id: parseJson('7') }, { '/id': 'Field must be string: id' }],
    'must not have null as its id': [{ ...FIELDS, id: null }, { '/id': 'Field must be string: id' }],
    'must not have a line break at the end of its id': [
      { ...FIELDS, id: 'pay-1\n' },
      { '/id': 'Field must match pattern "^[A-Za-z0-9_-]{1,64}$": id' },
    ],
    'must not have a lone surrogate': [
      { ...FIELDS, customer_id: 'c\ud800' },
      { '/customer_id': 'Field must be well-formed Unicode: /customer_id' },
    ],
    'must not contain a card number': [
      { ...FIELDS, payment_method: '4111 1111 1111 1111', amount: 0 },
      { '/payment_method': 'Card numbers are not accepted: /payment_method' },
    ],
    'must not contain a card number with an exponent': [
      { ...FIELDS, note: parseJson('[4.111111111111111e15, 41111111111111110e-1, 411.1E2]') },
      {
        '/note/0': 'Card numbers are not accepted: /note/0',
        '/note/1': 'Card numbers are not accepted: /note/1',
      },
    ],
    'must not contain a card number in any member': [
      { ...FIELDS, note: { of: ['x', parseJson('4111111111111111')] }, '4111111111111111': 1 },
      {
        '/note/of/1': 'Card numbers are not accepted: /note/of/1',
        '': 'Card numbers are not accepted: ',
      },
    ],
  };
  for (const [sentence, [fields, faults]] of Object.entries(refused)) {
    it(sentence, () => expect(faultsOf(fields, RULES)).to.deep.equal(faults));
  }

  it('may have an amount that looks like a card number', () => {
    expect(readPayment({ ...FIELDS, amount: parseJson('4111111111111111') }, RULES)).to.have.property('amount');
  });
});

describe('members that the API does not know', () => {
  const fields = { ...FIELDS, note: 'x', 'a/b~c': parseJson('1e400') };

  it('are left out if the spec ignores them', () => {
    expect(readPayment(fields, RULES).unknown).to.deep.equal({});
  });

  it('are stored unchanged if the spec keeps them', () => {
    expect(readPayment(fields, { ...RULES, unknownMembers: 'KEEP' }).unknown).to.deep.equal({
      note: 'x',
      'a/b~c': parseJson('1e400'),
    });
  });

  it('cannot replace members of the response', () => {
    const rules: PaymentRules = { ...RULES, unknownMembers: 'KEEP' };
    expect(faultsOf({ ...FIELDS, status: 'refunded', timestamp: 1, history: [] }, rules)).to.deep.equal({
      '/status': 'Unknown field',
      '/timestamp': 'Unknown field',
      '/history': 'Unknown field',
    });
  });

  it('are all rejected if the spec refuses them', () => {
    const rules: PaymentRules = { ...RULES, unknownMembers: 'REFUSE' };
    expect(faultsOf(fields, rules)).to.deep.equal({ '/note': 'Unknown field', '/a~1b~0c': 'Unknown field' });
  });
});

function faultsOf(fields: Record<string, unknown>, rules: PaymentRules): Record<string, string> {
  try {
    readPayment(fields, rules);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const faults = error.details.faults ?? [];
    expect([error.statusCode, error.message]).to.deep.equal([400, faults[0]?.detail]);
    // A second fault at the same location would hide the first fault here.
    expect(new Set(faults.map(({ pointer }) => pointer))).to.have.property('size', faults.length);
    return Object.fromEntries(faults.map(({ pointer, detail }) => [pointer ?? '', detail]));
  }
  return {};
}
