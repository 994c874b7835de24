// A spec as it is named on the command line: a file, one at a revision of git, or standard input.

import { existsSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
import { type Compilation, compileSpec } from '../compile';
import type { ReadFile } from '../compose/compose';
import { readDescriptor, readFrom, SPEC_FOLDER } from '../files';
import { currentSurroundings } from '../surroundings';
import { isAtRevision, readFromRevision } from './git';

/** Where a spec is, and what reads it and those that it extends. */
export interface SpecFile {
  readonly path: string;
  readonly read: ReadFile;
}

/** The name of standard input on the command line. */
export const STANDARD_INPUT = '-';

/** The path of a file relative to the project, with `/` between folders. */
export function projectPath(root: string, file: string): string {
  return relative(root, resolve(root, file)).split(sep).join('/');
}

/** Finds a spec by its name on the command line. Standard input is read at once, and extends what a file of spec/ would. */
export function openSpec(root: string, name: string): SpecFile {
  const readFile = readFrom(root);
  if (name === STANDARD_INPUT) {
    const path = posix.join(SPEC_FOLDER, '<stdin>');
    const content = readDescriptor(0);
    return { path, read: (asked, within) => (asked === path ? content : readFile(asked, within)) };
  }
  const ofEnvironment = posix.join(SPEC_FOLDER, `${name}.yaml`);
  const isEnvironment = existsSync(resolve(root, ofEnvironment)) || /^[\w-]+$/.test(name);
  if (isEnvironment && !existsSync(resolve(root, name))) return { path: ofEnvironment, read: readFile };
  if (!isAtRevision(name) || existsSync(resolve(root, name))) return { path: projectPath(root, name), read: readFile };
  // A folder keeps the revision before the names of the files that it extends.
  const path = name.includes('/') ? name : name.replace(':', ':./');
  return { path, read: readFromRevision(root) };
}

/** Compiles a spec with the variables of this process, and on this day. */
export function compileFile({ path, read }: SpecFile): Compilation {
  return compileSpec(path, read, currentSurroundings());
}
