// Determines the exit code of `diff` from its options and its findings.

import { type ChangeClass, wordOf } from '../changes/change-class';
import { EXIT } from './exit-code';
import type { Revisions } from './spec-pair';
import { type Comparison, classesOf, isDifferent } from './views/comparison';

/** Options of `diff`. */
export interface DiffOptions extends Revisions {
  /** Whether the specs that are staged for the next commit are compared with HEAD. */
  readonly staged?: true;
  /** Whether the names and waivers of two different environments are also compared. */
  readonly names?: true;
  /** The classes of change that the exit code refuses. */
  readonly failOn?: readonly ChangeClass[];
  /** Whether the exit code reports a difference. */
  readonly exitCode?: true;
  readonly json?: true;
  readonly markdown?: true;
}

/** Determines the exit code. Prints the classes that `--fail-on` refuses on standard error. */
export function exitCodeOf(
  comparisons: readonly Comparison[],
  { failOn = [], exitCode }: Pick<DiffOptions, 'failOn' | 'exitCode'>,
): number {
  const found = new Set(comparisons.flatMap(classesOf));
  const refused = failOn.filter((changeClass) => found.has(changeClass));
  if (refused.length > 0) {
    console.error(`error: --fail-on refuses this change: ${refused.map(wordOf).join(', ')}`);
    return EXIT.refusedClass;
  }
  if (exitCode === undefined) return EXIT.ok;
  if (found.has('data loss')) return EXIT.dataLoss;
  return comparisons.some(isDifferent) ? EXIT.different : EXIT.ok;
}
