// `dashboard`: prints the dashboard of a spec as an HTML page.

import { renderDashboardPage } from '../backends/dashboard/page';
import { EXIT } from './exit-code';
import { compileFile, openSpec } from './spec-file';
import { printFindings } from './terminal';

/** Prints the page. Returns the exit code. */
export function runDashboard(name: string, root: string): number {
  const spec = openSpec(root, name);
  const { diagnostics, graph } = compileFile(spec);
  printFindings(name, { graph, diagnostics });
  if (graph === undefined) return EXIT.invalid;
  const page = renderDashboardPage(graph);
  if (page === undefined) {
    console.error(`${spec.path} has no dashboard: monitoring.dashboard is false`);
    return EXIT.invalid;
  }
  console.log(page);
  return EXIT.ok;
}
