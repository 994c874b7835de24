// `--format human`: the findings with their source lines, then the valid specs.

import { formatPlace } from '../../source/source';
import { formatWaiverDays } from '../../text/waiver-days';
import { printable } from '../printable';
import { renderDiagnostics } from '../render';
import type { Style } from '../style';
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
