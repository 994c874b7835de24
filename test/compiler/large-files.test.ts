// The cost of large files: it grows no faster than the file, and a hostile one ends early. Ratios of CPU within this process.

import { expect } from 'chai';
import { LARGE_SPEC, largeSystem } from '../../bench/system';
import { compileSpec } from '../../compiler/compile/compile';
import { SIZE_LIMIT_BYTES } from '../../compiler/source/source';
import { sizeOf } from '../exhaustive';
import { SURROUNDINGS } from '../spec';

/** The milliseconds of CPU that a compilation takes, and the codes of its errors. */
function compile(text: string): { cpu: number; errors: string[] } {
  const before = process.cpuUsage();
  const { diagnostics } = compileSpec(LARGE_SPEC, () => text, SURROUNDINGS);
  const { user, system } = process.cpuUsage(before);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return { cpu: (user + system) / 1000, errors };
}

/** The number of measurements before a cost is too high: other programs on the machine delay some of them. */
const ROUNDS = 8;

const systemOf = (functions: number) => largeSystem(functions).get(LARGE_SPEC) ?? '';

/** A text of nearly the maximum size: a start, and lines that repeat. */
function hostile(start: string, line: (number: number) => string): string {
  const lines = [start];
  let length = start.length;
  for (let number = 0; length < SIZE_LIMIT_BYTES - 4000; number += 1) {
    const next = line(number);
    lines.push(next);
    length += next.length;
  }
  return lines.join('');
}

describe('a large spec', () => {
  it('costs at most 2.6 times the CPU with twice the functions', () => {
    const size = sizeOf({ sample: 200, exhaustive: 2000 });
    const [half, whole] = [systemOf(size), systemOf(2 * size)];
    compile(half);
    const least = { half: Number.POSITIVE_INFINITY, whole: Number.POSITIVE_INFINITY };
    for (let round = 0; round < ROUNDS && !(least.whole / least.half < 2.6); round += 1)
      for (const [name, text] of [
        ['half', half],
        ['whole', whole],
      ] as const) {
        const { cpu, errors } = compile(text);
        expect(errors).to.deep.equal([]);
        least[name] = Math.min(least[name], cpu);
      }
    expect(least.whole / least.half).to.be.below(2.6);
  });
});

describe('a hostile file of 4 MB', () => {
  // Three times leaves room for noise. A long text is read to its end, and costs about as much as these functions.
  let bound: number;
  before(() => {
    bound = 3 * compile(systemOf(600)).cpu;
  });

  const tenfold = (n: number) => `a${n}: &a${n} [${`*a${n - 1}, `.repeat(10)}]\n`;
  const cases: readonly (readonly [what: string, code: string, text: () => string])[] = [
    ['aliases of aliases', 'ENV1005', () => hostile(`a0: &a0 [x]\n${tenfold(1)}${tenfold(2)}`, (n) => tenfold(n + 3))],
    ['aliases of a wide map', 'ENV1005', () => hostile(`a: &a {${'x: 1, '.repeat(1000)}}\n`, (n) => `b${n}: *a\n`)],
    ['merges', 'ENV1005', () => hostile('a: &a {x: 1}\n', (n) => `b${n}: {<<: *a}\n`)],
    ['tags of CloudFormation', 'ENV1001', () => hostile('', (n) => `b${n}: !Ref x\n`)],
    ['nested lists', 'ENV1008', () => hostile('a: ', () => '[')],
    ['nested maps', 'ENV1008', () => hostile('a: ', () => '{a: ')],
    ['lists in one line', 'ENV1008', () => hostile('a:\n  ', () => '- ')],
    ['indented maps', 'ENV1008', () => hostile('', (n) => `${' '.repeat(n)}a:\n`)],
    ['a long text', 'ENV3102', () => hostile('project: ', () => 'x')],
    ['a long block of text', 'ENV3102', () => hostile('project: |\n', () => '  word word word word word word\n')],
    ['braces of expressions', 'ENV3102', () => hostile('project: "', () => '{{ x }}').concat('"')],
    ['misplaced brackets', 'ENV1001', () => hostile('a: [', () => '}\n')],
  ];
  for (const [what, code, text] of cases)
    it(`is rejected early: ${what}`, () => {
      const input = text();
      let least = Number.POSITIVE_INFINITY;
      for (let round = 0; round < ROUNDS && least >= bound; round += 1) {
        const { cpu, errors } = compile(input);
        expect(errors).to.include(code);
        least = Math.min(least, cpu);
      }
      expect(least).to.be.below(bound);
    });
});

describe('a file with thousands of errors', () => {
  const lines = (line: (number: number) => string) =>
    Array.from({ length: 5000 }, (_, number) => line(number)).join('');
  const cases: readonly (readonly [what: string, code: string, limit: number, text: string])[] = [
    ['duplicate keys', 'ENV1010', 101, lines(() => 'a: 1\n')],
    ['keys without a value', 'ENV1013', 101, lines((n) => `k${n}:\n`)],
    ['merge keys', 'ENV1011', 101, lines((n) => `k${n}: {<<: {x: 1}}\n`)],
    ['ambiguous numbers in a list', 'ENV1012', 101, `a: [${lines(() => '012, ')}]\n`],
    ['unknown fields', 'ENV3101', 1000, lines((n) => `k${n}: 1\n`)],
  ];
  for (const [what, code, limit, text] of cases)
    it(`is reported up to a limit: ${what}`, () => {
      const { errors } = compile(text);
      expect(errors).to.include(code);
      expect(errors.length).to.be.at.most(limit);
    });
});
