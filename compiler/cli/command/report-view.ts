// Renders a report on specs in each format of `validate` and `check-promotion`.

import { CATALOGUE } from '../../compile/catalogue';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { readVersion } from '../../host/program';
import type { Span } from '../../source/source';
import { type Format, renderReport } from '../formats/formats';
import type { Report } from '../formats/report';
import { pathInRepository } from '../specs/project';
import type { Renderer, View } from './parts';

/** The result of a command that reports on specs. */
export interface SpecReport extends Omit<Report, 'version' | 'catalogue'> {
  /** The folder of the project. */
  readonly root: string;
}

/** Renders the report. Paths are relative to the repository in formats whose readers resolve them from there. */
export const reportView: View<SpecReport, Format> = {
  human: render('human'),
  json: render('json'),
  sarif: render('sarif', inRepository),
  github: render('github', inRepository),
  junit: render('junit'),
};

function render(format: Format, adapt = (report: SpecReport): SpecReport => report): Renderer<SpecReport> {
  return (report, style) =>
    renderReport({ ...adapt(report), version: readVersion(), catalogue: CATALOGUE }, format, style);
}

function inRepository({ root, ...report }: SpecReport): SpecReport {
  const pathOf = pathInRepository(root);
  const place = (span: Span): Span => ({ ...span, source: { ...span.source, path: pathOf(span.source.path) } });
  const diagnosticOf = (diagnostic: Diagnostic): Diagnostic => ({
    ...diagnostic,
    span: place(diagnostic.span),
    ...(diagnostic.related && { related: diagnostic.related.map((one) => ({ ...one, span: place(one.span) })) }),
  });
  return {
    root,
    specs: report.specs.map((spec) => ({ ...spec, path: pathOf(spec.path) })),
    diagnostics: report.diagnostics.map(diagnosticOf),
    waived: report.waived.map((one) => ({ ...one, diagnostic: diagnosticOf(one.diagnostic) })),
  };
}
