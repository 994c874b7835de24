// The lines of text that arrives in parts.

import { expect } from 'chai';
import { createLines } from '../../../../compiler/local/functions/lines';

describe('lines of text in parts', () => {
  it('are complete at their end, and at the end of the text', () => {
    const lines: string[] = [];
    const { add, end } = createLines((line) => lines.push(line));
    for (const part of ['a\nb', '', 'c\r\n\n', 'd']) add(part);
    expect(lines).to.deep.equal(['a', 'bc', '']);
    end();
    end();
    expect(lines).to.deep.equal(['a', 'bc', '', 'd']);
  });
});
