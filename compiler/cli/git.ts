// Files as they were at a revision of the project's git repository.

import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';
import type { ReadFile } from '../compose/compose';
import { UsageError } from './usage-error';

/** A revision and a file at it, as git writes them: `main:spec/pr1234.yaml`. */
const OBJECT = /^([^:]+):(.+)$/;

/** Whether a name is a file at a revision. */
export function isAtRevision(name: string): boolean {
  return OBJECT.test(name);
}

/** The name of a file of the project at a revision: relative to the repository, as git writes it. */
export function atRevision(root: string, revision: string, path: string): string {
  const prefix = git(root, ['rev-parse', '--show-prefix'])?.trim() ?? '';
  return `${revision}:${posix.join(prefix, path)}`;
}

/** Reads files by `REVISION:FILE`; a file is relative to the repository, or to `root` with `./` before it. UsageError where there is no such revision. */
export function readFromRevision(root: string): ReadFile {
  const known = new Set<string>();
  return (object) => {
    const [, revision = ''] = OBJECT.exec(object) ?? [];
    if (!known.has(revision)) requireRevision(root, revision);
    known.add(revision);
    // `cat-file blob` rather than `show`, which prints a folder as a list of its files.
    return git(root, ['cat-file', 'blob', object]);
  };
}

function requireRevision(root: string, revision: string): void {
  if (git(root, ['rev-parse', '--git-dir']) === undefined)
    throw new UsageError(`${revision}: this folder is in no git repository`);
  const found = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (found === undefined)
    throw new UsageError(`the git repository has no revision ${revision}; of a shallow clone, fetch it first`);
}

/** What git prints; undefined where it fails. */
function git(root: string, args: readonly string[]): string | undefined {
  const { error, status, stdout } = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')
    throw new UsageError('reading a revision takes git, which is not installed');
  return status === 0 ? stdout : undefined;
}
