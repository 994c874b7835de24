// The search for the value nearest to the present one that has a property.

import { expect } from 'chai';
import { largestBelow, smallestAbove } from '../../../../../compiler/cli/commands/simulate/search';

/** A property that holds from a value on, or up to it, and the number of its calls. */
function counted(holds: (value: number) => boolean) {
  let calls = 0;
  const count = (value: number) => {
    calls += 1;
    return holds(value);
  };
  return { holds: count, calls: () => calls };
}

describe('the smallest value above the present one', () => {
  it('is exact up to 100, and within 1 % above', () => {
    for (let wanted = 6; wanted <= 2000; wanted += 1) {
      const { holds, calls } = counted((value) => value >= wanted);
      const found = smallestAbove(5, 300, holds) ?? 0;
      expect(found, String(wanted)).to.be.within(wanted, wanted <= 100 ? wanted : wanted * 1.01 + 1);
      expect(calls()).to.be.at.most(13);
    }
  });

  it('takes two calls if the guess is the smallest one, and is exact without an error', () => {
    for (const wanted of [7, 100, 1500]) {
      const { holds, calls } = counted((value) => value >= wanted);
      expect(smallestAbove(5, wanted, holds)).to.equal(wanted);
      expect(calls()).to.equal(2);
      expect(smallestAbove(5, 2000, (value) => value >= wanted, 0)).to.equal(wanted);
    }
  });

  it('is absent if the property does not hold for eight times the guess', () => {
    expect(smallestAbove(5, 10, (value) => value >= 80)).to.equal(80);
    const { holds, calls } = counted(() => false);
    expect(smallestAbove(5, 10, holds)).to.equal(undefined);
    expect(calls()).to.equal(4);
  });
});

describe('the largest value below the present one', () => {
  it('is exact up to 100, and within 1 % above, for each guess', () => {
    for (const guess of [0.5, 1, 10, 300, 999, 5000])
      for (let wanted = 1; wanted < 1000; wanted += 1) {
        const found = largestBelow(1000, guess, (value) => value <= wanted) ?? 0;
        expect(found, `${wanted} from ${guess}`).to.be.within(wanted <= 100 ? wanted : wanted * 0.99 - 1, wanted);
      }
  });

  it('takes few calls near the guess', () => {
    const { holds, calls } = counted((value) => value <= 9);
    expect(largestBelow(1000, 5, holds)).to.equal(9);
    expect(calls()).to.be.at.most(6);
  });

  it('is absent if the property does not hold for 1, and below 1', () => {
    expect(largestBelow(1000, 10, () => false)).to.equal(undefined);
    expect(largestBelow(1, 10, () => true)).to.equal(undefined);
  });
});
