// The project's files, for whoever runs the compiler.

import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { ReadFile } from './compose/compose';
import { SIZE_LIMIT_BYTES } from './parse/decode';

/** The folder of the specs, relative to the project. */
export const SPEC_FOLDER = 'spec';

/** Reads files below a project's root, and no more of one than decides that it is too large. */
export function readFrom(root: string): ReadFile {
  return (path, within) => {
    const file = join(root, path);
    try {
      const stats = statSync(file, { throwIfNoEntry: false });
      if (stats === undefined) return { beside: namesIn(dirname(file), root) };
      if (within !== undefined && !isWithin(realpathSync(join(root, within)), realpathSync(file)))
        return { unreadable: 'outside' };
      if (stats.isDirectory()) return { unreadable: 'a folder' };
      return stats.isFile() ? readStart(file) : { unreadable: 'neither a file nor a folder' };
    } catch (problem) {
      const { code = '' } = problem as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM') return { unreadable: 'forbidden to read' };
      // A link that leads to itself, a name longer than names can be, a file taken for a folder: nothing is there.
      if (code === 'ELOOP' || code === 'ENAMETOOLONG' || code === 'ENOTDIR' || code === 'ENOENT') return undefined;
      throw problem;
    }
  };
}

/** What a folder of the project has; nothing where there is no such folder, or it is elsewhere. */
function namesIn(folder: string, root: string): string[] {
  const isThere = existsSync(folder) && isWithin(realpathSync(root), realpathSync(folder));
  return isThere ? readdirSync(folder).sort() : [];
}

function isWithin(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

/** The start of a file: one byte more than a spec may have. */
function readStart(file: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    return readDescriptor(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What a descriptor gives until its end, or until one byte more than a spec may have. */
export function readDescriptor(descriptor: number): Uint8Array {
  const buffer = Buffer.alloc(SIZE_LIMIT_BYTES + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length < buffer.length; length += read)
    read = readAvailable(descriptor, buffer, length);
  return buffer.subarray(0, length);
}

/** The number of bytes that were read; waits where a pipe that does not block has none yet. */
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

/** How long a read waits before it tries again, in milliseconds. */
const PAUSE_MS = 20;

/** The specs of a project, by name. */
export function listSpecs(root: string): string[] {
  const folder = join(root, SPEC_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(isSpecName)
    .sort()
    .map((name) => `${SPEC_FOLDER}/${name}`);
}

/** Whether a file of spec/ is a spec: hidden files and those that editors leave, such as `.#x.yaml` and `#x.yaml#`, are not. */
export function isSpecName(name: string): boolean {
  return /^[^.#~].*\.ya?ml$/.test(name);
}
