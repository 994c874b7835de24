// What commands print, in the look of the stream that it goes to.

import type { Diagnostic } from '../diagnostics/diagnostic';
import { renderDiagnostics } from '../diagnostics/render';
import { type Style, styleFor } from '../diagnostics/style';

/** How standard output or standard error looks. */
export function styleOf(stream: NodeJS.WriteStream): Style {
  return styleFor(stream, process.env);
}

/** Prints diagnostics on standard error, if there are any: what a command says beside what it was asked for. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) console.error(renderDiagnostics(diagnostics, styleOf(process.stderr)));
}
