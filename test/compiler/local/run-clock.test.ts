// The clock of a local run, and the clock that tests move.

import { expect } from 'chai';
import { runClock } from '../../../compiler/local/run-clock';
import { steppedClock } from './stepped-clock';

describe('the clock of a local run', () => {
  it('starts at the current time and does not go back', () => {
    const before = Date.now();
    const clock = runClock();
    const [first, second] = [clock.now(), clock.now()];
    expect(first).to.be.at.least(before);
    expect(second).to.be.at.least(first);
  });

  it('runs at a multiple of real time', async () => {
    const fast = runClock(1_000);
    const slow = runClock(1);
    const [fastStart, slowStart] = [fast.now(), slow.now()];
    await new Promise<void>((resolve) => {
      slow.after(20, resolve);
      setTimeout(() => {}, 20);
    });
    // The slow clock is read within the time of the fast one, so that an interruption between two reads does not matter.
    const slowTime = slow.now() - slowStart;
    expect(fast.now() - fastStart).to.be.greaterThan(100 * slowTime);
  });

  it('runs a task after its time, unless it is cancelled', async () => {
    const clock = runClock(100);
    const ran: string[] = [];
    const cancel = clock.after(100, () => ran.push('cancelled'));
    await new Promise<void>((resolve) => {
      clock.after(200, () => {
        ran.push('run');
        resolve();
      });
      cancel();
      setTimeout(() => {}, 10);
    });
    expect(ran).to.deep.equal(['run']);
  });

  it('can be moved by a test, which runs due tasks in order at their times', () => {
    const clock = steppedClock(0);
    const ran: [name: string, time: number][] = [];
    const note = (name: string) => () => ran.push([name, clock.now()]);
    clock.after(30, note('late'));
    clock.after(10, () => {
      note('early')();
      clock.after(10, note('nested'));
    });
    clock.after(5, note('cancelled'))();
    clock.step(29);
    expect(ran).to.deep.equal([
      ['early', 10],
      ['nested', 20],
    ]);
    clock.step(1);
    expect(ran.at(-1)).to.deep.equal(['late', 30]);
  });
});
