// Prints diagnostics on standard error.

import type { Diagnostic } from '../../diagnostics/diagnostic';
import { countDiagnostics, renderDiagnostics } from '../../diagnostics/render';
import type { Findings } from '../command/parts';
import { styleOf } from './style';

/** Prints diagnostics, if there are any, each with its lines of the spec. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) console.error(renderDiagnostics(diagnostics, styleOf(process.stderr)));
}

/** Prints the diagnostics of a spec: in full for an invalid spec, otherwise as one line with their number. */
export function printFindings({ name, graph, diagnostics }: Findings): void {
  if (graph === undefined) printDiagnostics(diagnostics);
  else if (diagnostics.length > 0) console.error(renderCount(name, diagnostics));
}

function renderCount(name: string, diagnostics: readonly Diagnostic[]): string {
  const shown = /^[\w./:@-]+$/.test(name) ? name : `'${name}'`;
  const count = styleOf(process.stderr).paint('warning', countDiagnostics(diagnostics));
  return `${count}; run \`payment-spec validate ${shown}\` to see ${diagnostics.length === 1 ? 'it' : 'them'}`;
}
