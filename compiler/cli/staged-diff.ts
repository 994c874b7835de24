// `diff --staged`: compares the staged specs with HEAD, for a git hook.

import { comparePair } from './compare';
import { type DiffOptions, exitCodeOf } from './diff-exit-code';
import { type Asked, refuse } from './refuse';
import { compileFile } from './spec-file';
import { type SpecPair, stagedPairs } from './spec-pair';
import { type Comparison, isDifferent } from './views/comparison';
import { comparisonJson, renderComparison } from './views/diff';
import { renderComparisonMarkdown } from './views/diff-markdown';

/** Prints the changes of each environment. Returns the exit code. */
export function runStagedDiff(options: DiffOptions): number {
  const pairs = stagedPairs(options.root);
  const compared = pairs.filter((pair) => !isShape(pair, pairs)).map((pair) => compareStaged(pair, options));
  const refused = compared.flatMap((outcome) => outcome.refused ?? []);
  if (refused.length > 0) return refuse(refused, options.json);
  const changed = compared.flatMap(({ comparison }) => (comparison && isDifferent(comparison) ? [comparison] : []));
  if (options.json) console.log(JSON.stringify({ schemaVersion: 1, specs: changed.map(comparisonJson) }, undefined, 2));
  else if (changed.length === 0) console.log('no staged file changes an environment');
  else console.log(changed.map(options.markdown ? renderComparisonMarkdown : renderComparison).join('\n\n'));
  return exitCodeOf(changed, options);
}

interface StagedOutcome {
  readonly comparison?: Comparison;
  readonly refused?: readonly Asked[];
}

/** A commit that repairs or removes a spec which is invalid at HEAD is accepted. */
function compareStaged(pair: SpecPair, options: DiffOptions): StagedOutcome {
  const outcome = comparePair(pair, options);
  if ('comparison' in outcome) return outcome;
  const refused = outcome.refused.filter(({ path, graph }) => graph === undefined && path === pair.after.path);
  if (refused.length > 0) return { refused };
  console.error(`${pair.before.path} is not valid and is not compared`);
  return {};
}

/** Whether a spec is only extended by others and is not an environment itself. */
function isShape(pair: SpecPair, pairs: readonly SpecPair[]): boolean {
  const side = pair.environment === 'removed' ? 'before' : 'after';
  const { path } = pair[side];
  if (compileFile(pair[side]).graph !== undefined) return false;
  return pairs.some(
    (other) => other !== pair && compileFile(other[side]).sources.some((source) => source.path === path),
  );
}
