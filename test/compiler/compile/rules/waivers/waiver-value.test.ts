// Waivers with a value: each warning of the broken specs is waived at its value, and not at another value.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSpec } from '../../../../../compiler/compile/compile';
import { valueAt } from '../../../../../compiler/compile/rules/waivers/waivers';
import { readFrom } from '../../../../../compiler/host/files';
import type { ReadFile } from '../../../../../compiler/source/read-file';
import { ROOT, SURROUNDINGS } from '../../../../spec';

const FOLDER = join(ROOT, 'test/broken');
const CASES = readdirSync(FOLDER).filter(
  (name) => /^ENV[3-6]/.test(name) && !existsSync(join(FOLDER, name, 'spec.cjs')),
);

/** Compiles a case with a waiver in a spec that extends it, or without one. */
function compileCase(name: string, waiver?: object) {
  const [own, shared] = [readFrom(join(FOLDER, name)), readFrom(FOLDER)];
  const read: ReadFile = (path, within) => {
    if (path === 'waived.yaml') return `extends: spec.yaml\nwaivers: { accepted: ${JSON.stringify(waiver)} }\n`;
    return existsSync(join(FOLDER, name, path)) ? own(path, within) : shared(path);
  };
  return compileSpec(waiver === undefined ? 'spec.yaml' : 'waived.yaml', read, SURROUNDINGS);
}

/** The warnings that can be waived, with the value of each. */
const FINDINGS = CASES.flatMap((name) => {
  const { diagnostics, resolved } = compileCase(name);
  return diagnostics.flatMap(({ isWaivable, code, path }) => {
    if (resolved === undefined || path === undefined || !isWaivable) return [];
    const value = valueAt(resolved.environment, path);
    return typeof value === 'object' || value === undefined ? [] : [{ name, code, path, value: String(value) }];
  });
});

describe('a waiver with a value', () => {
  it('is tested with many findings', () => {
    expect(new Set(FINDINGS.map(({ code }) => code)).size).to.be.greaterThan(15);
  });

  for (const { name, code, path, value } of FINDINGS)
    it(`accepts ${code} at ${path} of ${name} only at its value`, () => {
      const counts = (waiver: object) =>
        compileCase(name, { code, path, reason: 'It is accepted by a test.', expires: '2027-06-30', ...waiver })
          .diagnostics.filter((found) => (found.code === code && found.path === path) || found.code === 'ENV3241')
          .map((found) => found.code)
          .sort();
      expect(counts({ value })).to.not.include(code);
      expect(counts({ value }).filter((found) => found === 'ENV3241')).to.deep.equal([]);
      for (const other of [{ value: `${value}0` }, {}]) expect(counts(other)).to.include.members([code, 'ENV3241']);
    });
});

describe('the value at a path', () => {
  const environment = { a: { 'b.c': { d: 1 }, b: { e: false } }, list: [{ f: 'x' }, 'y'], aa: 2 };
  for (const [path, value] of [
    ['a.b.c.d', 1],
    ['a.b.e', false],
    ['aa', 2],
    ['list[0].f', 'x'],
    ['list[1]', 'y'],
    ['list[2]', undefined],
    ['a.x', undefined],
    ['ab', undefined],
    ['aa.b', undefined],
  ] as const)
    it(`${path} is ${value}`, () => expect(valueAt(environment, path)).to.equal(value));
});
