// Amounts of money as text.

import { expect } from 'chai';
import { dollars, exactDollars } from '../../../../compiler/estimates/cost/dollars';

describe('an amount of US dollars', () => {
  it('has two decimals, and separators of thousands', () => {
    expect([0, 4.75, 1234.5, 12_345_678.9].map(dollars)).to.deep.equal(['0.00', '4.75', '1,234.50', '12,345,678.90']);
  });

  it('rounds half a cent up, as a decimal number', () => {
    expect([0.004, 0.005, 1.005, 999.995, -1.005].map(dollars)).to.deep.equal([
      '0.00',
      '0.01',
      '1.01',
      '1,000.00',
      '-1.01',
    ]);
  });

  it('is the same for sums of the same terms in another order', () => {
    const hours = Array.from({ length: 24 }, () => 50 / 24);
    const mean = hours.reduce((sum, units) => sum + units, 0);
    expect(mean).not.to.equal(50);
    expect(dollars(mean * 730 * 0.00013)).to.equal(dollars(50 * 730 * 0.00013));
  });

  it('keeps all digits of a price', () => expect(exactDollars(0.0000000125)).to.equal('0.0000000125'));
});
