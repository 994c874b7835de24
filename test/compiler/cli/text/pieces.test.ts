// Long texts in pieces.

import { expect } from 'chai';
import fc from 'fast-check';
import { jsonPieces } from '../../../../compiler/cli/text/pieces';

const textOf = (value: object) => [...jsonPieces(value)].join('');

describe('JSON in pieces', () => {
  it('is the text of JSON.stringify', () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 3 });
    const leaf = fc.oneof(fc.string(), fc.constant(undefined), fc.constant(null), fc.boolean(), numbers);
    const objectOf = (member: fc.Arbitrary<unknown>) => fc.dictionary(fc.string(), member, { maxKeys: 3 });
    const inner = objectOf(leaf);
    const tree = objectOf(fc.oneof(leaf, inner, fc.array(objectOf(fc.oneof(leaf, inner)), { maxLength: 3 })));
    fc.assert(
      fc.property(tree, (value) => {
        expect(textOf(value)).to.equal(JSON.stringify(value, undefined, 2));
      }),
    );
  });

  it('has the values of a Float64Array as a list', () => {
    const values = [0.5, 22.325581395348838];
    expect(textOf({ columns: [{ values: Float64Array.from(values) }] })).to.equal(
      JSON.stringify({ columns: [{ values }] }, undefined, 2),
    );
  });

  it('has a piece for each list of numbers, so that no piece has the text of all', () => {
    const columns = Array.from({ length: 100 }, () => ({ values: Array.from({ length: 1000 }, (_, at) => at) }));
    const longest = Math.max(...[...jsonPieces({ columns })].map((piece) => piece.length));
    expect(longest).to.be.lessThan(2 * JSON.stringify(columns[0]?.values, undefined, 2).length);
  });
});
