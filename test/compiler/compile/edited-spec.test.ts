// A spec given as plain values: it compiles to the same as its text.

import { expect } from 'chai';
import { type Compilation, compileSpec } from '../../../compiler/compile/compile';
import { compileEdited, compilePlain } from '../../../compiler/compile/edited-spec';
import { renderDiagnostics } from '../../../compiler/diagnostics/render';
import { type Plain, toPlain } from '../../../compiler/source/spec-node';
import { SPECS } from '../../everything';
import { compileProject, ENVIRONMENTS, SURROUNDINGS } from '../../spec';

/** Compiles the text of a spec. */
const compileText = (spec: Plain) =>
  compileSpec('spec.json', (path) => JSON.stringify(path === 'spec.json' ? spec : { title: path }), SURROUNDINGS);

/** The result of a compilation. */
const found = ({ graph, resolved, diagnostics, waived }: Compilation) => ({
  resources: graph?.resources,
  resolved: resolved?.expanded,
  report: renderDiagnostics(diagnostics),
  waived: waived.map(({ diagnostic }) => diagnostic),
});

const plainOf = (path: string) => {
  const { resolved } = compileProject(path, SPECS);
  if (resolved === undefined) throw new Error(`${path} is not valid`);
  return toPlain(resolved.spec);
};

describe('a spec given as plain values', () => {
  for (const path of [...ENVIRONMENTS, ...Object.keys(SPECS)])
    it(`compiles to the same as its text: ${path}`, () => {
      const plain = plainOf(path);
      expect(found(compilePlain(plain, SURROUNDINGS))).to.deep.equal(found(compileText(plain)));
    });

  it('has the errors of its text', () => {
    const broken: readonly (readonly [field: string, value: Plain])[] = [
      ['tables', []],
      ['suffix', 'two words'],
      ['colour', 'red'],
      ['logRetentionDays', 8],
    ];
    for (const [field, value] of broken) {
      const spec = { ...(plainOf('spec/pr1234.yaml') as { [key: string]: Plain }), [field]: value };
      const { report } = found(compilePlain(spec, SURROUNDINGS));
      expect(report, field).to.include('error');
      expect(report, field).to.equal(found(compileText(spec)).report);
    }
  });

  it('is edited in the order of the edits, and stays unchanged itself', () => {
    const plain = plainOf('spec/pr1234.yaml');
    const before = JSON.stringify(plain);
    const path = ['functions', 'payment-processor', 'reservedConcurrency'];
    const edits = [90, 80].map((value) => ({ path, value }));
    const { resolved } = compileEdited(plain, edits, SURROUNDINGS);
    expect(resolved?.environment.functions['payment-processor']?.reservedConcurrency).to.equal(80);
    expect(JSON.stringify(plain)).to.equal(before);
  });
});
