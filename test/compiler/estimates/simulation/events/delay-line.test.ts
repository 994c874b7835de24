// Amounts that come back after a delay.

import { expect } from 'chai';
import { DelayLine } from '../../../../../compiler/estimates/simulation/events/delay-line';

/** A line of 10 s that takes amounts in steps of some seconds. */
function lineOf(...steps: readonly [second: number, seconds: number, rate: number][]): DelayLine {
  const line = new DelayLine(10);
  for (const [second, seconds, rate] of steps) line.add({ second, seconds }, rate);
  return line;
}

describe('amounts that come back after a delay', () => {
  it('come back at the rate at which they were added', () => {
    const line = lineOf([0, 5, 2], [5, 1, 3], [8, 1, 1]);
    const due = Array.from({ length: 20 }, (_, second) => line.dueIn(second));
    expect(due.slice(0, 10)).to.deep.equal(Array.from({ length: 10 }, () => 0));
    expect(due.slice(10)).to.deep.equal([2, 2, 2, 2, 2, 3, 0, 0, 1, 0]);
  });

  it('name the second in which the next ones come back', () => {
    const line = lineOf([0, 2, 1], [5, 1, 1]);
    expect([0, 10, 11, 12, 16].map((second) => line.nextDue(second))).to.deep.equal([10, 10, 11, 15, undefined]);
  });

  it('are steady until the first ones come back, and until the rate changes', () => {
    expect(lineOf().steadySeconds(3)).to.equal(Number.POSITIVE_INFINITY);
    expect(lineOf([0, 1, 2]).steadySeconds(3)).to.equal(7);
    // The second in which they begin to come back differs from the one before it.
    expect(lineOf([0, 10, 2]).steadySeconds(10)).to.equal(0);
    // The last step added as much, so that it goes on.
    expect(lineOf([0, 11, 2]).steadySeconds(11)).to.equal(Number.POSITIVE_INFINITY);
    // The last step added nothing, or another amount.
    expect(lineOf([0, 11, 2]).steadySeconds(12)).to.equal(9);
    expect(lineOf([0, 11, 2], [11, 1, 3]).steadySeconds(12)).to.equal(9);
  });

  it('are not steady after the last ones', () => {
    const line = lineOf([0, 1, 2]);
    line.dueIn(10);
    expect([11, 12].map((second) => line.steadySeconds(second))).to.deep.equal([0, Number.POSITIVE_INFINITY]);
  });

  it('are the same after thousands of changes', () => {
    const line = new DelayLine(10);
    for (let second = 0; second < 5000; second++) {
      line.add({ second, seconds: 1 }, second + 1);
      expect(line.dueIn(second)).to.equal(Math.max(0, second - 9));
      expect(line.steadySeconds(second + 1)).to.equal(Math.max(0, 9 - second));
    }
  });

  it('are not steady after each of thousands of amounts', () => {
    const line = new DelayLine(10);
    for (let second = 0; second < 5000; second++) {
      if (second % 2 === 0) line.add({ second, seconds: 1 }, 1);
      expect(line.steadySeconds(second + 1), `after ${second}`).to.equal(Math.max(0, 9 - second));
    }
  });
});
