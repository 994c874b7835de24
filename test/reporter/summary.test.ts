// The lines that the reporter prints: a file, the slowest tests, and the skipped ones with their reason.

import { expect } from 'chai';
import { durationText, fileLine, skippedLines, slowestLines } from './summary';

const file = 'test/a.test.ts';

describe('the reporter of the tests', () => {
  it('prints durations in seconds, or in minutes and seconds', () => {
    expect([400, 59_940, 125_000].map(durationText)).to.deep.equal(['0.4 s', '59.9 s', '2 min 05 s']);
  });

  it('prints a line for a file, with failed and skipped tests if there are any', () => {
    const times = { elapsed: 65_000, taken: 1200 };
    expect(fileLine(file, { passed: 3, failed: 0, skipped: 0 }, times)).to.match(/^ 1:05 +1\.2 s {2}\S+: 3 passed$/);
    expect(fileLine(file, { passed: 3, failed: 1, skipped: 2 }, times)).to.include('3 passed, 1 FAILED, 2 skipped');
  });

  it('lists the ten slowest tests, and no fast ones', () => {
    const results = Array.from({ length: 20 }, (_, at) => ({ file, title: `t${at}`, duration: at * 100 }));
    const lines = slowestLines(results);
    expect(lines).to.have.length(10);
    expect(lines[0]).to.equal(`         1.9 s  ${file}: t19`);
    expect(slowestLines(results.slice(0, 5))).to.deep.equal([]);
  });

  it('counts the skipped tests by file and reason', () => {
    const skipped = (title: string) => ({ file, title, duration: 0 });
    const lines = skippedLines([
      skipped('a suite (skipped: needs Go) one'),
      skipped('a suite (skipped: needs Go) two'),
      skipped('another test'),
    ]);
    expect(lines).to.deep.equal([`  ${file}: needs Go (2 tests)`, `  ${file}: no reason given: another test (1 test)`]);
  });
});
