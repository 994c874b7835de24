// Numbers in messages.

import { expect } from 'chai';
import { grouped, numberText } from '../../../compiler/diagnostics/words';
import { randomFrom } from '../../random';

describe('a number as text', () => {
  it('has separators of thousands, and at most two decimals', () => {
    expect([0, 999, 1234.5, 0.004, 0.005, 1.005, 99.999, -1234.567].map(numberText)).to.deep.equal([
      ...['0', '999', '1,234.5', '0', '0.01', '1.01', '100', '-1,234.57'],
    ]);
  });

  it('has separators of thousands and all decimals where it is a limit', () => {
    expect([0, 999, 1000, 4_194_304, -1234, 0.0625, 1234.56789].map(grouped)).to.deep.equal([
      ...['0', '999', '1,000', '4,194,304', '-1,234', '0.0625', '1,234.56789'],
    ]);
  });

  it('equals that of Intl', () => {
    const random = randomFrom(1);
    for (let at = 0; at < 2000; at += 1) {
      const value = Math.round(random() * 1e7) / 10 ** Math.round(random() * 6);
      expect(numberText(value)).to.equal(value.toLocaleString('en-US', { maximumFractionDigits: 2 }));
    }
  });
});
