// A spec that was named on the command line, with what reads it.

import { posix } from 'node:path';
import { type Compilation, compileSpec } from '../compile';
import type { ReadFile } from '../compose/compose';
import { readDescriptor, readFrom, SPEC_FOLDER } from '../files';
import { processContext } from '../process-context';
import { readFromRevision } from './git';
import { resolveReference } from './spec-reference';

/** Where a spec is, and what reads it and those that it extends. */
export interface SpecFile {
  readonly path: string;
  readonly read: ReadFile;
}

/** Finds a spec by its name on the command line. Standard input is read at once, and extends what a file of spec/ would. */
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

/** Whether a spec is there; it may still be unreadable or invalid. */
export function isThere({ path, read }: SpecFile): boolean {
  const content = read(path);
  return content !== undefined && !(typeof content === 'object' && 'beside' in content);
}

/** Compiles a spec with the variables of this process, and on this day. */
export function compileFile({ path, read }: SpecFile): Compilation {
  return compileSpec(path, read, processContext());
}
