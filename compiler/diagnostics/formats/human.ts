// `--format human`: what is wrong, with its line, then what is right.

import { renderDiagnostics } from '../render';
import type { Style } from '../style';
import type { Report } from './report';

/** Renders a report for people. */
export function renderHuman({ specs, diagnostics }: Report, style: Style): string {
  const valid = specs.flatMap(({ path, resources }) =>
    resources === undefined ? [] : [`${path}: valid, ${resources} resources`],
  );
  return [...(diagnostics.length > 0 ? [renderDiagnostics(diagnostics, style)] : []), ...valid].join('\n');
}
