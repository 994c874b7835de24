// `diff`: what differs between two specs, and what deploying one over the other would do.

import { compareGraphs } from '../backends/plan/difference';
import type { Compilation } from '../compile';
import { compareSpecs } from '../values/difference';
import { EXIT } from './exit-code';
import { atRevision } from './git';
import { refuse } from './refuse';
import { compileFile, openSpec, projectPath, STANDARD_INPUT } from './spec-file';
import { UsageError } from './usage-error';
import { type Comparison, comparisonJson, renderComparison } from './views/diff';
import { renderComparisonMarkdown } from './views/diff-markdown';

/** What `diff` is asked for. */
export interface DiffOptions {
  readonly root: string;
  /** Revisions of git; absent: HEAD, and the file as it is. */
  readonly from?: string;
  readonly to?: string;
  /** Whether the exit code says what differs. */
  readonly exitCode?: true;
  readonly json?: true;
  readonly markdown?: true;
}

/** Prints what differs; gives the exit code. */
export function runDiff(spec: string, other: string | undefined, options: DiffOptions): number {
  const names = other === undefined ? revisionsOf(spec, options) : specsOf(spec, other, options);
  const [before, after] = names.map((name) => {
    const file = openSpec(options.root, name);
    return { path: file.path, ...compileFile(file) };
  }) as [Side, Side];
  // A warning is no difference: `validate` and `plan` print it.
  if (before.graph === undefined || after.graph === undefined || !before.resolved || !after.resolved) {
    const sides = [before, after].map((side) => (side.graph === undefined ? side : { ...side, diagnostics: [] }));
    return refuse(sides, options.json);
  }

  const comparison: Comparison = {
    before: before.path,
    after: after.path,
    values: compareSpecs(before.resolved.spec, after.resolved.spec),
    ...compareGraphs(before.graph, after.graph),
    allowReplacement: after.graph.safety.allowReplacement,
  };
  if (options.json) console.log(JSON.stringify(comparisonJson(comparison), undefined, 2));
  else console.log(options.markdown ? renderComparisonMarkdown(comparison) : renderComparison(comparison));
  return options.exitCode ? exitCodeOf(comparison) : EXIT.ok;
}

type Side = Compilation & { readonly path: string };

function specsOf(spec: string, other: string, { from, to }: DiffOptions): [string, string] {
  if (from !== undefined || to !== undefined)
    throw new UsageError('--from and --to compare revisions of one spec: name one, or write REVISION:FILE twice');
  if (spec === STANDARD_INPUT && other === STANDARD_INPUT)
    throw new UsageError('standard input is one spec: name a file as the other');
  return [spec, other];
}

function revisionsOf(spec: string, { root, from = 'HEAD', to }: DiffOptions): [string, string] {
  if (spec === STANDARD_INPUT) throw new UsageError('standard input has no revisions: name a second spec');
  const path = projectPath(root, spec);
  return [atRevision(root, from, path), to === undefined ? path : atRevision(root, to, path)];
}

function exitCodeOf({ values, resources, settings }: Comparison): number {
  if (resources.some(({ impact }) => impact === 'data loss')) return EXIT.dataLoss;
  return values.length + resources.length + settings.length > 0 ? EXIT.different : EXIT.ok;
}
