// Runs each benchmark once at a small size, so that a broken benchmark is found before someone needs its figures.

import { expect } from 'chai';
import { BENCHES } from '../../bench/benches';
import { tableLine } from '../../bench/row';

describe('the benchmarks', () => {
  for (const { name, measure } of BENCHES) {
    it(`measure ${name}`, async () => {
      const rows = await measure('small');
      expect(rows).to.not.be.empty;
      for (const row of rows)
        expect(tableLine(row))
          .to.match(/\d|skipped: /)
          .and.not.match(/NaN|Infinity|undefined/);
    });
  }
});
