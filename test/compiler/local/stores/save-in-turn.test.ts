// Saves that several callers join.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'chai';
import { saveInTurn } from '../../../../compiler/local/stores/save-in-turn';

describe('saves in turn', () => {
  it('never overlap, even if a caller saves again as soon as its save ends', async () => {
    let [running, most, begun] = [0, 0, 0];
    const save = saveInTurn(async () => {
      begun += 1;
      running += 1;
      most = Math.max(most, running);
      await nextTurn();
      running -= 1;
    });
    const again = save().then(save);
    const waiting = [save(), save()];
    await Promise.all([again, ...waiting]);
    expect({ most, begun }).to.deep.equal({ most: 1, begun: 2 });
  });

  it('reject only the callers of the save that failed', async () => {
    let begun = 0;
    const save = saveInTurn(async () => {
      begun += 1;
      await nextTurn();
      if (begun === 1) throw new Error('disk full');
    });
    const outcomes = await Promise.allSettled([save(), save()]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected', 'fulfilled']);
  });
});
