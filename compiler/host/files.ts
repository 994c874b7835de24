// Reads the project's files for the programs that run the compiler.

import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { ReadFile } from '../source/read-file';
import { SIZE_LIMIT_BYTES } from '../source/source';

/** The folder of the specs, relative to the project. */
export const SPEC_FOLDER = 'spec';

/** Reads files below a project's root, at most one byte more than the size limit. */
export function readFrom(root: string): ReadFile {
  return (path, within) => {
    const file = join(root, path);
    try {
      const stats = statSync(file, { throwIfNoEntry: false });
      if (stats === undefined) return { beside: namesIn(dirname(file), root) };
      if (within !== undefined && !isWithin(realpathSync(join(root, within)), realpathSync(file)))
        return { unreadable: 'outside' };
      const wrong = findWrongCase(path, (folder) => listNames(join(root, folder)));
      if (wrong !== undefined) return { beside: wrong.isLast ? namesIn(dirname(file), root) : [] };
      if (stats.isDirectory()) return { unreadable: 'a folder' };
      return stats.isFile() ? readStart(file) : { unreadable: 'neither a file nor a folder' };
    } catch (problem) {
      const { code = '' } = problem as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM') return { unreadable: 'forbidden to read' };
      // A symbolic link to itself, a too long name or a file used as a folder counts as a missing file.
      if (code === 'ELOOP' || code === 'ENAMETOOLONG' || code === 'ENOTDIR' || code === 'ENOENT') return undefined;
      throw problem;
    }
  };
}

/** The names in a folder of the project; empty if the folder does not exist or is outside the project. */
function namesIn(folder: string, root: string): string[] {
  const isThere = existsSync(folder) && isWithin(realpathSync(root), realpathSync(folder));
  return isThere ? readdirSync(folder).sort() : [];
}

/**
 * Finds the first name of a path that differs from the name on disk only in upper and lower case. A file system that ignores
 * case finds such a file, but the machine that deploys it may not.
 *
 * @param list the names in a folder, or undefined if the folder cannot be listed
 */
export function findWrongCase(
  path: string,
  list: (folder: string) => readonly string[] | undefined,
): { readonly isLast: boolean } | undefined {
  const names = path.split('/');
  for (const [at, name] of names.entries()) {
    if (name === '' || name === '.' || name === '..') continue;
    const known = list(names.slice(0, at).join('/'))?.map((one) => one.normalize());
    const hasOther = known?.some((one) => one.toLowerCase() === name.normalize().toLowerCase()) === true;
    if (hasOther && !known?.includes(name.normalize())) return { isLast: at === names.length - 1 };
  }
  return undefined;
}

function listNames(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    // The folder may be entered but not listed. Its files can still be read.
    return undefined;
  }
}

function isWithin(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return !isAbsolute(path) && path.split(sep)[0] !== '..';
}

/** The start of a file, at most one byte more than the size limit of a spec. */
function readStart(file: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    return readDescriptor(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads a descriptor to its end, or to one byte more than the size limit of a spec. */
export function readDescriptor(descriptor: number): Uint8Array {
  let buffer = Buffer.alloc(FIRST_BUFFER_BYTES);
  let length = 0;
  for (let read = -1; read !== 0 && length < buffer.length; length += read) {
    read = readAvailable(descriptor, buffer, length);
    if (length + read === buffer.length && buffer.length <= SIZE_LIMIT_BYTES)
      buffer = Buffer.concat([buffer], Math.min(4 * buffer.length, SIZE_LIMIT_BYTES + 1));
  }
  return buffer.subarray(0, length);
}

/** The size of the buffer for a usual spec, which grows for a larger one. */
const FIRST_BUFFER_BYTES = 65_536;

/** Reads available bytes and returns their number; waits while a non-blocking pipe has no data yet. */
function readAvailable(descriptor: number, buffer: Buffer, offset: number): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, offset, buffer.length - offset, null);
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EAGAIN') throw problem;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}

/** The delay before a read is tried again, in milliseconds. */
const PAUSE_MS = 20;

/** The paths of a project's specs, sorted by name. */
export function listSpecs(root: string): string[] {
  const folder = join(root, SPEC_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(isSpecName)
    .sort()
    .map((name) => `${SPEC_FOLDER}/${name}`);
}

/** Whether a file of spec/ is a spec; hidden files and editors' temporary files, such as `.#x.yaml` and `#x.yaml#`, are not. */
export function isSpecName(name: string): boolean {
  return /^[^.#~].*\.ya?ml$/.test(name);
}
