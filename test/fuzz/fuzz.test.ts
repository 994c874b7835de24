// Fuzzes the compiler within 512 MB: each input gives a graph or diagnostics, without exceptions or hangs.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { sizeOf } from '../exhaustive';
import { ROOT } from '../spec';
import { judge } from './judge';

/** The number of mutated specs. */
const RUNS = sizeOf({ sample: 400, exhaustive: 20_000 });

/** Time limit of the whole run, ten times its usual duration. */
const TIME_LIMIT_MILLISECONDS = 600_000 + RUNS * 60;

describe('the fuzzed compiler', () => {
  const folder = mkdtempSync(join(tmpdir(), 'payment-spec-'));
  after(() => rmSync(folder, { recursive: true }));

  it(`survives ${RUNS} mutations of valid specs, random YAML and random bytes`, () => {
    const trace = join(folder, 'case.json');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...[
          '--max-old-space-size=512',
          '--require',
          'tsx/cjs',
          '--require',
          './test/cheap-closures.cjs',
          'test/fuzz/fuzz.ts',
        ],
        ...['--runs', String(RUNS), '--seed', '20261123', '--trace', trace],
      ],
      { cwd: ROOT, encoding: 'utf8', timeout: TIME_LIMIT_MILLISECONDS },
    );
    // A process that exceeds memory or time prints nothing, so the current case is reported.
    if (status === null || status > 1) expect.fail(`${stderr}\nit ended at ${readFileSync(trace, 'utf8')}`);
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    const [, tried, valid] = /mutated specs: (\d+) tried in .* s, (\d+) valid/.exec(stdout) ?? [];
    expect(Number(tried)).to.equal(RUNS);
    // Some inputs are valid and some pass the parser, so the mutations reach each phase.
    expect(Number(valid)).to.be.within(RUNS * 0.05, RUNS * 0.5);
    for (const phase of ['ENV1', 'ENV2', 'ENV30', 'ENV31', 'ENV4']) expect(stdout).to.include(` ${phase}`);
  });
});

describe('defects that the fuzzer found', () => {
  const base = readFileSync(join(ROOT, 'test/broken/base.yaml'), 'utf8');
  const each = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_item, at) => line(at));
  const rows: Record<string, { text: string; codes: readonly string[] }> = {
    'a quotation mark at the end of a file: its location was after the end': { text: "'", codes: ['ENV1001'] },
    'texts that double forty times: the string exceeded the maximum length': {
      text: `${base}${each(40, (at) => `  a${at}: "{{ outputs.a${at + 1} }}{{ outputs.a${at + 1} }}"\n`).join('')}  a40: x\n`,
      codes: ['ENV4007'],
    },
    'a chain of 2,000 expressions: the call stack overflowed': {
      text: `${base}${each(2000, (at) => `  a${at}: "{{ outputs.a${at + 1} }}"\n`).join('')}  a2000: x\n`,
      codes: ['ENV4006'],
    },
    'nested blocks: the parser took minutes': {
      text: `${base}  a: "${'{{#a}}'.repeat(8000)}${'{{/a}}'.repeat(8000)}"\n`,
      codes: ['ENV4001'],
    },
    'an access key as a field name: it was printed': {
      text: `${base}AKIAIOSFODNN7CANARY1: 1\n`,
      codes: ['ENV3101'],
    },
    'an access key as a value: it was printed in message and frame': {
      text: `${base}region: AKIAIOSFODNN7CANARY1\n`,
      codes: ['ENV3106'],
    },
  };
  for (const [mistake, { text, codes }] of Object.entries(rows)) {
    it(mistake, () => {
      expect(judge({ spec: 'spec/a.yaml', texts: { 'spec/a.yaml': text } }).codes).to.deep.equal(codes);
    });
  }
});
