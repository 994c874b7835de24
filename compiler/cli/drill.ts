// `drill`: tries each alarm of a spec on values that must and must not fire it, and without data.

import { allAlarms } from '../alarms/all-alarms';
import { drillAll } from '../alarms/drill';
import { EXIT } from './exit-code';
import { refuse } from './refuse';
import { compileFile, openSpec } from './spec-file';
import { printFindings } from './terminal';
import { drillJson, passes, renderDrill } from './views/drill';

/** Options of `drill`. */
export interface DrillOptions {
  readonly root: string;
  readonly json?: true;
}

/** Tries all alarms of a spec. Returns the exit code: 1 if an alarm fails or has no drill. */
export function runDrill(name: string, { root, json }: DrillOptions): number {
  const spec = openSpec(root, name);
  const { graph, diagnostics, resolved } = compileFile(spec);
  if (resolved === undefined) return refuse([{ path: spec.path, diagnostics }], json);
  printFindings(name, { graph, diagnostics });
  const results = drillAll(allAlarms(resolved.environment));
  if (json) console.log(JSON.stringify(drillJson(spec.path, results), undefined, 2));
  else console.log(renderDrill(spec.path, results));
  return [...results.values()].every(passes) ? EXIT.ok : EXIT.invalid;
}
