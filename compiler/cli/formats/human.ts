// `--format human`: the findings with their source lines, then the valid specs.

import { printable } from '../../diagnostics/printable';
import { renderDiagnostics } from '../../diagnostics/render';
import type { Style } from '../../diagnostics/style';
import { formatWaiverDays } from '../../graph/waiver';
import { formatPlace } from '../../source/source';
import type { Report, Waived } from './report';

/** Renders a report for people. */
export function renderHuman({ specs, diagnostics, waived }: Report, style: Style): string {
  const valid = specs.flatMap(({ path, resources }) =>
    resources === undefined ? [] : [`${path}: valid, ${resources} resources`],
  );
  return [
    ...(diagnostics.length > 0 ? [renderDiagnostics(diagnostics, style)] : []),
    ...waived.map(renderWaived),
    ...valid,
  ].join('\n');
}

function renderWaived({ diagnostic: { code, slug, span }, waiver }: Waived): string {
  return printable(`${formatPlace(span)}: waived ${formatWaiverDays(waiver)}: ${code} ${slug}: ${waiver.reason}`);
}
