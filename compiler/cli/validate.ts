// `validate`: checks that specs compile.

import { posix } from 'node:path';
import type { Compilation } from '../compile';
import { formatPlace, sortDiagnostics } from '../diagnostics/diagnostic';
import type { Format } from '../diagnostics/formats/formats';
import { listSpecs, SPEC_FOLDER } from '../files';
import type { WaivedDiagnostic } from '../rules/waiver';
import { diagnoseRefusals } from '../transition/refusal-diagnostics';
import { planTransition } from '../transition/transition';
import { openDeployed } from './against';
import { EXIT } from './exit-code';
import { printReport } from './report';
import { compileFile, openSpec, type SpecFile } from './spec-file';
import { STANDARD_INPUT } from './spec-reference';
import { UsageError } from './usage-error';

/** Options of `validate`. */
export interface ValidateOptions {
  readonly root: string;
  readonly format: Format;
  /** A stack export or a revision of git that the spec would be deployed over. */
  readonly against?: string;
}

/** Checks the named specs, or all of the project, and prints a report. Returns the exit code. */
export function runValidate(names: readonly string[], { root, format, against }: ValidateOptions): number {
  if (against !== undefined && (names.length !== 1 || names[0] === STANDARD_INPUT))
    throw new UsageError('--against compares one spec with a deployed stack; name one spec');
  const named = names.length > 0 ? names : listSpecs(root);
  if (named.length === 0) {
    console.error(`${SPEC_FOLDER}/ has no specs`);
    return EXIT.invalid;
  }
  const valid = validateAll(
    named.map((name) => openSpec(root, name)),
    root,
  );
  const compilations = against === undefined ? valid : refuseDeployments(valid, root, against);
  const specs = [...compilations].map(([path, { graph }]) => ({
    path,
    ...(graph === undefined ? {} : { resources: graph.resources.length }),
  }));
  const diagnostics = sortDiagnostics([...compilations.values()].flatMap((compilation) => compilation.diagnostics));
  const waived = uniqueByPlace([...compilations.values()].flatMap((compilation) => compilation.waived));
  printReport({ specs, diagnostics, waived }, format, root);
  return [...compilations.values()].every(({ graph }) => graph !== undefined) ? EXIT.ok : EXIT.invalid;
}

/** Adds the refusals of a deployment over the deployed stack; a refused spec has no graph. */
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

/** The waived diagnostics without repetitions: a file that several specs extend waives them in each. */
function uniqueByPlace(waived: readonly WaivedDiagnostic[]): WaivedDiagnostic[] {
  const key = ({ diagnostic: { span, code, message } }: WaivedDiagnostic) => `${formatPlace(span)} ${code} ${message}`;
  return [...new Map(waived.map((one) => [key(one), one])).values()];
}

/** Compiles each spec. A spec that others extend is not an environment itself; it is checked as a part of those. */
function validateAll(specs: readonly SpecFile[], root: string): ReadonlyMap<string, Compilation> {
  const compiled = new Map<string, Compilation>();
  const compile = (spec: SpecFile): Compilation => {
    const compilation = compiled.get(spec.path) ?? compileFile(spec);
    compiled.set(spec.path, compilation);
    return compilation;
  };
  const checked = specs.flatMap((spec) => {
    if (compile(spec).graph !== undefined) return [spec];
    const { path } = spec;
    const others = listSpecs(root).filter((other) => other !== path && posix.dirname(other) === posix.dirname(path));
    const extending = others
      .map((other) => openSpec(root, other))
      .filter((other) => compile(other).sources.some((source) => source.path === path));
    return extending.length > 0 ? extending : [spec];
  });
  const paths = [...new Set(checked.map(({ path }) => path))].sort();
  return new Map(paths.flatMap((path) => [...compiled].filter(([known]) => known === path)));
}
