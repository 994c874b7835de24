// No text becomes code, and no expression of a spec leads out of it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSpec, readFrom } from '../../compiler/index';
import { ROOT, SURROUNDINGS } from '../spec';

function sourcesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|cts|cjs)$/.test(file))
    .map((file) => join(folder, file));
}

describe('the sources', () => {
  const evaluation = /\beval\(|\bnew Function\b|\bFunction\(|['"](node:)?vm['"]/;
  it('evaluate no text', () => {
    const sources = ['compiler', 'contract', 'runtime', 'schema', 'tools', 'bin'].flatMap(sourcesOf);
    expect(sources.length).to.be.greaterThan(200);
    expect(sources.filter((file) => evaluation.test(readFileSync(join(ROOT, file), 'utf8')))).to.deep.equal([]);
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
    it(`reaches no prototype by {{ ${way} }}`, () => {
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
    it(`is a path and nothing else: not ${text}`, () => {
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
