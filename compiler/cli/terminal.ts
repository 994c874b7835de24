// Prints diagnostics and styles text for a stream.

import type { Compilation } from '../compile';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { countDiagnostics, renderDiagnostics } from '../diagnostics/render';
import { type Style, styleFor } from '../diagnostics/style';

/** The style that suits standard output or standard error. */
export function styleOf(stream: NodeJS.WriteStream): Style {
  return styleFor(stream, process.env);
}

/** Prints diagnostics on standard error, if there are any, each with its lines of the spec. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) console.error(renderDiagnostics(diagnostics, styleOf(process.stderr)));
}

/**
 * Prints the diagnostics of a spec on standard error: in full where the spec is not valid, else as one line that counts them.
 * `name` is the spec as the user named it.
 */
export function printFindings(name: string, { graph, diagnostics }: Pick<Compilation, 'graph' | 'diagnostics'>): void {
  if (graph === undefined) printDiagnostics(diagnostics);
  else if (diagnostics.length > 0) console.error(renderCount(name, diagnostics));
}

function renderCount(name: string, diagnostics: readonly Diagnostic[]): string {
  const shown = /^[\w./:@-]+$/.test(name) ? name : `'${name}'`;
  const count = styleOf(process.stderr).paint('warning', countDiagnostics(diagnostics));
  return `${count}; run \`payment-spec validate ${shown}\` to see ${diagnostics.length === 1 ? 'it' : 'them'}`;
}
