// A table with autoscaling: calls and rates change its units as target tracking alone does.

import { expect } from 'chai';
import { AutoscaledTable } from '../../../compiler/model/autoscaled-table';
import { TargetTracking } from '../../../compiler/model/target-tracking';

const QUOTA = { read: 40_000, write: 40_000 };

const SETTINGS = {
  minimum: 5,
  maximum: 50,
  targetUtilizationPercent: 70,
  scaleInCooldownSeconds: 60,
  scaleOutCooldownSeconds: 60,
};

function autoscaled(): AutoscaledTable {
  const provisioned = { read: 5, write: 5 };
  const scaling = [undefined, 'by-status'].map((index) => ({ index, direction: 'write' as const, settings: SETTINGS }));
  return new AutoscaledTable({ table: provisioned, indexes: { 'by-status': provisioned }, scaling }, QUOTA, 0);
}

describe('a table with autoscaling', () => {
  it('follows autoscaling minute by minute, as target tracking does', () => {
    const table = autoscaled();
    const model = new TargetTracking(SETTINGS, 5);
    const seen: number[] = [];
    for (let minute = 0; minute < 30; minute += 1) {
      let consumed = 0;
      for (let second = 0; second < 60; second += 1)
        for (let write = 0; write < 20; write += 1)
          if (table.write(minute * 60 + second, { units: 1, indexes: {} }) === undefined) consumed += 1;
      const end = (minute + 1) * 60;
      model.recordMinute(end, consumed);
      seen.push(table.unitsAt(end, 'write'));
      expect(seen.at(-1), `minute ${minute}`).to.equal(model.unitsAt(end));
    }
    expect([seen[0], seen.at(-1)]).to.deep.equal([5, 29]);
  });

  it('scales the table and its index by rates as by calls', () => {
    const [called, flowing] = [autoscaled(), autoscaled()];
    for (let second = 0; second < 1800; second += 1) {
      for (let write = 0; write < 20; write += 1)
        called.write(second, { units: 1, indexes: { 'by-status': { units: 1 } } });
      flowing.flowWrite({ from: second, seconds: 1 }, { units: 20, indexes: [{ index: 'by-status', units: 20 }] });
      for (const index of second % 60 === 0 ? [undefined, 'by-status'] : [])
        expect(flowing.unitsAt(second, 'write', index), `second ${second}`).to.be.closeTo(
          called.unitsAt(second, 'write', index),
          1,
        );
    }
    expect(flowing.unitsAt(1800, 'write', 'by-status')).to.equal(29);
  });
});
