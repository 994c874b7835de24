// `npm run new:rule`: the steps of CONTRIBUTING.md for a new rule, in a copy of the project.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { scaffoldRule } from '../../tools/generate/rule-scaffold';
import { ROOT } from '../spec';
import { copyWholeProject, PROGRAM, type ProjectCopy, readContributing } from './project-copy';

const SECTIONS = readdirSync(join(ROOT, 'compiler/compile/rules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'resources')
  .map(({ name }) => name)
  .filter((name) => readdirSync(join(ROOT, 'compiler/compile/rules', name)).some((file) => file.endsWith('.rule.ts')));

describe('a new rule', () => {
  let copy: ProjectCopy;
  before(() => {
    copy = copyWholeProject();
  });
  after(() => copy.remove());

  const newRule = (name: string) => copy.run(PROGRAM.tsx, ['tools/generate/new-rule.ts', name]);

  it('requires a known section and a subject in lower case', () => {
    for (const name of ['tables', 'storage/cold', 'tables/Cold']) expect(newRule(name)).to.deep.include({ code: 2 });
  });

  it('does not replace an existing rule', () => {
    expect(newRule('tables/time-to-live-type')).to.deep.equal({
      code: 1,
      stdout: '',
      stderr: 'the diagnostic time-to-live-type already exists; choose another subject\n',
    });
  });

  it('of each section is two files to edit, as CONTRIBUTING.md says; it is listed, documented and tested', () => {
    expect(readContributing('Adding a rule between fields').text).to.match(/^\s*Two files, and a row for a limit\./);
    expect(SECTIONS).to.have.length.greaterThan(5);
    for (const [index, section] of SECTIONS.entries()) {
      const subject = `${section}-example`;
      copy.write(Object.fromEntries(scaffoldRule({ section, subject, code: `ENV329${index}` }) ?? []));
    }
    expect(newRule('tables/another-example').stdout.match(/^created .+$/gm)).to.have.length(2);
    const broken = ['--reporter=dot', 'test/compiler/compile/broken.test.ts', '--grep=-example$'];
    const passing = `${SECTIONS.length + 1} passing`;
    expect(copy.run(PROGRAM.mocha, broken, { UPDATE_GOLDENS: '1' }).stdout).to.include(passing);
    expect(copy.run(PROGRAM.tsx, ['tools/generate.ts']).stdout).to.equal('wrote docs/diagnostics.md\n');
    expect(readFileSync(join(copy.folder, 'docs/diagnostics.md'), 'utf8')).to.include('tables-example');
    const written = ['compiler/compile/rules/rules.generated.ts', 'docs/diagnostics.md'];
    const byHand = copy.changed().filter((path) => !written.includes(path) && !path.endsWith('/expected.txt'));
    expect(byHand).to.have.length(2 * (SECTIONS.length + 1));
  });

  it('satisfies tsc, the linter and the test of wording', () => {
    expect(copy.typeErrors(['compiler/compile/rules/rules.generated.ts'])).to.deep.equal([]);
    const lint = copy.run(PROGRAM.biome, ['ci', '--error-on-warnings', 'compiler/compile/rules']);
    expect(lint.stdout).to.include('No fixes applied');
    const words = copy.run(PROGRAM.mocha, ['--reporter=dot', 'test/wording.test.ts', '--grep=-example']);
    expect(words.code, words.stdout).to.equal(0);
    expect(words.stdout).to.match(/[1-9]\d* passing/);
  });
});
