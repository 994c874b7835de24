// Compiles the project's specs for tests.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Compilation, type CompileContext, compileSpec } from '../compiler/compile/compile';
import { renderDiagnostics } from '../compiler/diagnostics/render';
import type { ResourceGraph } from '../compiler/graph/graph';
import { listSpecs, readFrom } from '../compiler/host/files';

/** The project's root. */
export const ROOT = join(__dirname, '..');

/** The project's environments: all specs except those that environments extend. */
export const ENVIRONMENTS = listSpecs(ROOT).filter((path) =>
  /^environment:/m.test(readFileSync(join(ROOT, path), 'utf8')),
);

/** A context without process variables, on a day before any waiver expires. */
export const SURROUNDINGS: CompileContext = { variables: {}, today: '2026-11-23' };

/** The last compilations, by input. More than half of the tests compile what a test before them has compiled. */
const compilations = new Map<string, Compilation>();

/** The number of compilations to keep. */
const KEPT = 32;

/** Compiles one of the project's specs, with replacement texts for some files. */
export function compileProject(path: string, instead: Readonly<Record<string, string>> = {}): Compilation {
  const input = JSON.stringify([path, instead]);
  const compilation = compilations.get(input) ?? compileWith(path, instead);
  // The least recently used one is first.
  compilations.delete(input);
  compilations.set(input, compilation);
  const [oldest] = compilations.keys();
  if (compilations.size > KEPT && oldest !== undefined) compilations.delete(oldest);
  return compilation;
}

function compileWith(path: string, instead: Readonly<Record<string, string>>): Compilation {
  const read = readFrom(ROOT);
  return compileSpec(path, (file, within) => instead[file] ?? read(file, within), SURROUNDINGS);
}

/** The graph of one of the project's specs. Throws the diagnostics of an invalid spec. */
export function graphOf(path: string, instead: Readonly<Record<string, string>> = {}): ResourceGraph {
  const { graph, diagnostics } = compileProject(path, instead);
  if (graph === undefined) throw new Error(renderDiagnostics(diagnostics));
  return graph;
}
