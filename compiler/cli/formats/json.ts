// `--format json`: one value, for programs.

import type { Diagnostic } from '../../diagnostics/diagnostic';
import { positionAt, type Span } from '../../source/source';
import type { Report } from './report';

/** Renders a report as JSON. Lines and columns begin at 1. Columns count UTF-16 code units. The end is exclusive. */
export function renderJson({ specs, diagnostics, waived }: Omit<Report, 'catalogue'>): string {
  const value = {
    schemaVersion: 1,
    valid: specs.every(({ resources }) => resources !== undefined),
    specs: specs.map(({ path, resources }) => ({ path, valid: resources !== undefined, resources })),
    diagnostics: diagnostics.map(diagnosticJson),
    waived: waived.map(({ diagnostic, waiver: { name, reason, expires, reviewBy } }) => ({
      ...diagnosticJson(diagnostic),
      waiver: { name, reason, expires, reviewBy },
    })),
  };
  return JSON.stringify(value, undefined, 2);
}

function diagnosticJson({ code, slug, severity, message, path, span, help, related = [] }: Diagnostic): object {
  return {
    code,
    slug,
    severity,
    message,
    help,
    path,
    ...placeJson(span),
    related: related.map((other) => ({ message: other.message, ...placeJson(other.span) })),
  };
}

function placeJson(span: Span): object {
  const { line, column } = positionAt(span.source, span.start);
  const end = positionAt(span.source, span.end);
  return { file: span.source.path, line, column, endLine: end.line, endColumn: end.column };
}
