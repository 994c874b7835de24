// The phases of the compiler, in order, from the path of a spec to the graph of its resources.

import type { Environment } from '../../schema/environment.generated';
import { DiagnosticCollector } from '../diagnostics/collector';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { ResourceGraph } from '../graph/graph';
import type { ProcessVariables } from '../graph/value';
import { type Composition, composeSpec } from '../language/compose/compose';
import { type ExpandedEnvironment, expandEnvironment } from '../language/expand/expand';
import { resolveEnvironment } from '../language/resolve/resolve';
import { validateSchema } from '../language/validate/schema';
import type { ReadFile } from '../source/read-file';
import type { Source } from '../source/source';
import type { SpecMap } from '../source/spec-node';
import type { ReadCode } from './bundle/entry-files';
import { definitionOf } from './catalogue';
import { readFiles } from './files';
import { lowerEnvironment } from './lower/lower';
import { checkResources, checkRules } from './rules/check';
import { ruleContext } from './rules/rule';
import { checkWaivers } from './rules/waivers/check';
import { type WaivedDiagnostic, WaiverSet } from './rules/waivers/waivers';

/** The codes that a compilation reports; `check-promotion` reports ENV7xxx. */
const COMPILED = /^ENV[1-6]/;

/** The inputs of a compilation other than files. */
export interface CompileContext {
  /** The process variables that `{{ env.NAME }}` may read. */
  readonly variables: ProcessVariables;
  /** The date, as YYYY-MM-DD in UTC, which determines expired waivers and deprecated runtimes. */
  readonly today: string;
  /** Reads the code of functions; if absent, the code is not checked. */
  readonly readCode?: ReadCode;
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
  readonly resolved?: {
    readonly spec: SpecMap;
    readonly environment: Environment;
    readonly expanded: ExpandedEnvironment;
  };
}

/**
 * Compiles a spec.
 *
 * ```
 * compose   parse the spec and the specs that it extends; merge them           spec nodes with their locations
 * validate  against schema/environment.schema.json                            ENV31xx
 * resolve   defaults, names, {{ expressions }}                                Environment
 * files     the JSON Schema of bodies, the entry files of functions            ENV3014, ENV325x
 * expand    inheritance, and what is generated: alarms, preflights              ExpandedEnvironment
 * rules     checks between fields                                             ENV30xx to ENV34xx
 * lower     each section to its resources, in the order of dependencies       ResourceGraph
 * rules     checks of the resources against AWS's limits                      ENV30xx to ENV34xx
 * ```
 *
 * Each phase reports all its errors; the next phase runs only if there are none.
 * The result depends only on the arguments, and not on a clock, randomness or the locale.
 *
 * @param path the spec, relative to the project, with `/` between folders
 * @param read reads a file by its path relative to the project
 */
export function compileSpec(path: string, read: ReadFile, context: CompileContext): Compilation {
  return compileComposition(composeSpec(path, read), read, context);
}

/** Compiles a spec that is already merged with the specs that it extends. */
export function compileComposition(
  composed: Composition,
  read: ReadFile,
  { variables, today, readCode }: CompileContext,
): Compilation {
  const found = new DiagnosticCollector();
  const sources: Source[] = [...composed.sources];
  const end = (waived: readonly WaivedDiagnostic[] = []) => ({ diagnostics: found.sorted, waived, sources });

  const root = found.take(composed);
  if (root === undefined || !found.add(validateSchema(root))) return end();

  const environment = found.take(resolveEnvironment(root, variables));
  if (environment === undefined) return end();

  const referenced = readFiles(environment, root, { read, readCode });
  sources.push(...referenced.sources);
  const files = found.take(referenced);

  const expanded = expandEnvironment(environment);
  const context = ruleContext(expanded, root, today);
  const waivers = WaiverSet.on(today, { environment, root });
  const broken = waivers.apply([...checkRules(context), ...checkWaivers(environment, context, definitionOf)]);
  if (!found.add(broken) || files === undefined) return end();

  const { applying, diagnostics } = waivers.ofGraph();
  found.add(diagnostics);
  const graph = found.take(lowerEnvironment(expanded, root, files.bodySchema, applying));
  if (graph === undefined || !found.add(waivers.apply(checkResources(context, graph)))) return end();

  found.add(waivers.unused(COMPILED));
  return { graph, ...end(waivers.waived), resolved: { spec: root, environment, expanded } };
}
