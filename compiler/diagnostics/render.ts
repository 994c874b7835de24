// Diagnostics as people read them: the place, the message, and the line of the spec with a caret under it.

import { lineText, positionAt, type Span } from '../source/source';
import { type Diagnostic, formatPlace } from './diagnostic';

/** Renders diagnostics one below the other, with a line that counts them. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return [...diagnostics.map(renderDiagnostic), renderCount(diagnostics)].join('\n');
}

function renderDiagnostic(diagnostic: Diagnostic): string {
  const { severity, code, slug, message, span, help, related = [] } = diagnostic;
  return [
    `${formatPlace(span)}: ${severity} ${code} ${slug}: ${message}`,
    ...renderFrame(span),
    ...related.flatMap((other) => [`  ${formatPlace(other.span)}: ${other.message}`, ...renderFrame(other.span)]),
    ...(help === undefined ? [] : [`  help: ${help}`]),
    '',
  ].join('\n');
}

function renderFrame(span: Span): string[] {
  const { line, column } = positionAt(span.source, span.start);
  const text = lineText(span.source, line);
  if (text.trim() === '') return [];
  const gutter = ' '.repeat(String(line).length);
  const width = Math.max(1, Math.min(span.end - span.start, text.length - column + 1));
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return [`  ${line} | ${text}`, `  ${gutter} | ${indent}${'^'.repeat(width)}`];
}

function renderCount(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const count = (number: number, noun: string) => (number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`]);
  return [...count(errors, 'error'), ...count(warnings, 'warning')].join(', ');
}
