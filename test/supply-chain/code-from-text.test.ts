// Text is never evaluated as code, and expressions cannot access anything outside the spec.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSpec } from '../../compiler/compile/compile';
import { readFrom } from '../../compiler/host/files';
import { ROOT, SURROUNDINGS } from '../spec';

function sourcesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|cts|cjs)$/.test(file))
    .map((file) => join(folder, file));
}

describe('the sources', () => {
  const evaluation = /\beval\(|\bnew Function\b|\bFunction\(|['"](node:)?vm['"]/;
  /** Runs the built command line with V8's stored code, which `require` cannot do on Node.js 20. */
  const runner = 'tools/build/build.cjs';
  it('do not evaluate text, except the built command line', () => {
    const sources = ['compiler', 'contract', 'runtime', 'schema', 'take-over', 'tools', 'bin'].flatMap(sourcesOf);
    expect(sources.length).to.be.greaterThan(200);
    const evaluating = sources.filter((file) => evaluation.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(evaluating).to.deep.equal([runner]);
    expect(readFileSync(join(ROOT, runner), 'utf8').match(/eval\(|Function\(|new Script\(/g)).to.deep.equal([
      'new Script(',
    ]);
    expect(readFileSync(join(ROOT, 'index.ts'), 'utf8')).to.not.match(evaluation);
  });
});

describe('an expression', () => {
  const ways = ['constructor', '__proto__', 'hasOwnProperty', 'constructor.constructor'].flatMap((name) => [
    name,
    `env.${name}`,
    `tables.${name}.name`,
    `tables.payments.${name}`,
    `tables.payments.arn.${name}`,
    `tables.payments.indexes.${name}.name`,
  ]);
  for (const way of ways) {
    it(`does not access a prototype with {{ ${way} }}`, () => {
      const spec = 'spec/other.yaml';
      const read = readFrom(ROOT);
      const { graph, diagnostics } = compileSpec(
        spec,
        (path, within) =>
          path === spec ? `extends: pr1234.yaml\noutputs: { x: "{{ ${way} }}" }\n` : read(path, within),
        SURROUNDINGS,
      );
      const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      expect({ graph, errors }).to.deep.equal({ graph: undefined, errors: ['ENV4002'] });
    });
  }

  for (const text of [
    '{{#if tables}}a{{/if}}',
    '{{lookup tables "payments"}}',
    '{{> partial}}',
    '{{tables.[0]}}',
    '{{@root}}',
    '{{{tables}}}',
  ]) {
    it(`must be a path, and rejects ${text}`, () => {
      const spec = 'spec/other.yaml';
      const read = readFrom(ROOT);
      const { diagnostics } = compileSpec(
        spec,
        (path, within) => (path === spec ? `extends: pr1234.yaml\noutputs: { x: '${text}' }\n` : read(path, within)),
        SURROUNDINGS,
      );
      expect(diagnostics.find(({ severity }) => severity === 'error')?.code).to.match(/^ENV400[12]$/);
    });
  }
});
