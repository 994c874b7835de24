// The README's examples of commands, run: what it shows is what they print, numbers aside.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCommand } from './cli/run';
import { ROOT } from './spec';

const examples = [
  ...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/```console\n\$ npx payment-spec ([^\n]*)\n([\s\S]*?)```/g),
].map(([, command = '', shown = '']) => ({ args: command.replace(/ \|.*/, '').split(' '), shown }));

describe('the README', () => {
  let project: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@example.com', ...args], { cwd: project });
  before(() => {
    project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    cpSync(join(ROOT, 'spec'), join(project, 'spec'), { recursive: true });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'one');
  });
  after(() => rmSync(project, { recursive: true }));

  it('has an example of each command that asks or writes specs', () => {
    expect(examples.map(({ args }) => args[0])).to.have.members([
      'plan',
      'explain',
      'diff',
      'graph',
      'deploy-policy',
      'init',
      'migrate',
    ]);
  });

  for (const { args, shown } of examples) {
    it(`shows what ${args.join(' ')} prints`, () => {
      const file = join(project, 'spec/pr1234.yaml');
      const text = readFileSync(file, 'utf8');
      // What `diff` shows is an edit of the throttle.
      if (args[0] === 'diff') writeFileSync(file, text.replace('rateLimit: 1000', 'rateLimit: 900'));
      const { code, stdout } = runCommand(args, { cwd: project });
      writeFileSync(file, text);
      expect(code).to.equal(0);
      // Numbers aside: any edit of spec/ moves lines and adds resources.
      const withoutNumbers = (output: string) => output.replaceAll(/\d+/g, '#').replaceAll(/ {2,}/g, '  ');
      expect(withoutNumbers(stdout)).to.include(withoutNumbers(shown));
    });
  }
});
