// `plan`: lists the resources of a spec, or its values.

import { renderResolvedSpec, resolvedValuesOf } from '../values/resolved-spec';
import { EXIT } from './exit-code';
import { refuse } from './refuse';
import { compileFile, openSpec } from './spec-file';
import { printFindings } from './terminal';
import { planJson, renderPlan, resolvedJson } from './views/plan';

/** Options of `plan`. */
export interface PlanOptions {
  readonly root: string;
  /** Whether to print the inputs of each resource. */
  readonly details?: true;
  /** Whether to print the values of the spec instead of its resources. */
  readonly resolved?: true;
  readonly json?: true;
}

/** Prints the resources of a spec, or its values. Returns the exit code. */
export function runPlan(name: string, { root, details, resolved, json }: PlanOptions): number {
  const spec = openSpec(root, name);
  const compilation = compileFile(spec);
  if (compilation.graph === undefined || compilation.resolved === undefined)
    return refuse([{ path: spec.path, ...compilation }], json);
  printFindings(name, compilation);
  const print = (value: object) => console.log(JSON.stringify(value, undefined, 2));
  if (resolved) {
    const values = resolvedValuesOf(compilation.resolved.spec, compilation.resolved.environment);
    if (json) print(resolvedJson(spec.path, values));
    else console.log(renderResolvedSpec(spec.path, values));
  } else if (json) print(planJson(spec.path, compilation.graph));
  else console.log(renderPlan(spec.path, compilation.graph, details === true));
  return EXIT.ok;
}
