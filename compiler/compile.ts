// The phases of the compiler, in order, from the path of a spec to the graph of its resources.

import type { Environment } from '../schema/environment.generated';
import { composeSpec, type ReadFile } from './compose/compose';
import { type Diagnostic, hasErrors, sortDiagnostics } from './diagnostics/diagnostic';
import type { ResourceGraph } from './graph/graph';
import { lowerEnvironment } from './lower/lower';
import { readBodySchema } from './resolve/body-schema';
import { type ProcessVariables, resolveEnvironment } from './resolve/resolve';
import { checkResources, checkRules } from './rules/rules';
import { applyWaivers, holdingWaivers, unusedWaivers, type WaivedDiagnostic } from './rules/waiver';
import type { Source } from './source/source';
import type { SpecMap } from './source/spec-node';
import { validateSchema } from './validate/schema';

/** The codes that a compilation reports; `check-promotion` reports ENV7xxx. */
const COMPILED = /^ENV[1-6]/;

/** The inputs of a compilation other than files. */
export interface CompileContext {
  /** The process variables that `{{ env.NAME }}` may read. */
  readonly variables: ProcessVariables;
  /** The date, as YYYY-MM-DD in UTC: decides which waivers have expired and which runtimes are deprecated. */
  readonly today: string;
}

/** The result of compiling a spec. */
export interface Compilation {
  /** The compiled system; absent if there is an error. */
  readonly graph?: ResourceGraph;
  /** Sorted by file and location. */
  readonly diagnostics: readonly Diagnostic[];
  /** The findings that the spec accepts in `waivers`, each with its waiver. */
  readonly waived: readonly WaivedDiagnostic[];
  /** The files that were read, the spec itself first. */
  readonly sources: readonly Source[];
  /** The spec merged with the specs that it extends, and the environment it resolves to; absent if there is an error. */
  readonly resolved?: { readonly spec: SpecMap; readonly environment: Environment };
}

/**
 * Compiles a spec.
 *
 * ```
 * compose   parse the spec and the specs that it extends; merge them           spec nodes with their locations
 * validate  against schema/environment.schema.json                            ENV31xx
 * resolve   defaults, names, {{ expressions }}                                Environment
 * rules     checks between fields                                             ENV30xx
 * read      the JSON Schema of a body that API Gateway validates              ENV3014
 * lower     each section to its resources, in the order of dependencies       ResourceGraph
 * rules     checks of the resources' names against AWS's limits               ENV30xx
 * ```
 *
 * Each phase reports all its errors; the next phase runs only if there are none.
 * The result depends on the arguments alone: no clock, no randomness, no locale.
 *
 * @param path the spec, relative to the project, with `/` between folders
 * @param read reads a file by its path relative to the project
 */
export function compileSpec(path: string, read: ReadFile, { variables, today }: CompileContext): Compilation {
  const { value: root, diagnostics, sources } = composeSpec(path, read);
  if (root === undefined) return failure(diagnostics, sources);

  const invalid = validateSchema(root);
  if (hasErrors(invalid)) return failure([...diagnostics, ...invalid], sources);

  const { value: environment, diagnostics: unresolved } = resolveEnvironment(root, variables);
  if (environment === undefined) return failure([...diagnostics, ...unresolved], sources);

  const waivers = holdingWaivers(environment.waivers, today);
  const { diagnostics: broken, waived } = applyWaivers(checkRules(environment, root, today), waivers);
  if (hasErrors(broken)) return failure([...diagnostics, ...unresolved, ...broken], sources);

  const body = readBodySchema(environment, root, read);
  const files = [...sources, ...body.sources];
  if (hasErrors(body.diagnostics))
    return failure([...diagnostics, ...unresolved, ...broken, ...body.diagnostics], files);

  const { value: graph, diagnostics: unlowered } = lowerEnvironment(environment, root, body.schema, waivers);
  const resources = graph === undefined ? [] : checkResources(graph, environment, root, today);
  const refused = applyWaivers(resources, waivers);
  const found = [...diagnostics, ...unresolved, ...broken, ...body.diagnostics, ...unlowered, ...refused.diagnostics];
  if (graph === undefined || hasErrors(refused.diagnostics)) return failure(found, files);
  const accepted = [...waived, ...refused.waived];
  return {
    graph,
    diagnostics: sortDiagnostics([...found, ...unusedWaivers(waivers, accepted, root, COMPILED)]),
    waived: accepted,
    sources: files,
    resolved: { spec: root, environment },
  };
}

function failure(diagnostics: readonly Diagnostic[], sources: readonly Source[]): Compilation {
  return { diagnostics: sortDiagnostics(diagnostics), waived: [], sources };
}
