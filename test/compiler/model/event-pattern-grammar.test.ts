// The grammar of event patterns: valid patterns, and the mistakes of others.

import { expect } from 'chai';
import { patternEnds, patternMistakes } from '../../../compiler/model/event-pattern-grammar';

const mistakesOf = (pattern: object) =>
  patternMistakes(pattern as Record<string, unknown>).map(({ path, problem }) => `${path.join('.')}: ${problem}`);

describe('the grammar of event patterns', () => {
  const VALID: readonly object[] = [
    { a: ['x', 1, true, null, ''] },
    { a: { b: { c: ['x'] } } },
    { a: [{ prefix: 'x' }, { suffix: 'y' }, { prefix: { 'equals-ignore-case': 'x' } }] },
    { a: [{ 'equals-ignore-case': 'x' }] },
    { a: [{ 'anything-but': 'x' }, { 'anything-but': ['x', 'y'] }, { 'anything-but': [1, 2] }] },
    { a: [{ 'anything-but': { prefix: 'x' } }, { 'anything-but': { suffix: ['x', 'y'] } }] },
    { a: [{ numeric: ['=', 5] }, { numeric: ['>', 0, '<=', 5] }, { numeric: ['>=', 5, '<=', 5] }] },
    { a: [{ exists: true }, { exists: false }] },
    { $or: [{ a: ['x'] }, { b: { c: [1] } }] },
  ];
  for (const pattern of VALID)
    it(`accepts ${JSON.stringify(pattern)}`, () => expect(mistakesOf(pattern)).to.deep.equal([]));

  const MISTAKEN: readonly (readonly [object, string])[] = [
    [{ a: 'x' }, 'a: "x"; a list of values is required'],
    [{ a: { b: null } }, 'a.b: null; a list of values is required'],
    [{ a: [] }, 'a: an empty list'],
    [{ a: {} }, 'a: an empty map'],
    [{ a: [['x']] }, 'a: a list within a list'],
    [{ a: [{}] }, 'a: a comparison without exactly one operator'],
    [{ a: [{ prefix: 'x', suffix: 'y' }] }, 'a: a comparison without exactly one operator'],
    [{ a: [{ wildcard: 'x*' }] }, 'a: the comparison "wildcard": not one of prefix'],
    [{ a: [{ cidr: '10.0.0.0/8' }] }, 'a: the comparison "cidr": not one of prefix'],
    [{ a: [{ prefix: 5 }] }, 'a: the comparison "prefix": a text'],
    [{ a: [{ prefix: '' }] }, 'a: the comparison "prefix": a text'],
    [{ a: [{ suffix: { prefix: 'x' } }] }, 'a: the comparison "suffix": a text'],
    [{ a: [{ 'equals-ignore-case': ['x'] }] }, 'a: the comparison "equals-ignore-case": a text'],
    [{ a: [{ 'anything-but': [] }] }, 'a: the comparison "anything-but": a text'],
    [{ a: [{ 'anything-but': ['x', 1] }] }, 'a: the comparison "anything-but": a text'],
    [{ a: [{ 'anything-but': { exists: true } }] }, 'a: the comparison "anything-but": prefix, suffix'],
    [{ a: [{ numeric: 5 }] }, 'a: the comparison "numeric": one comparison'],
    [{ a: [{ numeric: ['=', '5'] }] }, 'a: the comparison "numeric": one comparison'],
    [{ a: [{ numeric: ['>', 5_000_000_001] }] }, 'a: the comparison "numeric": one comparison'],
    [{ a: [{ numeric: ['<', 5, '>', 1] }] }, 'a: the comparison "numeric": one comparison'],
    [{ a: [{ numeric: ['>', 5, '<', 5] }] }, 'a: the comparison "numeric": no number is > 5 and < 5'],
    [{ a: [{ numeric: ['>=', 6, '<=', 5] }] }, 'a: the comparison "numeric": no number is >= 6 and <= 5'],
    [{ a: [{ exists: 'yes' }] }, 'a: the comparison "exists": true or false'],
    [{ $or: [{ a: ['x'] }] }, '$or: not a list of at least two patterns'],
    [{ $or: { a: ['x'] } }, '$or: not a list of at least two patterns'],
    [{ $or: [{ a: ['x'] }, { b: 'y' }] }, 'b: "y"; a list of values is required'],
  ];
  for (const [pattern, mistake] of MISTAKEN)
    it(`refuses ${JSON.stringify(pattern)}`, () => {
      const found = mistakesOf(pattern);
      expect(found).to.have.length(1);
      expect(found[0]).to.include(mistake);
    });

  it('has ends also within alternatives', () => {
    const pattern = { a: { b: ['x'] }, $or: [{ c: [1] }, { d: { e: [2] } }] };
    expect(patternEnds(pattern).map(({ path }) => path.join('.'))).to.deep.equal(['a.b', 'c', 'd.e']);
  });
});
