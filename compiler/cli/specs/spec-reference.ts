// Resolves the name of a spec on the command line: a file, an environment, either at a revision, or standard input.

import { existsSync, statSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
import { SPEC_FOLDER } from '../../host/files';
import { UsageError } from '../errors/usage-error';
import { splitObject } from '../git/revisions';

/** The location of a spec. */
export type SpecReference =
  | { readonly is: 'standard input' }
  /** A file of the project; its path has `/` between folders. */
  | { readonly is: 'file'; readonly path: string }
  /** A file at a revision of git, `REVISION:FILE`; `path` is the file. */
  | { readonly is: 'at revision'; readonly object: string; readonly path: string };

/** The name of standard input on the command line. */
export const STANDARD_INPUT = '-';

/** The pattern of an environment's name. */
const ENVIRONMENT = /^[\w-]+$/;

/** Resolves a name. UsageError if it is empty. The spec need not exist. */
export function resolveReference(root: string, name: string): SpecReference {
  if (name === '') throw new UsageError('the name of a spec must not be empty');
  if (name === STANDARD_INPUT) return { is: 'standard input' };
  if (isFile(root, name)) return { is: 'file', path: projectPath(root, name) };
  const environment = findEnvironment(root, name);
  if (environment !== undefined) return { is: 'file', path: environment };
  const { revision, path } = splitObject(name) ?? {};
  if (revision === undefined || path === undefined) return { is: 'file', path: projectPath(root, name) };
  if (ENVIRONMENT.test(path)) {
    const file = posix.join(SPEC_FOLDER, `${path}.yaml`);
    return { is: 'at revision', object: `${revision}:./${file}`, path: file };
  }
  // The folder includes the revision, so that extended files are read at the same revision.
  return { is: 'at revision', object: path.includes('/') ? name : `${revision}:./${path}`, path };
}

/** The path of a file of the project, named by file or environment. UsageError for any other reference. */
export function resolveFile(root: string, name: string): string {
  const reference = resolveReference(root, name);
  if (reference.is === 'file') return reference.path;
  throw new UsageError(
    reference.is === 'standard input'
      ? 'standard input cannot be used here; name a file or an environment'
      : `${name} names a revision; name a file of the working tree or an environment`,
  );
}

/** The path of a file that a user names: relative to the working folder, or to the project if it does not exist there. */
export function absolutePath(root: string, file: string): string {
  const here = resolve(file);
  return existsSync(here) ? here : resolve(root, file);
}

/** The path of a file relative to the project, with `/` between folders. */
function projectPath(root: string, file: string): string {
  return relative(root, absolutePath(root, file)).split(sep).join('/');
}

/** The file of an environment. The file need not exist: its absence is reported under this path. */
function findEnvironment(root: string, name: string): string | undefined {
  const files = ['yaml', 'yml'].map((extension) => posix.join(SPEC_FOLDER, `${name}.${extension}`));
  return files.find((file) => isFile(root, file)) ?? (isName(root, name) ? files[0] : undefined);
}

function isName(root: string, name: string): boolean {
  return ENVIRONMENT.test(name) && statSync(absolutePath(root, name), { throwIfNoEntry: false }) === undefined;
}

function isFile(root: string, name: string): boolean {
  try {
    return statSync(absolutePath(root, name), { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    // The name is invalid for a file, or the folder cannot be entered: reading it reports the reason.
    return false;
  }
}
