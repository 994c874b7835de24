// Renders the dashboard of a spec as an HTML page.

import { renderDashboardPage } from '../../../backends/dashboard/page';
import type { Run } from '../../command/parts';
import { EXIT } from '../../exit-code';
import { compileFile, openSpec } from '../../specs/spec-file';
import type { DashboardArguments } from './arguments';

/** Renders the page. */
export const run: Run<DashboardArguments, string> = ({ spec: name }, { root, note }) => {
  const spec = openSpec(root, name);
  const { diagnostics, graph } = compileFile(spec);
  note({ name, graph, diagnostics });
  if (graph === undefined) return { exitCode: EXIT.invalid };
  const page = renderDashboardPage(graph);
  if (page !== undefined) return { result: page };
  return { exitCode: EXIT.invalid, reason: `${spec.path} has no dashboard: monitoring.dashboard is false` };
};
