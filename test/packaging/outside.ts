// Folders, projects and processes outside this project, as in another repository.

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeGitProject, runGit } from '../compiler/cli/git-project';
import { ROOT } from '../spec';

const { buildAll } = require('../../tools/build/build.cjs') as { buildAll(): void };

/** The output of a process, and its exit code. */
export interface OutsideRun {
  readonly code: number | null;
  readonly output: string;
}

/** Variables of npm, git and mocha that refer to this project rather than to the machine. */
const OF_THIS_PROJECT = /^(CI|npm_.*|INIT_CWD|GIT_(DIR|INDEX_FILE|WORK_TREE|PREFIX)|LEFTHOOK.*|NODE_OPTIONS)$/;

/** Runs a command outside this project. */
export function runOutside(
  cwd: string,
  command: string,
  args: readonly string[],
  more: { readonly env?: NodeJS.ProcessEnv; readonly uid?: number } = {},
): Promise<OutsideRun> {
  const inherited = Object.entries(process.env).filter(([name]) => !OF_THIS_PROJECT.test(name));
  const { env, uid } = more;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...env },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        output += text;
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** A folder that all users can read, whose name has a space and umlauts. */
export function makeOutsideFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'Zahlungen für Köln '));
  chmodSync(folder, 0o755);
  return folder;
}

/** A project of specs in a git repository, in a folder whose name has a space and umlauts. */
export class OutsideProject {
  readonly folder: string;

  /** Creates the project below a folder. */
  constructor(parent: string) {
    const from = makeGitProject();
    this.folder = join(parent, 'Überweisung 1');
    cpSync(from, this.folder, { recursive: true });
    rmSync(from, { recursive: true });
    chmodSync(this.folder, 0o755);
  }

  /** Replaces a text in the spec of the development environment. */
  edit(from: string, to: string): void {
    const file = join(this.folder, 'spec/development.yaml');
    const text = readFileSync(file, 'utf8');
    expect(text).to.include(from);
    writeFileSync(file, text.replace(from, to));
  }

  /** Commits all changes, with the hooks of the repository. */
  commit(message: string, env: NodeJS.ProcessEnv): Promise<OutsideRun> {
    runGit(this.folder, 'add', '--all');
    const author = ['-c', 'user.name=n', '-c', 'user.email=n@example.com'];
    return runOutside(this.folder, 'git', [...author, 'commit', '-qm', message], { env });
  }
}

/** Copies the files of the package, including the built ones, from this project. */
export function copyPackage(folder: string): void {
  buildAll();
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { files: readonly string[] };
  const sources = files.filter((name) => name !== 'npm-shrinkwrap.json');
  for (const name of [...sources, 'package.json', 'package-lock.json', 'README.md', 'LICENSE'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
}

/**
 * Packs this project as `npm publish` does. Returns the path of the archive. It packs a copy, because npm writes
 * npm-shrinkwrap.json into the packed folder, which other tests read at the same time.
 */
export function packInto(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'payment-spec-pack-'));
  copyPackage(copy);
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const pack = ['pack', '--silent', '--pack-destination', folder];
  const { stdout, stderr, status } = spawnSync('npm', pack, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true' },
  });
  rmSync(copy, { recursive: true });
  expect(status, stderr).to.equal(0);
  return join(folder, stdout.trim().split('\n').at(-1) ?? '');
}
