// Finds and compiles a spec that is named on the command line.

import { posix } from 'node:path';
import type { ReadCode } from '../../compile/bundle/entry-files';
import { type Compilation, compileSpec } from '../../compile/compile';
import { sortDiagnostics } from '../../diagnostics/diagnostic';
import { readDescriptor, readFrom, SPEC_FOLDER } from '../../host/files';
import { processContext } from '../../host/process-context';
import type { ReadFile } from '../../source/read-file';
import { atRevision, isIgnored, readFromRevision, splitObject } from '../git/revisions';
import { resolveReference } from './spec-reference';

/** The path of a spec, and the function that reads it and the specs that it extends. */
export interface SpecFile {
  readonly path: string;
  readonly read: ReadFile;
}

/** A spec with the code of its functions: from the working tree, or from the revision of the spec. */
export interface NamedSpec extends SpecFile {
  readonly readCode: ReadCode;
  /** Whether the code is from the working tree, where it can be bundled. */
  readonly isInWorkingTree: boolean;
}

/** Finds a spec by its name on the command line. Standard input is read at once, and is treated as a file of spec/. */
export function openSpec(root: string, name: string): NamedSpec {
  const reference = resolveReference(root, name);
  const readFile = readFrom(root);
  const code = { readCode: readFile, isInWorkingTree: true };
  switch (reference.is) {
    case 'file':
      return { path: reference.path, read: readFile, ...code };
    case 'at revision':
      return {
        path: reference.object,
        read: readFromRevision(root),
        readCode: readCodeAt(root, splitObject(reference.object)?.revision ?? ''),
        isInWorkingTree: false,
      };
    case 'standard input': {
      const path = posix.join(SPEC_FOLDER, '<stdin>');
      const content = readDescriptor(0);
      return { path, read: (asked, within) => (asked === path ? content : readFile(asked, within)), ...code };
    }
  }
}

/** Whether a spec exists, even if it is unreadable or invalid. */
export function isThere({ path, read }: SpecFile): boolean {
  const content = read(path);
  return content !== undefined && !(typeof content === 'object' && 'beside' in content);
}

/** Reads code at a revision. A file that git ignores, such as build output, is in no revision: its code is unknown. */
function readCodeAt(root: string, revision: string): ReadCode {
  const read = readFromRevision(root);
  return (path) => {
    const content = read(atRevision(root, revision, path));
    const isMissing = content === undefined || (typeof content === 'object' && 'beside' in content);
    return isMissing && isIgnored(root, path) ? 'unknown' : content;
  };
}

/** Compiles a spec with the environment variables of this process and the current day. Does not check the code of functions. */
export function compileFile({ path, read }: SpecFile): Compilation {
  return compileSpec(path, read, processContext());
}

/** Compiles a spec as compileFile does, and checks that its entry files exist and may export the handlers. */
export function compileWithCode({ path, read, readCode }: NamedSpec): Compilation {
  return compileSpec(path, read, { ...processContext(), readCode });
}

/** Compiles a spec as compileWithCode does, and checks the code of the working tree as the bundler reads it. */
export async function compileAndCheck(spec: NamedSpec, root: string): Promise<Compilation> {
  const compilation = compileWithCode(spec);
  const { graph, resolved, ...rest } = compilation;
  if (graph === undefined || resolved === undefined || !spec.isInWorkingTree) return compilation;
  // Loaded on demand, because `validate` does not use the bundler.
  const { checkFunctions } = await import('../../compile/bundle/function-code');
  const found = await checkFunctions(graph, root, resolved.spec);
  return found.length === 0 ? compilation : { ...rest, diagnostics: sortDiagnostics([...rest.diagnostics, ...found]) };
}
