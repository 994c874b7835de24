// The compiler on input that nobody would write, within 512 MB: each case gives a graph or diagnostics, and neither throws nor hangs.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../spec';
import { judge } from './judge';

/** How long the whole run may take before it counts as hung; a run takes a tenth of it. */
const PATIENCE_MILLISECONDS = 600_000;

describe('the fuzzed compiler', () => {
  const folder = mkdtempSync(join(tmpdir(), 'payment-spec-'));
  after(() => rmSync(folder, { recursive: true }));

  it('survives 10,000 mutations of valid specs, random YAML and random bytes', function () {
    this.timeout(PATIENCE_MILLISECONDS + 10_000);
    const trace = join(folder, 'case.json');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...['--max-old-space-size=512', '--require', 'tsx/cjs', 'test/fuzz/fuzz.ts'],
        ...['--runs', '10000', '--seed', '20261123', '--trace', trace],
      ],
      { cwd: ROOT, encoding: 'utf8', timeout: PATIENCE_MILLISECONDS },
    );
    // A process that ran out of memory or time says nothing: the case that it was at does.
    if (status === null || status > 1) expect.fail(`${stderr}\nit ended at ${readFileSync(trace, 'utf8')}`);
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    const [, tried, valid] = /mutated specs: (\d+) tried in .* s, (\d+) valid/.exec(stdout) ?? [];
    expect(Number(tried)).to.equal(10_000);
    // Neither all valid nor all refused by the parser: the mutations reach each phase.
    expect(Number(valid)).to.be.within(500, 5000);
    for (const phase of ['ENV1', 'ENV2', 'ENV30', 'ENV31', 'ENV4']) expect(stdout).to.include(` ${phase}`);
  });
});

describe('what the fuzzer found', () => {
  const base = readFileSync(join(ROOT, 'test/broken/base.yaml'), 'utf8');
  const each = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_item, at) => line(at));
  const rows: Record<string, { text: string; codes: readonly string[] }> = {
    'a quotation mark at the end of a file: its place was behind the end': { text: "'", codes: ['ENV1001'] },
    'texts that double forty times: the string was longer than strings can be': {
      text: `${base}${each(40, (at) => `  a${at}: "{{ outputs.a${at + 1} }}{{ outputs.a${at + 1} }}"\n`).join('')}  a40: x\n`,
      codes: ['ENV4007'],
    },
    'a chain of 2,000 expressions: the call stack ended': {
      text: `${base}${each(2000, (at) => `  a${at}: "{{ outputs.a${at + 1} }}"\n`).join('')}  a2000: x\n`,
      codes: ['ENV4006'],
    },
    'blocks within blocks: their parser took minutes': {
      text: `${base}  a: "${'{{#a}}'.repeat(8000)}${'{{/a}}'.repeat(8000)}"\n`,
      codes: ['ENV4001'],
    },
    'an access key as the name of a field: it was printed': {
      text: `${base}AKIAIOSFODNN7CANARY1: 1\n`,
      codes: ['ENV3101'],
    },
    'an access key as a value: it was printed, in message and frame': {
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
