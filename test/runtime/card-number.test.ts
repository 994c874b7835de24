// Card numbers: found however they are written, and told from other digits.

import { expect } from 'chai';
import { holdsCardNumber } from '../../runtime/card-number';

describe('a card number', () => {
  // Test numbers of card schemes, of 13, 15, 16 and 19 digits.
  const found = [
    '4222222222222',
    '378282246310005',
    '4111111111111111',
    '4000000000000000006',
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111.1111.1111.1111',
    'card 4111111111111111 of Jane',
    'tok4111111111111111x',
    '４１１１１１１１１１１１１１１１',
    'a: 5555 5555 5555 4444, b: 1',
  ];
  for (const text of found) {
    it(`is found in ${text}`, () => expect(holdsCardNumber(text)).to.equal(true));
  }

  const others = [
    '',
    'card',
    '4111111111111112',
    '411111111111',
    '41111111111111111111',
    '4111 1111 1111 1112',
    'pay_01J8ZQ4Y7M',
    '550e8400-e29b-41d4-a716-446655440000',
    '2026-01-31T12:00:00',
  ];
  for (const text of others) {
    it(`is not found in ${text || 'an empty text'}`, () => expect(holdsCardNumber(text)).to.equal(false));
  }

  it('is not taken for one when a digit is changed', () => {
    for (const digit of '023456789') expect(holdsCardNumber(`411111111111111${digit}`)).to.equal(false);
  });
});
