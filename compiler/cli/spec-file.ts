// Finds and compiles a spec that is named on the command line.

import { posix } from 'node:path';
import { type Compilation, compileSpec } from '../compile';
import type { ReadFile } from '../compose/compose';
import { readDescriptor, readFrom, SPEC_FOLDER } from '../files';
import { processContext } from '../process-context';
import { readFromRevision } from './git';
import { resolveReference } from './spec-reference';

/** The path of a spec, and the function that reads it and the specs that it extends. */
export interface SpecFile {
  readonly path: string;
  readonly read: ReadFile;
}

/** Finds a spec by its name on the command line. Standard input is read at once, and is treated as a file of spec/. */
export function openSpec(root: string, name: string): SpecFile {
  const reference = resolveReference(root, name);
  const readFile = readFrom(root);
  switch (reference.is) {
    case 'file':
      return { path: reference.path, read: readFile };
    case 'at revision':
      return { path: reference.object, read: readFromRevision(root) };
    case 'standard input': {
      const path = posix.join(SPEC_FOLDER, '<stdin>');
      const content = readDescriptor(0);
      return { path, read: (asked, within) => (asked === path ? content : readFile(asked, within)) };
    }
  }
}

/** Whether a spec exists; it may be unreadable or invalid. */
export function isThere({ path, read }: SpecFile): boolean {
  const content = read(path);
  return content !== undefined && !(typeof content === 'object' && 'beside' in content);
}

/** Compiles a spec with the environment variables of this process and the current day. */
export function compileFile({ path, read }: SpecFile): Compilation {
  return compileSpec(path, read, processContext());
}
