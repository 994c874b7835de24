// The output of each diagnostic of the catalogue, with one folder for each.

import { expect } from 'chai';
import { CATALOGUE } from '../../../compiler/compile/catalogue';
import { compileSpec } from '../../../compiler/compile/compile';
import { hasErrors } from '../../../compiler/diagnostics/diagnostic';
import { renderDiagnostics } from '../../../compiler/diagnostics/render';
import { expectGolden } from '../../golden';
import { SURROUNDINGS } from '../../spec';
import { CASES, compileAndBundle, readCase } from './broken-cases';

describe('a broken spec', () => {
  it('has a case for each diagnostic of the catalogue', () => {
    const wanted = CATALOGUE.map(({ slug, code }) => `${code}-${slug}`);
    expect(wanted.filter((name) => !CASES.some((present) => present.startsWith(name)))).to.deep.equal([]);
  });

  it('has unique codes and slugs', () => {
    for (const field of ['code', 'slug'] as const) {
      const values = CATALOGUE.map((entry) => entry[field]);
      expect([...new Set(values)]).to.deep.equal(values);
    }
  });

  it('compiles without its error', () => {
    expect(compileSpec('base.yaml', readCase(''), SURROUNDINGS).diagnostics).to.deep.equal([]);
  });

  for (const name of CASES) {
    it(name, async () => {
      const { graph, diagnostics } = await compileAndBundle(name);
      expect(graph === undefined, 'an error prevents a graph, and a warning does not').to.equal(hasErrors(diagnostics));
      expect(
        diagnostics.map(({ code, slug }) => `${code}-${slug}`).filter((found) => name.startsWith(found)),
      ).to.not.deep.equal([]);
      expectGolden(`broken/${name}/expected.txt`, `${renderDiagnostics(diagnostics)}\n`);
    });
  }
});
