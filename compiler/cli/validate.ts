// `validate`: whether specs compile.

import { posix } from 'node:path';
import type { Compilation } from '../compile';
import { sortDiagnostics } from '../diagnostics/diagnostic';
import { renderDiagnostics } from '../diagnostics/render';
import { listSpecs, SPEC_FOLDER } from '../files';
import { EXIT } from './exit-code';
import { compileFile, openSpec, projectPath } from './spec-file';

/** Checks files, or all specs of the project; prints what is wrong, and what is right; gives the exit code. */
export function runValidate(files: readonly string[], root: string): number {
  const named = files.length > 0 ? files.map((file) => projectPath(root, file)) : listSpecs(root);
  if (named.length === 0) {
    console.error(`there are no specs in ${SPEC_FOLDER}/`);
    return EXIT.invalid;
  }
  const compilations = validateAll(named, root);
  const diagnostics = sortDiagnostics([...compilations.values()].flatMap((compilation) => compilation.diagnostics));
  if (diagnostics.length > 0) console.error(renderDiagnostics(diagnostics));
  for (const [path, { graph }] of compilations) {
    if (graph !== undefined) console.log(`${path}: valid, ${graph.resources.length} resources`);
  }
  return [...compilations.values()].every(({ graph }) => graph !== undefined) ? EXIT.ok : EXIT.invalid;
}

/** The compilation of each spec. One that others extend is no environment by itself: those others are checked for it. */
function validateAll(paths: readonly string[], root: string): ReadonlyMap<string, Compilation> {
  const compiled = new Map<string, Compilation>();
  const compile = (path: string): Compilation => {
    const compilation = compiled.get(path) ?? compileFile(openSpec(root, path));
    compiled.set(path, compilation);
    return compilation;
  };
  const checked = paths.flatMap((path) => {
    if (compile(path).graph !== undefined) return [path];
    const others = listSpecs(root).filter((other) => other !== path && posix.dirname(other) === posix.dirname(path));
    const extending = others.filter((other) => compile(other).sources.some((source) => source.path === path));
    return extending.length > 0 ? extending : [path];
  });
  return new Map([...new Set(checked)].sort().map((path) => [path, compile(path)]));
}
