// Compiles a spec with other values of some fields, which shows the effect of an edit without changing a file.

import { type Edit, withValue } from '../source/edit';
import { writePlain } from '../source/plain-source';
import type { Plain, SpecMap } from '../source/spec-node';
import { type Compilation, type CompileContext, compileComposition } from './compile';

/** The path of a spec without a file. */
const PATH = 'spec.json';

/** The graph depends on the name of another file, such as a schema, and not on its content. */
const readTitle = (path: string) => JSON.stringify({ title: path });

/**
 * Compiles the plain values of a spec that is merged with the specs that it extends. Locations refer to no file of the project.
 * @param spec a map
 */
export function compilePlain(spec: Plain, context: CompileContext): Compilation {
  const value = writePlain(PATH, spec) as SpecMap;
  return compileComposition({ value, diagnostics: [], sources: [value.span.source] }, readTitle, context);
}

/** Compiles a spec after edits, in their order. */
export function compileEdited(spec: Plain, edits: readonly Edit[], context: CompileContext): Compilation {
  return compilePlain(
    edits.reduce((edited, { path, value }) => withValue(edited, path, value), spec),
    context,
  );
}
