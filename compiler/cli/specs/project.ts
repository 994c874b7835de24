// Finds the project and its repository from the folder that a command runs in.

import { existsSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { listSpecs } from '../../host/files';
import { splitObject } from '../git/revisions';

/** The nearest folder with specs in spec/, from the given folder upwards within the repository; otherwise the given folder. */
export function findProject(folder: string): string {
  for (const at of upwards(folder)) {
    if (listSpecsQuietly(at).length > 0) return at;
    if (isRepository(at)) break;
  }
  return folder;
}

/** The path of a file relative to the repository of a project, as CI services need it. A file at a revision or outside any repository keeps its path. */
export function pathInRepository(root: string): (path: string) => string {
  const repository = upwards(root).find(isRepository);
  const prefix = repository === undefined ? '' : relative(repository, resolve(root)).split(sep).join('/');
  return (path) => (prefix === '' || splitObject(path) !== undefined ? path : posix.join(prefix, path));
}

/** A folder and its parents up to the repository, innermost first. Only the folder itself outside a repository. */
export function foldersUpToRepository(folder: string): string[] {
  const folders = upwards(folder);
  return folders.slice(0, Math.max(0, folders.findIndex(isRepository)) + 1);
}

/** A folder and its parents, innermost first. */
function upwards(folder: string): string[] {
  const at = resolve(folder);
  const parent = dirname(at);
  return parent === at ? [at] : [at, ...upwards(parent)];
}

function isRepository(folder: string): boolean {
  return existsSync(join(folder, '.git'));
}

/** The specs of a folder; empty if the folder cannot be read, because the project may be a parent folder. */
function listSpecsQuietly(folder: string): string[] {
  try {
    return listSpecs(folder);
  } catch {
    return [];
  }
}
