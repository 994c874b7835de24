// Prints a report in the requested format.

import type { Diagnostic } from '../diagnostics/diagnostic';
import { type Format, renderReport } from '../diagnostics/formats/formats';
import type { Report } from '../diagnostics/formats/report';
import type { Span } from '../source/source';
import { readVersion } from '../version';
import { pathInRepository } from './project';
import { styleOf } from './terminal';

/** The formats whose readers resolve paths from the root of the repository. */
const OF_REPOSITORY: ReadonlySet<Format> = new Set(['github', 'sarif']);

/** Prints a report on standard output. Paths are relative to the repository in formats that need it. */
export function printReport(report: Omit<Report, 'version'>, format: Format, root: string): void {
  const placed = OF_REPOSITORY.has(format) ? inRepository(report, pathInRepository(root)) : report;
  console.log(renderReport({ ...placed, version: readVersion() }, format, styleOf(process.stdout)));
}

function inRepository(report: Omit<Report, 'version'>, pathOf: (path: string) => string): Omit<Report, 'version'> {
  const place = (span: Span): Span => ({ ...span, source: { ...span.source, path: pathOf(span.source.path) } });
  const diagnosticOf = (diagnostic: Diagnostic): Diagnostic => ({
    ...diagnostic,
    span: place(diagnostic.span),
    ...(diagnostic.related && { related: diagnostic.related.map((one) => ({ ...one, span: place(one.span) })) }),
  });
  return {
    specs: report.specs.map((spec) => ({ ...spec, path: pathOf(spec.path) })),
    diagnostics: report.diagnostics.map(diagnosticOf),
    waived: report.waived.map((one) => ({ ...one, diagnostic: diagnosticOf(one.diagnostic) })),
  };
}
