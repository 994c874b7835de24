// The registry of commands: complete, and each command separate from the others and loaded only when it runs.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { expect } from 'chai';
import { COMMANDS } from '../../../../compiler/cli/commands/registry';
import { ROOT } from '../../../spec';
import { copyProject } from '../copy-project';
import { runCommand } from '../run';

const FOLDER = 'compiler/cli/commands';
const folders = readdirSync(join(ROOT, FOLDER), { withFileTypes: true }).filter((entry) => entry.isDirectory());
const names = Object.keys(COMMANDS);

describe('the registry of commands', () => {
  it('has an entry for each folder', () => {
    expect(folders.map(({ name }) => name).sort()).to.deep.equal([...names].sort());
  });

  it('has commands that do not import each other', () => {
    const wrong = folders.flatMap(({ name }) =>
      readdirSync(join(ROOT, FOLDER, name)).flatMap((file) => {
        const text = readFileSync(join(ROOT, FOLDER, name, file), 'utf8');
        const targets = [...text.matchAll(/(?:from |import\()'(\.[^']+)'/g)].map(([, target = '']) =>
          posix.join(FOLDER, name, target),
        );
        const others = targets.filter(
          (target) => target.startsWith(FOLDER) && posix.dirname(target) !== `${FOLDER}/${name}`,
        );
        return others.map((target) => `${name}/${file} imports ${target}`);
      }),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('lists the commands in the help in its order', () => {
    const [, listed = ''] = runCommand(['--help']).stdout.split('Commands:\n');
    expect([...listed.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name)).to.deep.equal([...names, 'help']);
  });
});

describe('the code of a command', () => {
  const require = join(__dirname, 'list-sources.cjs');
  let project: string;
  before(() => {
    project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    copyProject(project);
  });
  after(() => rmSync(project, { recursive: true }));

  /** The modules of commands that a run executes, except the declarations. */
  const executed = (args: readonly string[]) => {
    const { stderr } = runCommand(args, { require, cwd: project });
    const [, list = ''] = /^RAN (.*)$/m.exec(stderr) ?? [];
    expect(list).to.include('compiler/cli/');
    const paths: string[] = JSON.parse(list);
    return paths.filter((path) => path.startsWith(FOLDER) && !path.endsWith('/arguments.ts'));
  };

  it('is not loaded by --help', () => expect(executed(['--help'])).to.deep.equal([]));

  for (const [name, ...args] of [['validate'], ['plan', 'pr'], ['diff', 'pr', 'production'], ['completion', 'bash']])
    it(`is loaded by ${name} without that of the others`, () => {
      const found = executed([name ?? '', ...args]);
      expect(found).to.include(`${FOLDER}/${name}/run.ts`);
      expect(found.filter((path) => !path.startsWith(`${FOLDER}/${name}/`))).to.deep.equal([]);
    });
});
