// Reads files at a revision of the project's git repository.

import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';
import type { ReadFile } from '../../source/read-file';
import { ChildProcessError } from '../errors/io-error';
import { UsageError } from '../errors/usage-error';

/** A revision and a file at it, as git writes them: `main:spec/pr1234.yaml`. */
const OBJECT = /^([^:]+):(.+)$/;

/** The revision and the file of a name such as `main:spec/pr1234.yaml`; undefined for any other name. */
export function splitObject(name: string): { readonly revision: string; readonly path: string } | undefined {
  const [, revision, path] = OBJECT.exec(name) ?? [];
  return revision === undefined || path === undefined ? undefined : { revision, path };
}

/** The name of a file of the project at a revision: relative to the repository, as git writes it. */
export function atRevision(root: string, revision: string, path: string): string {
  return `${revision}:${repositoryPath(root, path)}`;
}

/** The path of a file of the project relative to the repository. */
export function repositoryPath(root: string, path: string): string {
  return posix.join(git(root, ['rev-parse', '--show-prefix']).output?.trim() ?? '', path);
}

/**
 * Reads files by `REVISION:FILE`, through symbolic links within the revision. A file is relative to the repository, or to
 * `root` with `./` before it. Throws UsageError for an unknown revision.
 */
export function readFromRevision(root: string): ReadFile {
  const known = new Set<string>();
  return (object) => {
    const { revision = '' } = splitObject(object) ?? {};
    if (!known.has(revision)) requireRevision(root, revision);
    known.add(revision);
    return readObject(root, object);
  };
}

/** Writes the staged files as a tree and returns it as a revision. UsageError if git cannot write it. */
export function stagedTree(root: string): string {
  requireRepository(root, 'the staged files');
  const { output, reason } = git(root, ['write-tree']);
  if (output === undefined) throw new UsageError(`git cannot read what is staged: ${reason}`);
  return output.trim();
}

/** Whether a revision exists. */
export function hasRevision(root: string, revision: string): boolean {
  const name = `${revision}^{tree}`;
  return git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', name]).output !== undefined;
}

/** Whether git ignores a file of the project. */
export function isIgnored(root: string, path: string): boolean {
  return runGit(root, ['check-ignore', '--quiet', '--', path]).status === 0;
}

/** A file that differs between two revisions: `from` is its former name, absent for a new file; `to` is absent for a deleted one. */
export interface FileChange {
  readonly from?: string;
  readonly to?: string;
}

/** The files that differ between a revision and another, or the working tree. Names are relative to the repository; git finds renames. */
export function changedFiles(root: string, from: string, to: string | undefined): FileChange[] {
  const revisions = to === undefined ? [from] : [from, to];
  const { output = '' } = git(root, ['diff', '--name-status', '--find-renames', '-z', ...revisions, '--']);
  const words = output.split('\0').filter((word) => word !== '');
  const changes: FileChange[] = [];
  while (words.length > 0) {
    const status = words.shift() ?? '';
    const [name = ''] = words.splice(0, 1);
    if (status.startsWith('R')) changes.push({ from: name, to: words.shift() ?? '' });
    else if (status.startsWith('A')) changes.push({ to: name });
    else if (status.startsWith('D')) changes.push({ from: name });
    else changes.push({ from: name, to: name });
  }
  return changes;
}

/** The names of the files in a folder at a revision; empty if the folder does not exist. */
export function filesAt(root: string, object: string): string[] {
  const { output = '' } = git(root, ['ls-tree', '--name-only', '-z', object]);
  return output.split('\0').filter((name) => name !== '');
}

/** The content of a file. Only `cat-file --batch` follows symbolic links within a revision. */
function readObject(root: string, object: string): ReturnType<ReadFile> {
  if (object.includes('\n')) return undefined;
  const { stdout } = runGit(root, ['cat-file', '--batch', '--follow-symlinks'], `${object}\n`);
  const end = stdout.indexOf('\n');
  const header = stdout.toString('utf8', 0, end);
  const [, type, size] = / (blob|tree) (\d+)$/.exec(header) ?? [];
  if (type === 'blob') return stdout.subarray(end + 1, end + 1 + Number(size));
  if (type === 'tree') return { unreadable: 'a folder' };
  if (/^symlink \d+$/.test(header)) return { unreadable: 'outside' };
  const { revision = '', path = '' } = splitObject(object) ?? {};
  const folder = posix.dirname(path);
  return { beside: filesAt(root, `${revision}:${folder === '.' ? '' : folder}`) };
}

function requireRevision(root: string, revision: string): void {
  requireRepository(root, revision);
  if (!hasRevision(root, revision))
    throw new UsageError(`unknown revision "${revision}"; in a shallow clone, fetch it first`);
}

function requireRepository(root: string, what: string): void {
  const { output, reason } = git(root, ['rev-parse', '--git-dir']);
  if (output !== undefined) return;
  const isNone = /not a git repository/.test(reason);
  throw new UsageError(`${what}: ${isNone ? 'this folder is not in a git repository' : `git reports: ${reason}`}`);
}

/** The output of git, or the first line of its error message. */
function git(root: string, args: readonly string[]): { readonly output?: string; readonly reason: string } {
  const { status, stdout, stderr } = runGit(root, args);
  const [reason = ''] = stderr
    .toString()
    .replace(/^(fatal|error): /, '')
    .split('\n');
  return status === 0 ? { output: stdout.toString(), reason } : { reason };
}

function runGit(root: string, args: readonly string[], input = '') {
  const run = spawnSync('git', args, {
    cwd: root,
    input,
    maxBuffer: 64 * 1024 * 1024,
    // The code compares error messages with git's English messages.
    env: { ...process.env, LC_ALL: 'C' },
  });
  if ((run.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')
    throw new UsageError('git is not installed; it is needed to read a revision');
  // If git closes its input early, its error message still gives the reason.
  if (run.error !== undefined && (run.error as NodeJS.ErrnoException).code !== 'EPIPE') throw run.error;
  if (run.signal !== null) throw new ChildProcessError(`git was ended by ${run.signal}`);
  return run;
}
