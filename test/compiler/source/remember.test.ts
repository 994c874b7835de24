// Remembered results of pure functions.

import { expect } from 'chai';
import { remember } from '../../../compiler/source/remember';

/** A function that remembers ten characters of texts, and the texts that it computed. */
function counted() {
  const computed: string[] = [];
  const find = remember({ keyOf: (text: string) => text, limit: 10 }, (text) => {
    computed.push(text);
    return { length: text.length };
  });
  return { find, computed };
}

describe('a function that remembers results', () => {
  it('computes the result of a text once', () => {
    const { find, computed } = counted();
    expect(find('four')).to.equal(find('four'));
    expect(computed).to.deep.equal(['four']);
  });

  it('forgets the text that was not used for longest when the limit is exceeded', () => {
    const { find, computed } = counted();
    for (const text of ['four', 'fives', 'four', 'two']) find(text);
    expect(computed.splice(0)).to.deep.equal(['four', 'fives', 'two']);
    for (const text of ['four', 'two', 'fives']) find(text);
    expect(computed).to.deep.equal(['fives']);
  });

  it('does not remember a text beyond the limit', () => {
    const { find, computed } = counted();
    for (const text of ['more than ten', 'two', 'more than ten', 'two']) find(text);
    expect(computed).to.deep.equal(['more than ten', 'two', 'more than ten']);
  });
});
