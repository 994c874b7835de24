// `--format github`: workflow commands, which GitHub Actions turns into annotations of a pull request.

import type { Diagnostic } from '../../diagnostics/diagnostic';
import { countDiagnostics } from '../../diagnostics/render';
import { positionAt } from '../../source/source';
import type { Report } from './report';

/** Renders a report as workflow commands, one per line. GitHub shows the first 10 of a step; the log contains all. */
export function renderGithub({ specs, diagnostics }: Report): string {
  const summary = diagnostics.length > 0 ? countDiagnostics(diagnostics) : `${specs.length} specs, no mistakes`;
  return [...diagnostics.map(renderCommand), summary].join('\n');
}

function renderCommand({ severity, code, slug, message, span, help, related = [] }: Diagnostic): string {
  const { line, column } = positionAt(span.source, span.start);
  const end = positionAt(span.source, span.end);
  // GitHub supports columns only within one line.
  const columns = end.line === line ? { col: column, endColumn: Math.max(column, end.column - 1) } : { col: column };
  const properties = { file: span.source.path, line, endLine: end.line, ...columns, title: `${code} ${slug}` };
  const text = [
    message,
    ...related.map((other) => {
      const place = positionAt(other.span.source, other.span.start);
      return `${other.span.source.path}:${place.line}: ${other.message}`;
    }),
    ...(help === undefined ? [] : [`help: ${help}`]),
  ].join('\n');
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${severity} ${listed.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
