// Renders diagnostics for people: the location, the message, the source line and the help.

import { formatPlace } from '../source/source';
import type { Diagnostic } from './diagnostic';
import { renderFrame } from './frame';
import { printable } from './printable';
import { PLAIN, type Style } from './style';

/** The maximum number of printed diagnostics: a file of random bytes can have one for each character. */
const PRINTED_LIMIT = 100;

/** The diagnostics whose span is a secret. */
const VALUES_OF_SECRETS: ReadonlySet<string> = new Set(['secret', 'secret-value']);

/** Renders diagnostics, followed by a line with their number. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], style: Style = PLAIN): string {
  const printed = diagnostics.slice(0, PRINTED_LIMIT).map((diagnostic) => `${renderDiagnostic(diagnostic, style)}\n`);
  const left = diagnostics.length - printed.length;
  return [...printed, ...(left > 0 ? [`and ${left} more\n`] : []), countDiagnostics(diagnostics)].join('\n');
}

/** Renders one diagnostic. */
export function renderDiagnostic(diagnostic: Diagnostic, style: Style = PLAIN): string {
  const { severity, code, slug, message, span, help, related = [] } = diagnostic;
  return [
    `${style.paint('place', printable(formatPlace(span)))}: ${style.paint(severity, `${severity} ${code}`)} ${slug}: ${printable(message)}`,
    ...renderFrame(span, style, VALUES_OF_SECRETS.has(slug)),
    ...related.flatMap((other) => [
      `  ${style.paint('place', printable(formatPlace(other.span)))}: ${printable(other.message)}`,
      ...renderFrame(other.span, style),
    ]),
    ...(help === undefined ? [] : [`  ${style.paint('help', 'help:')} ${printable(help)}`]),
  ].join('\n');
}

/** Counts diagnostics by severity: `2 errors, 1 warning`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const count = (number: number, noun: string) => (number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`]);
  return [...count(errors, 'error'), ...count(warnings, 'warning')].join(', ');
}
