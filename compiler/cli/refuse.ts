// Prints the diagnostics of specs that a command cannot use.

import type { Compilation } from '../compile';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic';
import { renderJson } from '../diagnostics/formats/json';
import { readVersion } from '../version';
import { EXIT } from './exit-code';
import { printDiagnostics } from './terminal';

/** A spec that the user named, and the result of its compilation. */
export interface Asked {
  readonly path: string;
  /** Absent if the spec is not valid. */
  readonly graph?: Compilation['graph'];
  readonly diagnostics: readonly Diagnostic[];
}

/** Prints the diagnostics; with `json` on standard output, as `validate --json` does. Returns the exit code. */
export function refuse(specs: readonly Asked[], json: true | undefined): number {
  const diagnostics = sortDiagnostics(specs.flatMap((spec) => spec.diagnostics));
  if (json) {
    const reported = specs.map(({ path, graph }) => ({
      path,
      ...(graph === undefined ? {} : { resources: graph.resources.length }),
    }));
    console.log(renderJson({ version: readVersion(), specs: reported, diagnostics, waived: [] }));
  } else printDiagnostics(diagnostics);
  return EXIT.invalid;
}
