// `--format sarif`: SARIF 2.1.0, which code scanning services read.

import { createHash } from 'node:crypto';
import type { CatalogueEntry } from '../../diagnostics/definition';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { formatWaiverDays } from '../../graph/waiver';
import { positionAt, type Span } from '../../source/source';
import type { Report } from './report';

/** Renders a report as SARIF 2.1.0; all rules of the catalogue are listed, with their explanations. */
export function renderSarif({ version, catalogue, diagnostics, waived }: Report): string {
  const indexOf = new Map(catalogue.map(({ code }, index) => [code as string, index]));
  const resultWithIndex = (diagnostic: Diagnostic) => resultOf(diagnostic, indexOf.get(diagnostic.code) ?? -1);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'payment-spec', semanticVersion: version, rules: catalogue.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...diagnostics.map(resultWithIndex),
          ...waived.map(({ diagnostic, waiver }) => ({
            ...resultWithIndex(diagnostic),
            suppressions: [{ kind: 'inSource', justification: `${formatWaiverDays(waiver)}: ${waiver.reason}` }],
          })),
        ],
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

function ruleOf({ code, slug, severity, summary, explanation }: CatalogueEntry): object {
  return {
    id: code,
    name: slug,
    shortDescription: { text: summary },
    help: { text: explanation.join(' ') },
    defaultConfiguration: { level: severity },
  };
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number): object {
  const { code, severity, message, help, span, related = [] } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: help === undefined ? message : `${message}\nhelp: ${help}` },
    locations: [locationOf(span)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other) => ({ ...locationOf(other.span), message: { text: other.message } })),
        }),
    partialFingerprints: { 'paymentSpec/v1': fingerprintOf(diagnostic) },
  };
}

function locationOf({ source, start, end }: Span): object {
  const [from, to] = [positionAt(source, start), positionAt(source, end)];
  return {
    physicalLocation: {
      artifactLocation: { uri: source.path.split('/').map(encodeURIComponent).join('/') },
      region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
    },
  };
}

/** A fingerprint that identifies a finding even after lines are added above it. */
function fingerprintOf({ code, message, span }: Diagnostic): string {
  return createHash('sha256').update([code, span.source.path, message].join('\0')).digest('hex');
}
