// Each mistake of the catalogue, one folder each: what a person reads of it.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Compilation, compileSpec } from '../../compiler/compile';
import type { ReadFile } from '../../compiler/compose/compose';
import { CATALOGUE } from '../../compiler/diagnostics/catalogue';
import { hasErrors } from '../../compiler/diagnostics/diagnostic';
import { renderDiagnostics } from '../../compiler/diagnostics/render';
import { readFrom } from '../../compiler/files';
import { deployedFromGraph } from '../../compiler/transition/deployed';
import { diagnoseRefusals } from '../../compiler/transition/refusal-diagnostics';
import { planTransition } from '../../compiler/transition/transition';
import { findWeaker } from '../../compiler/values/promotion';
import { expectGolden } from '../golden';
import { SURROUNDINGS } from '../spec';

const folder = join(__dirname, '..', 'broken');
const cases = readdirSync(folder)
  .filter((name) => name.startsWith('ENV'))
  .sort();

/** Reads a file of a case, or one that all cases share. What is too long to keep is made by the case's spec.cjs. */
function readCase(name: string): ReadFile {
  const [own, shared] = [readFrom(join(folder, name)), readFrom(folder)];
  const program = join(folder, name, 'spec.cjs');
  return (path, within) => {
    if (path === 'spec.yaml' && existsSync(program)) return require(program) as string;
    return existsSync(join(folder, name, path)) ? own(path, within) : shared(path);
  };
}

/** The day of a case stands in its today.txt, where it matters. */
function surroundingsOf(name: string) {
  const file = join(folder, name, 'today.txt');
  return existsSync(file) ? { ...SURROUNDINGS, today: readFileSync(file, 'utf8').trim() } : SURROUNDINGS;
}

/** Compiles a case, and compares it with the environment that comes before it or the one that is deployed, if it has one. */
function compileCase(name: string): Pick<Compilation, 'graph' | 'diagnostics'> {
  const compile = (path: string) => compileSpec(path, readCase(name), surroundingsOf(name));
  const compilation = compile('spec.yaml');
  if (existsSync(join(folder, name, 'deployed.yaml'))) {
    const { graph, resolved } = compilation;
    const deployed = compile('deployed.yaml').graph;
    if (graph === undefined || resolved === undefined || deployed === undefined)
      throw new Error(`${name} cannot be compared`);
    const { refusals } = planTransition(graph, deployedFromGraph(deployed));
    return { diagnostics: diagnoseRefusals(refusals, resolved.spec) };
  }
  if (!existsSync(join(folder, name, 'before.yaml'))) return compilation;
  const [before, after] = [compile('before.yaml').resolved, compilation.resolved];
  if (before === undefined || after === undefined) throw new Error(`${name} cannot be compared`);
  const diagnostics = findWeaker({ path: 'before.yaml', ...before }, { path: 'spec.yaml', ...after });
  return { ...compilation, diagnostics };
}

describe('a broken spec', () => {
  it('has a case for each diagnostic of the catalogue', () => {
    const wanted = Object.entries(CATALOGUE).map(([slug, { code }]) => `${code}-${slug}`);
    expect(wanted.filter((name) => !cases.some((present) => present.startsWith(name)))).to.deep.equal([]);
  });

  it('has codes that are used once', () => {
    const codes = Object.values(CATALOGUE).map(({ code }) => code);
    expect([...new Set(codes)]).to.deep.equal(codes);
  });

  it('compiles where nothing is broken', () => {
    expect(compileSpec('base.yaml', readCase(''), SURROUNDINGS).diagnostics).to.deep.equal([]);
  });

  for (const name of cases) {
    it(name, () => {
      const { graph, diagnostics } = compileCase(name);
      expect(graph === undefined, 'an error leaves no graph, and a warning leaves it').to.equal(hasErrors(diagnostics));
      expect(
        diagnostics.map(({ code, slug }) => `${code}-${slug}`).filter((found) => name.startsWith(found)),
      ).to.not.deep.equal([]);
      expectGolden(`broken/${name}/expected.txt`, `${renderDiagnostics(diagnostics)}\n`);
    });
  }

  for (const name of cases.filter((one) => !existsSync(join(folder, one, 'spec.cjs')))) {
    const proposed = compileCase(name).diagnostics.filter(({ span, help }) => {
      const isOwn = span.source.path === 'spec.yaml';
      return isOwn && help !== undefined && proposalOf(help) !== undefined;
    });
    for (const { code, message, help = '', span } of proposed) {
      it(`${name}: "${help}" works`, () => {
        const { text } = span.source;
        const edited = text.slice(0, span.start) + proposalOf(help) + text.slice(span.end);
        const read = readCase(name);
        const { diagnostics } = compileSpec(
          'spec.yaml',
          (path, within) => (path === 'spec.yaml' ? edited : read(path, within)),
          surroundingsOf(name),
        );
        const left = diagnostics.filter(
          ({ span: { source, start } }) => source.path === 'spec.yaml' && start === span.start,
        );
        expect(
          left.filter((one) => one.code === code).map((one) => one.message),
          message,
        ).to.deep.equal([]);
      });
    }
  }
});

/** What a help proposes in place of what is marked; undefined of a help that leaves a decision. */
function proposalOf(help: string): string | undefined {
  const [, meant] = /^did you mean (\S+)\?/.exec(help) ?? [];
  const [, value] = /(?:quotation marks|write(?: a list| it without separators)?):? (?:\w+: )?(\S+)$/.exec(help) ?? [];
  return meant ?? value;
}
