// Checks that specs compile.

import { posix } from 'node:path';
import type { Compilation } from '../../../compile/compile';
import { type CompiledEnvironment, checkEnvironments } from '../../../compile/rules/environments';
import { type WaivedDiagnostic, WaiverSet } from '../../../compile/rules/waivers/waivers';
import { diagnoseRefusals } from '../../../compile/transition/report';
import { planTransition } from '../../../compile/transition/transition';
import { hasErrors, sortDiagnostics } from '../../../diagnostics/diagnostic';
import { listSpecs, SPEC_FOLDER } from '../../../host/files';
import { processContext } from '../../../host/process-context';
import { formatPlace } from '../../../source/source';
import type { Run } from '../../command/parts';
import type { SpecReport } from '../../command/report-view';
import { UsageError } from '../../errors/usage-error';
import { EXIT } from '../../exit-code';
import { compileWithCode, type NamedSpec, openSpec } from '../../specs/spec-file';
import { STANDARD_INPUT } from '../../specs/spec-reference';
import type { ValidateArguments } from './arguments';
import { openDeployed } from './deployed';

/** Checks the named specs, or all of the project. */
export const run: Run<ValidateArguments, SpecReport> = (parsed, { root }) => {
  const { against } = parsed;
  if (against !== undefined && (parsed.specs.length !== 1 || parsed.specs[0] === STANDARD_INPUT))
    throw new UsageError('--against compares one spec with a deployed stack; name one spec');
  const named = parsed.specs.length > 0 ? parsed.specs : listSpecs(root);
  if (named.length === 0) return { exitCode: EXIT.invalid, reason: `${SPEC_FOLDER}/ does not contain specs` };
  const valid = compareEnvironments(
    validateAll(
      named.map((name) => openSpec(root, name)),
      root,
    ),
    { root, today: processContext().today },
  );
  const compilations = against === undefined ? valid : refuseDeployments(valid, root, against);
  const specs = [...compilations].map(([path, { graph }]) => ({
    path,
    ...(graph === undefined ? {} : { resources: graph.resources.length }),
  }));
  const diagnostics = sortDiagnostics([...compilations.values()].flatMap((compilation) => compilation.diagnostics));
  const waived = uniqueByPlace([...compilations.values()].flatMap((compilation) => compilation.waived));
  const isValid = [...compilations.values()].every(({ graph }) => graph !== undefined);
  return { result: { root, specs, diagnostics, waived }, exitCode: isValid ? EXIT.ok : EXIT.invalid };
};

/** Adds the refusals of a deployment over the deployed stack. A refused spec does not have a graph. */
function refuseDeployments(
  compilations: ReadonlyMap<string, Compilation>,
  root: string,
  against: string,
): ReadonlyMap<string, Compilation> {
  const refuse = (path: string, compilation: Compilation): Compilation => {
    const { graph, resolved, ...rest } = compilation;
    if (graph === undefined || resolved === undefined) return compilation;
    const { refusals } = planTransition(graph, openDeployed(root, path, against));
    if (refusals.length === 0) return compilation;
    return { ...rest, diagnostics: [...rest.diagnostics, ...diagnoseRefusals(refusals, resolved.spec)] };
  };
  return new Map([...compilations].map(([path, compilation]) => [path, refuse(path, compilation)]));
}

/** Adds the collisions between the environments of the project. A spec with an error does not have a graph. */
function compareEnvironments(
  compilations: ReadonlyMap<string, Compilation>,
  { root, today }: { readonly root: string; readonly today: string },
): ReadonlyMap<string, Compilation> {
  const files = new Set(listSpecs(root));
  const environments = [...compilations].flatMap(([path, { graph, resolved }]): CompiledEnvironment[] =>
    graph === undefined || resolved === undefined || !files.has(path) ? [] : [{ path, graph, ...resolved }],
  );
  const found = checkEnvironments(environments);
  const add = (path: string, compilation: Compilation): Compilation => {
    const { graph, resolved, ...rest } = compilation;
    if (resolved === undefined) return compilation;
    const { environment, spec: root } = resolved;
    const waivers = WaiverSet.on(today, { environment, root });
    const diagnostics = waivers.apply(found.get(path) ?? []);
    return {
      ...rest,
      resolved,
      ...(graph === undefined || hasErrors(diagnostics) ? {} : { graph }),
      diagnostics: [...compilation.diagnostics, ...diagnostics],
      waived: [...compilation.waived, ...waivers.waived],
    };
  };
  return new Map([...compilations].map(([path, compilation]) => [path, add(path, compilation)]));
}

/** The waived diagnostics without duplicates. A file that several specs extend waives a diagnostic in each of them. */
function uniqueByPlace(waived: readonly WaivedDiagnostic[]): WaivedDiagnostic[] {
  const key = ({ diagnostic: { span, code, message } }: WaivedDiagnostic) => `${formatPlace(span)} ${code} ${message}`;
  return [...new Map(waived.map((one) => [key(one), one])).values()];
}

/** Compiles each spec. A spec that others extend is not an environment, and is checked as a part of the specs that extend it. */
function validateAll(specs: readonly NamedSpec[], root: string): ReadonlyMap<string, Compilation> {
  const compiled = new Map<string, Compilation>();
  const compile = (spec: NamedSpec): Compilation => {
    const compilation = compiled.get(spec.path) ?? compileWithCode(spec);
    compiled.set(spec.path, compilation);
    return compilation;
  };
  /** The specs of the folder that extend a spec, directly or through others. */
  const extending = ({ path }: NamedSpec): NamedSpec[] =>
    listSpecs(root)
      .filter((other) => other !== path && posix.dirname(other) === posix.dirname(path))
      .map((other) => openSpec(root, other))
      .filter((other) => compile(other).sources.some((source) => source.path === path));
  const isEnvironment = (spec: NamedSpec) => compile(spec).graph !== undefined || extending(spec).length === 0;
  const checked = specs.flatMap((spec) => {
    const environments = isEnvironment(spec) ? [] : extending(spec).filter(isEnvironment);
    return environments.length > 0 ? environments : [spec];
  });
  const paths = [...new Set(checked.map(({ path }) => path))].sort();
  return new Map(paths.flatMap((path) => [...compiled].filter(([known]) => known === path)));
}
