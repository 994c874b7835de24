// `compile`: what a spec compiles to, as JSON.

import { renderDiagnostics } from '../diagnostics/render';
import { EXIT } from './exit-code';
import { compileFile, projectPath } from './spec-file';

/** Prints the graph of a spec; gives the exit code. */
export function runCompile(file: string, root: string): number {
  const { graph, diagnostics } = compileFile(root, projectPath(root, file));
  if (diagnostics.length > 0) console.error(renderDiagnostics(diagnostics));
  if (graph === undefined) return EXIT.invalid;
  console.log(JSON.stringify(graph, undefined, 2));
  return EXIT.ok;
}
