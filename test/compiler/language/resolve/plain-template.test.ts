// Text that is read without the parser of expressions has the same parts.

import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base';
import { readPlainTemplate } from '../../../../compiler/language/resolve/plain-template';

/** The parts of a text according to the parser. */
function parsed(text: string): unknown[] {
  return parse(text).body.map((statement) => {
    if (statement.type === 'ContentStatement') return (statement as hbs.AST.ContentStatement).value;
    const { path, params, hash, escaped } = statement as hbs.AST.MustacheStatement & { escaped: boolean };
    const { type, parts, data, depth } = path as hbs.AST.PathExpression;
    expect([type, params, hash, escaped, data, depth]).to.deep.equal(['PathExpression', [], undefined, true, false, 0]);
    return { path: parts };
  });
}

describe('a text with expressions', () => {
  it('is read without the parser if all are paths of plain names', () => {
    expect(readPlainTemplate('a-{{ tables.table-1.name }}/{{x}}\n')).to.deep.equal([
      'a-',
      { path: ['tables', 'table-1', 'name'] },
      '/',
      { path: ['x'] },
      '\n',
    ]);
    for (const text of [
      '{{ this.name }}',
      '{{ true }}',
      '{{ a b }}',
      '{{a}',
      '\\{{ a }}',
      '{{~ a }}',
      '{{ a/b }}',
      '{',
    ])
      expect(readPlainTemplate(text), text).to.equal(undefined);
  });

  it('has the parts that the parser finds', () => {
    const tokens = [
      '{{',
      '}}',
      ' ',
      '.',
      'a',
      'this',
      'else',
      'as',
      '-',
      '_',
      '1',
      '\n',
      '~',
      '"',
      '\\',
      'é',
      '{',
      '}',
      '/',
    ];
    const text = fc.array(fc.constantFrom(...tokens), { maxLength: 12 }).map((chosen) => chosen.join(''));
    let read = 0;
    fc.assert(
      fc.property(text, (chosen) => {
        const plain = readPlainTemplate(chosen);
        if (plain === undefined) return;
        read += 1;
        expect(plain).to.deep.equal(parsed(chosen));
      }),
      { numRuns: 3_000, seed: 1 },
    );
    expect(read).to.be.above(100);
  });
});
