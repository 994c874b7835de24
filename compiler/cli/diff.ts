// `diff`: compares two specs and shows what a deployment of one over the other would do.

import { comparePair } from './compare';
import { type DiffOptions, exitCodeOf } from './diff-exit-code';
import { refuse } from './refuse';
import { pairOfRevisions, pairOfSpecs } from './spec-pair';
import { runStagedDiff } from './staged-diff';
import { UsageError } from './usage-error';
import { comparisonJson, renderComparison } from './views/diff';
import { renderComparisonMarkdown } from './views/diff-markdown';

/** Prints the differences. Returns the exit code. */
export function runDiff(spec: string | undefined, other: string | undefined, options: DiffOptions): number {
  if (options.staged) {
    if (spec !== undefined) throw new UsageError('--staged compares all staged specs; do not name one');
    return runStagedDiff(options);
  }
  if (spec === undefined) throw new UsageError("missing required argument 'spec': name a spec, or use --staged");
  const pair = other === undefined ? pairOfRevisions(spec, options) : pairOfSpecs(spec, other, options);
  const outcome = comparePair(pair, options);
  if ('refused' in outcome) return refuse(outcome.refused, options.json);
  const { comparison } = outcome;
  if (options.json) console.log(JSON.stringify(comparisonJson(comparison), undefined, 2));
  else console.log(options.markdown ? renderComparisonMarkdown(comparison) : renderComparison(comparison));
  return exitCodeOf([comparison], options);
}
