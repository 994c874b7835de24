// Renders the comparison of two specs, or of each staged spec with HEAD.

import type { Renderer, View } from '../../command/parts';
import type { DiffFormat } from './arguments';
import type { Comparison, DiffResult } from './comparison';
import { comparisonJson } from './json';
import { renderComparisonMarkdown } from './markdown';
import { renderComparison } from './text';

/** The comparison by format. */
export const view: View<DiffResult, DiffFormat> = {
  text: renderWith(renderComparison),
  markdown: renderWith(renderComparisonMarkdown),
  json: (result) =>
    result.is === 'one'
      ? comparisonJson(result.comparison)
      : { schemaVersion: 1, specs: result.comparisons.map(comparisonJson) },
};

function renderWith(render: (comparison: Comparison) => string): Renderer<DiffResult> {
  return (result) => {
    if (result.is === 'one') return render(result.comparison);
    if (result.comparisons.length === 0) return 'no staged file changes an environment';
    return result.comparisons.map(render).join('\n\n');
  };
}
