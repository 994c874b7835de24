// `migrate`: nothing to do in version 1, and a clear word on any other.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../spec';
import { runCommand } from './run';

describe('payment-spec migrate', () => {
  let project: string;
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    cpSync(join(ROOT, 'spec'), join(project, 'spec'), { recursive: true });
  });
  afterEach(() => rmSync(project, { recursive: true }));

  it('has nothing to do in the first version, and leaves the files alone', () => {
    const before = readFileSync(join(project, 'spec/pr.yaml'), 'utf8');
    const { code, stdout, stderr } = runCommand(['migrate'], { cwd: project });
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout.split('\n')).to.deep.equal([
      ...['development', 'pr', 'pr1234', 'production', 'system'].map(
        (name) => `spec/${name}.yaml: language 1, nothing to do`,
      ),
      '',
    ]);
    expect(readFileSync(join(project, 'spec/pr.yaml'), 'utf8')).to.equal(before);
  });

  it('prints one JSON value with --json', () => {
    const { stdout } = runCommand(['migrate', 'spec/pr.yaml', '--json'], { cwd: project });
    expect(JSON.parse(stdout)).to.deep.equal({
      schemaVersion: 1,
      files: [{ file: 'spec/pr.yaml', from: 1, to: 1, steps: [] }],
    });
  });

  it('prints standard input as it becomes', () => {
    const { code, stdout } = runCommand(['migrate', '-'], { input: '# mine\nsuffix: a\n' });
    expect({ code, stdout }).to.deep.equal({ code: 0, stdout: '# mine\nsuffix: a\n' });
  });

  it('refuses a file of a later version, as do the other commands', () => {
    writeFileSync(join(project, 'spec/pr.yaml'), 'extends: system.yaml\nlanguage: 2\nnew: {}\n');
    for (const command of ['migrate', 'validate', 'plan']) {
      const { code, stdout, stderr } = runCommand([command, 'spec/pr.yaml'], { cwd: project });
      // What validate is asked for is the mistakes.
      const [answer, mistakes] = command === 'validate' ? [stderr, stdout] : [stdout, stderr];
      expect({ code, answer }, command).to.deep.equal({ code: 1, answer: '' });
      expect(mistakes, command).to.match(
        /^spec\/pr\.yaml:2:11: error ENV6001 unknown-language: .*\n[\s\S]*\n1 error\n$/,
      );
    }
  });

  it('names a file that is not there', () => {
    const { code, stderr } = runCommand(['migrate', 'spec/nope.yaml'], { cwd: project });
    expect(code).to.equal(1);
    expect(stderr).to.include('error ENV2001 file-not-found: there is no file spec/nope.yaml');
  });
});
