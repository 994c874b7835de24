// Renders a report in one of the formats.

import type { Style } from '../../diagnostics/style';
import { renderGithub } from './github';
import { renderHuman } from './human';
import { renderJson } from './json';
import { renderJunit } from './junit';
import type { Format } from './names';
import type { Report } from './report';
import { renderSarif } from './sarif';

export type { Format };

const RENDERERS: Readonly<Record<Format, (report: Report, style: Style) => string>> = {
  human: renderHuman,
  json: renderJson,
  sarif: renderSarif,
  github: renderGithub,
  junit: renderJunit,
};

/** Renders a report in a format. */
export function renderReport(report: Report, format: Format, style: Style): string {
  return RENDERERS[format](report, style);
}
