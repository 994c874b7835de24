// Errors of the operating system: each command prints one line and exits with 1, without a report of a defect.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import { expect } from 'chai';
import { ChildProcessError, describeIoError } from '../../../compiler/cli/errors/io-error';
import { sizeOf } from '../../exhaustive';
import { skip } from '../../skip';
import { ROOT } from '../../spec';
import { copyProject } from './copy-project';
import { runCommand } from './run';

const BIN = join(ROOT, 'bin/payment-spec.cjs');
const ONE_LINE = /^error: .+\n$/;
/** One reporter prints for all commands; the program prints its help by itself. */
const COMMANDS = sizeOf({
  sample: ['validate', 'graph pr', '--help'],
  exhaustive: ['validate', 'plan pr', 'graph pr', 'export pr', 'openapi pr', 'explain tracing', 'drill pr', '--help'],
});

describe('errors of the operating system', () => {
  let project: string;
  before(() => runCommand(['--help']));
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    copyProject(project);
  });
  afterEach(() => rmSync(project, { recursive: true }));

  const inShell = (command: string, variables: Record<string, string> = {}) =>
    spawnSync('bash', ['-c', command], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, NODE: process.execPath, BIN, ...variables },
    });

  it('are described by call, file and reason for any error code', () => {
    for (const [errno, [code, reason]] of getSystemErrorMap()) {
      const problem = Object.assign(new Error(code), { errno, code, syscall: 'open', path: 'a.yaml' });
      expect(describeIoError(problem)).to.equal(`cannot open a.yaml: ${reason} (${code})`);
    }
    expect(describeIoError(new ChildProcessError('git was ended by SIGKILL'))).to.equal('git was ended by SIGKILL');
  });

  it('are distinguished from defects of this program', () => {
    const argument = Object.assign(new TypeError('x'), { code: 'ERR_INVALID_ARG_TYPE' });
    for (const defect of [new Error('x'), argument, 'x', undefined])
      expect(describeIoError(defect)).to.equal(undefined);
  });

  for (const command of COMMANDS) {
    it(`${command} fails if standard output is full`, function () {
      if (!existsSync('/dev/full')) skip(this, 'needs /dev/full');
      const { status, stderr } = inShell(`"$NODE" "$BIN" ${command} > /dev/full`);
      expect(status).to.equal(1);
      expect(stderr.match(/^error: .*$/gm)).to.deep.equal([
        'error: standard output: cannot write: no space left on device (ENOSPC)',
      ]);
      expect(stderr).not.to.match(/ {4}at |defect/);
    });

    it(`${command} prints no error when the reader closes the pipe`, () => {
      const { status, stdout, stderr } = inShell(`set -o pipefail; "$NODE" "$BIN" ${command} 2>&1 | head -1`);
      expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
      expect(stdout.split('\n')).to.have.length(2);
    });
  }

  it('reports that standard input is a folder', () => {
    for (const command of ['validate -', 'plan -']) {
      const { status, stdout, stderr } = inShell(`"$NODE" "$BIN" ${command} < spec`);
      expect({ status, stdout }, command).to.deep.equal({ status: 1, stdout: '' });
      expect(stderr).to.match(ONE_LINE).and.to.include('(EISDIR)');
    }
  });

  it('waits for non-blocking standard input', () => {
    const open =
      "require('child_process').spawnSync(process.execPath,[process.env.BIN,'validate','-'],{stdio:'inherit'}).status";
    const pipe = `(sleep 1; cat spec/pr1234.yaml) | "$NODE" -e "process.stdin.on('readable',()=>{});process.exit(${open})"`;
    const { status, stderr } = inShell(pipe);
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
  });

  it('reports that git was killed', () => {
    writeFileSync(join(project, 'git'), '#!/bin/sh\nkill -9 $$\n');
    chmodSync(join(project, 'git'), 0o755);
    const { status, stderr } = inShell('"$NODE" "$BIN" diff pr --from HEAD', {
      PATH: `${project}:${process.env.PATH}`,
    });
    expect({ status, stderr }).to.deep.equal({ status: 1, stderr: 'error: git was ended by SIGKILL\n' });
  });

  it('refuses to overwrite a dangling link', () => {
    symlinkSync('nowhere', join(project, 'spec/demo.yaml'));
    const { code, stderr } = runCommand(['init', 'demo', '--environment', 'Demo'], { cwd: project });
    expect({ code, stderr }).to.deep.equal({
      code: 2,
      stderr: 'error: spec/demo.yaml already exists; pass --force to replace it\n',
    });
  });

  const asNobody = (args: readonly string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [BIN, ...args], {
      cwd: project,
      encoding: 'utf8',
      uid: 65_534,
      gid: 65_534,
    });
    return { status, stderr };
  };

  it('reports a folder that cannot be written or read', function () {
    if (process.getuid?.() !== 0 || asNobody(['--version']).status !== 0)
      skip(this, 'needs root, and a Node.js that other users can run');
    chmodSync(project, 0o755);
    const written = asNobody(['init', 'demo', '--environment', 'Demo']);
    expect(written.status).to.equal(1);
    expect(written.stderr).to.match(/^error: cannot open .*spec\/demo\.yaml: permission denied \(EACCES\)$/m);
    chmodSync(join(project, 'spec'), 0o700);
    mkdirSync(join(project, 'sub'));
    const unread = asNobody(['validate', 'pr']);
    expect(unread.status).to.equal(1);
    expect(unread.stderr).not.to.match(/ {4}at |defect/);
  });
});
