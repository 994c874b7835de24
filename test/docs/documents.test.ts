// Runs the command examples of the README and docs/commands.md, and compares their output, ignoring some numbers.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { COMMANDS } from '../../compiler/cli/commands/registry';
import { makeGitProject } from '../compiler/cli/git-project';
import { runCommand } from '../compiler/cli/run';
import { ROOT } from '../spec';

interface Example {
  readonly args: readonly string[];
  /** The output, or the documented part of it. */
  readonly shown: string;
}

function examplesOf(file: string): Example[] {
  const blocks = readFileSync(join(ROOT, file), 'utf8').matchAll(
    /^( *)```console\n *\$ npx payment-spec ([^\n]*)\n([\s\S]*?)```/gm,
  );
  return [...blocks].map(([, indent = '', command = '', shown = '']) => ({
    args: command.replace(/ \|.*/, '').split(' '),
    shown: shown.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

/** The edit of the throttle in the examples. */
const EDIT = ['rateLimit: 1000', 'rateLimit: 900'] as const;

describe('the examples of commands', () => {
  let project: string;
  before(() => {
    project = makeGitProject();
  });
  after(() => rmSync(project, { recursive: true }));

  it('exist for each command that shows or writes specs', () => {
    const commands = examplesOf('docs/commands.md').map(({ args }) => args[0]);
    expect(commands).to.have.members([
      'plan',
      'explain',
      'diff',
      'cost',
      'capacity',
      'capacity',
      'simulate',
      'graph',
      'deploy-policy',
      'init',
    ]);
    expect(examplesOf('README.md').map(({ args }) => args[0])).to.have.members(['plan', 'diff']);
  });

  for (const document of ['README.md', 'docs/commands.md'])
    for (const { args, shown } of examplesOf(document))
      it(`print the output in ${document}: ${args.join(' ')}`, () => {
        const file = join(project, 'spec/pr1234.yaml');
        const text = readFileSync(file, 'utf8');
        if (args[0] === 'diff' || shown.includes(EDIT[1])) writeFileSync(file, text.replace(...EDIT));
        const { code, stdout } = runCommand(args, { cwd: project });
        writeFileSync(file, text);
        expect(code).to.equal(0);
        // Edits of spec/ change line numbers and resource counts.
        const withoutNumbers = (output: string) => output.replaceAll(/\d+/g, '#').replaceAll(/ {2,}/g, '  ');
        expect(withoutNumbers(stdout)).to.include(withoutNumbers(shown));
      });

  it('print the error in the README', () => {
    const [, shown = ''] =
      /```\n {3}(spec\/pr1234[\s\S]*?) *```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
    const input = readFileSync(join(project, 'spec/pr1234.yaml'), 'utf8').replace(EDIT[0], 'rateLimit: 0');
    const { code, stdout } = runCommand(['validate', '-'], { cwd: project, input });
    expect(code).to.equal(1);
    expect(stdout.replace('<stdin>', 'spec/pr1234.yaml')).to.include(shown.replaceAll(/^ {3}/gm, '').trimEnd());
  });

  it('cover each command in the table of the README', () => {
    const commands = Object.keys(COMMANDS);
    const rows = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)].map(
      ([, name]) => name,
    );
    expect(rows).to.deep.equal(commands);
    const sections = [...readFileSync(join(ROOT, 'docs/commands.md'), 'utf8').matchAll(/^## ([a-z-]+)$/gm)].map(
      ([, name]) => name,
    );
    expect(sections).to.deep.equal(commands.filter((name) => name !== 'completion'));
  });
});

describe('the documents', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'ARCHITECTURE.md',
    ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`),
  ].filter((name) => name.endsWith('.md'));

  for (const document of documents)
    it(`link to files and headings that exist: ${document}`, () => {
      const text = readFileSync(join(ROOT, document), 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
        const [path = '', anchor] = target.split('#');
        const file = join(ROOT, path === '' ? document : join(dirname(document), path));
        expect(existsSync(file), target).to.equal(true);
        if (anchor !== undefined)
          expect(anchorsOf(readFileSync(file, 'utf8')), target).to.include(decodeURIComponent(anchor));
      }
    });
});

/** The anchors that GitHub generates for headings, and those that a document declares. */
function anchorsOf(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}
