// Event patterns, with the operators that Lambda documents.

import { expect } from 'chai';
import { matchesPattern } from '../../../compiler/model/event-pattern';

const EVENT = { kind: 'payment', amount: 5, tags: ['a', 'b'], nested: { state: 'PROCESSED', none: null } };

describe('an event pattern', () => {
  const MATCHES: readonly object[] = [
    { kind: ['other', 'payment'] },
    { kind: ['payment'], amount: [5] },
    { tags: ['b'] },
    { nested: { state: ['PROCESSED'], none: [null] } },
    { kind: [{ prefix: 'pay' }] },
    { kind: [{ suffix: 'MENT' }, { suffix: { 'equals-ignore-case': 'MENT' } }] },
    { kind: [{ 'equals-ignore-case': 'PAYMENT' }] },
    { kind: [{ 'anything-but': ['other', 'more'] }] },
    { kind: [{ 'anything-but': { prefix: 'x' } }] },
    { amount: [{ numeric: ['>', 0, '<=', 5] }] },
    { kind: [{ exists: true }], absent: [{ exists: false }] },
    { $or: [{ kind: ['other'] }, { amount: [5] }] },
    { gone: { state: [{ exists: false }] } },
    { kind: [{ prefix: { 'equals-ignore-case': 'PAY' } }] },
    { kind: [{ 'anything-but': { suffix: ['x', 'y'] } }] },
    { amount: [{ 'anything-but': [4, 6] }] },
    { amount: [{ numeric: ['=', 5] }] },
    { kind: ['other', { prefix: 'pay' }] },
    { $or: [{ kind: ['other'] }, { amount: [5] }], tags: ['a'] },
  ];
  for (const pattern of MATCHES)
    it(`matches ${JSON.stringify(pattern)}`, () => {
      expect(matchesPattern(pattern as Record<string, unknown>, EVENT)).to.equal(true);
    });

  const MISSES: readonly object[] = [
    { kind: ['other'] },
    { kind: ['payment'], amount: [6] },
    { amount: ['5'] },
    { nested: { state: ['CANCELLED'] } },
    { kind: [{ prefix: 'ment' }] },
    { kind: [{ 'anything-but': 'payment' }] },
    { kind: [{ 'anything-but': { prefix: 'pay' } }] },
    { amount: [{ numeric: ['>', 5] }] },
    { kind: [{ exists: false }] },
    { nested: [{ exists: true }] },
    { $or: [{ kind: ['other'] }, { amount: [6] }] },
    { $or: [{ kind: ['other'] }, { amount: [5] }], tags: ['c'] },
    { gone: { state: ['PROCESSED'] } },
    { absent: [{ 'anything-but': 'x' }] },
    { kind: [{ 'anything-but': { prefix: ['x', 'pay'] } }] },
    { kind: [{ 'anything-but': { 'equals-ignore-case': 'PAYMENT' } }] },
    { amount: [{ 'anything-but': [4, 5] }] },
    { kind: [{ numeric: ['>', 0] }] },
    { amount: [{ prefix: '5' }] },
    { nested: ['PROCESSED'] },
    { nested: { none: ['null'] } },
  ];
  for (const pattern of MISSES)
    it(`does not match ${JSON.stringify(pattern)}`, () => {
      expect(matchesPattern(pattern as Record<string, unknown>, EVENT)).to.equal(false);
    });
});
