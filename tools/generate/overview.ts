// Generates the overview of pr1234 for the README.

import { compileSpec } from '../../compiler/compile/compile';
import { renderDiagnostics } from '../../compiler/diagnostics/render';
import { readFrom } from '../../compiler/host/files';
import { drawOverview } from '../../compiler/picture/overview';
import { renderPicture } from '../../compiler/picture/svg';

const SPEC = 'spec/pr1234.yaml';

/** The SVG of the overview, with links relative to docs/. */
export async function generateOverview(root: string): Promise<string> {
  const { resolved, diagnostics } = compileSpec(SPEC, readFrom(root), { variables: {}, today: '2026-11-30' });
  if (resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
  const hrefOf = (place: string) => `../${place.replace(/:(\d+):\d+$/, '#L$1')}`;
  return `${renderPicture(drawOverview(resolved, SPEC), { hrefOf })}\n`;
}
