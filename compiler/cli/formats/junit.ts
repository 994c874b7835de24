// `--format junit`: XML that CI servers read; each diagnostic is a failed test.

import type { Diagnostic } from '../../diagnostics/diagnostic';
import { renderDiagnostic } from '../../diagnostics/render';
import { escapeMarkup } from '../../picture/escape';
import { formatPlace } from '../../source/source';
import type { Report } from './report';

/** Renders a report as JUnit XML: a suite for each file, and a case for each diagnostic and each valid spec. */
export function renderJunit({ specs, diagnostics }: Report): string {
  const valid = specs.filter(({ resources }) => resources !== undefined).map(({ path }) => path);
  const files = [...new Set([...valid, ...diagnostics.map(({ span }) => span.source.path)])];
  const failures = diagnostics.filter(({ severity }) => severity === 'error').length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="payment-spec" tests="${diagnostics.length + valid.length}" failures="${failures}">`,
    ...files.flatMap((file) =>
      renderSuite(
        file,
        valid.includes(file),
        diagnostics.filter(({ span }) => span.source.path === file),
      ),
    ),
    '</testsuites>',
  ].join('\n');
}

function renderSuite(file: string, valid: boolean, diagnostics: readonly Diagnostic[]): string[] {
  const failures = diagnostics.filter(({ severity }) => severity === 'error').length;
  const tests = diagnostics.length + (valid ? 1 : 0);
  return [
    `  <testsuite name="${escapeXml(file)}" tests="${tests}" failures="${failures}" errors="0" skipped="0">`,
    ...(valid ? [`    <testcase classname="${escapeXml(file)}" name="compiles"/>`] : []),
    ...diagnostics.flatMap((diagnostic) => renderCase(file, diagnostic)),
    '  </testsuite>',
  ];
}

function renderCase(file: string, diagnostic: Diagnostic): string[] {
  const { code, slug, severity, message, span } = diagnostic;
  const text = escapeXml(renderDiagnostic(diagnostic));
  const body =
    severity === 'error'
      ? `<failure type="${code}" message="${escapeXml(message)}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return [
    `    <testcase classname="${escapeXml(file)}" name="${escapeXml(`${code} ${slug} at ${formatPlace(span)}`)}">`,
    `      ${body}`,
    '    </testcase>',
  ];
}

/** Escapes any text for XML 1.0, which rejects most control characters and lone surrogates even as entities. */
function escapeXml(text: string): string {
  return escapeMarkup(text.replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\uFFFD'));
}
