// Bundles the functions of a graph, and converts errors in their code to diagnostics.

import type { Diagnostic } from '../../diagnostics/diagnostic';
import { type ResourceGraph, resourcesOf } from '../../graph/graph';
import type { Inputs } from '../../graph/kind';
import { fieldAt, type PathStep, type SpecMap } from '../../source/spec-node';
import type { BundleRequest } from './bundle';
import { BundleError, HandlerError } from './bundle-error';
import { diagnose } from './diagnostics';
import { diagnoseMissingExport } from './entry-files';
import { checkCode } from './handler-check';

/** The request to bundle a function, from the inputs of its resource. */
function bundleRequestOf({ code, handler }: Inputs<'aws:lambda/function:Function'>): BundleRequest {
  const { $: _, ...request } = code;
  return { ...request, handler: String(handler).replace(/^index\./, '') };
}

/** Runs a task once for each distinct code and handler of a graph's functions. Returns its result by the name of the function's node. */
export async function forEachCode<Result>(
  graph: ResourceGraph,
  task: (request: BundleRequest) => Promise<Result>,
): Promise<ReadonlyMap<string, Result>> {
  const results = new Map<string, Promise<Result>>();
  const named = resourcesOf(graph, 'aws:lambda/function:Function').map(async ({ name, inputs }) => {
    const request = bundleRequestOf(inputs);
    const key = JSON.stringify(request);
    const result = results.get(key) ?? task(request);
    results.set(key, result);
    return [name, await result] as const;
  });
  return new Map(await Promise.all(named));
}

/** Checks the code of each function, without its packages. Errors: ENV3252 to ENV3254, at the function in the spec. */
export async function checkFunctions(graph: ResourceGraph, root: string, spec: SpecMap): Promise<Diagnostic[]> {
  const problems = await forEachCode(graph, async ({ entry, handler = '' }) => {
    try {
      await checkCode({ entry, handler }, root);
      return undefined;
    } catch (error) {
      if (error instanceof BundleError) return error;
      throw error;
    }
  });
  return resourcesOf(graph, 'aws:lambda/function:Function').flatMap(({ name, origin }) => {
    const problem = problems.get(name);
    return problem === undefined ? [] : diagnoseCode(problem, origin.steps, spec);
  });
}

function diagnoseCode(error: BundleError, part: readonly PathStep[], spec: SpecMap): Diagnostic[] {
  const at = (field: string) => fieldAt(spec, [...part, field]);
  if (!(error instanceof HandlerError))
    return error.mistakes.map((one) => diagnose('code-not-bundled', at('entry'), { error: one }));
  const { entry, handler, found } = error;
  return 'value' in found
    ? [diagnose('handler-not-a-function', at('handler'), { entry, handler, found: found.value })]
    : [diagnoseMissingExport(spec, part, { entry, handler, exports: found.exports })];
}
