// Lines of blocks.

import { expect } from 'chai';
import { peaksOf, sparkline } from '../../../../compiler/cli/text/sparkline';

describe('a sparkline', () => {
  it('has a block for each value, and a space for 0', () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7, 8], 20)).to.equal(' ▁▂▃▄▅▆▇█');
    expect(sparkline([0, 0.001, 1000], 20)).to.equal(' ▁█');
    expect(sparkline([0, 0], 20)).to.equal('  ');
    expect(sparkline([], 20)).to.equal('');
  });

  it('joins values to the largest of each step when the width is less', () => {
    expect(peaksOf([1, 9, 2, 3, 4, 8], 3)).to.deep.equal([9, 3, 8]);
    expect(peaksOf([1, 2, 3, 4, 5], 2)).to.deep.equal([2, 5]);
    expect(sparkline(Float64Array.of(0, 0, 8, 0, 0, 4), 2)).to.equal('█▄');
  });
});
