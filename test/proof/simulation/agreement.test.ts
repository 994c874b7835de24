// The simulator agrees with the local run: the same requests, once as rates and once as real requests on a clock that the test moves.

import { expect } from 'chai';
import { renderColumns } from '../../../compiler/cli/text/columns';
import { CASES, systemWith } from './cases';
import { compare, HEAD, type Row } from './comparison';
import { observeLocalRun } from './served';
import { observeSimulation } from './simulated';

describe('the simulator and the local run agree on', () => {
  const rows: Row[] = [];

  for (const { title, fields, course, quantities } of CASES)
    it(title, async () => {
      const whole = { ...course, system: systemWith(fields) };
      const { observation, start } = await observeLocalRun(whole);
      const compared = compare(title, quantities, observation, observeSimulation(whole, start));
      rows.push(...compared);
      expect(compared.filter(({ isWithin }) => !isWithin).map(({ cells }) => cells)).to.deep.equal([]);
    });

  after(() => {
    const lines = renderColumns([HEAD, ...rows.map(({ cells }) => cells)]);
    console.log(['', ...lines.map((line) => `  ${line}`)].join('\n'));
  });
});
