// Prints the diagnostics of specs that a command cannot use.

import { sortDiagnostics } from '../../diagnostics/diagnostic';
import { readVersion } from '../../host/program';
import { renderJson } from '../formats/json';
import { printDiagnostics } from '../terminal/findings';
import type { CompiledSpec } from './parts';

/** Prints the diagnostics on standard error, or as `validate --json` does on standard output. */
export function printRefusal(specs: readonly CompiledSpec[], isJson: boolean): void {
  const diagnostics = sortDiagnostics(specs.flatMap((spec) => spec.diagnostics));
  if (!isJson) {
    printDiagnostics(diagnostics);
    return;
  }
  const reported = specs.map(({ path, graph }) => ({
    path,
    ...(graph === undefined ? {} : { resources: graph.resources.length }),
  }));
  console.log(renderJson({ version: readVersion(), specs: reported, diagnostics, waived: [] }));
}
