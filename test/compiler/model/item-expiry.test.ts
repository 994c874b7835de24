// The expiry of items with a time to live.

import { expect } from 'chai';
import { deletedExpiries } from '../../../compiler/model/item-expiry';

describe('the expiry of items', () => {
  it('deletes items that expired two days ago or earlier, and keeps those of more than five years ago', () => {
    const now = 1_800_000_000.5;
    expect(deletedExpiries(now)).to.deep.equal({ from: 1_800_000_000 - 157_680_000, to: 1_800_000_000 - 172_800 });
  });

  it('follows the assumption about the delay', () => {
    expect(deletedExpiries(1_000, { expiredItemSeconds: 10 }).to).to.equal(990);
  });
});
