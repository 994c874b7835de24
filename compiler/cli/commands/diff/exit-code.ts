// Determines the exit code of `diff` from its options and its findings.

import { wordOf } from '../../../diff/classes/change-class';
import type { Outcome } from '../../command/parts';
import { EXIT } from '../../exit-code';
import type { DiffArguments } from './arguments';
import { type Comparison, classesOf, isDifferent } from './comparison';

/** The exit code, with the classes that `--fail-on` refuses as its reason. */
export function endOf(
  comparisons: readonly Comparison[],
  { failOn = [], exitCode }: Pick<DiffArguments, 'failOn' | 'exitCode'>,
): Pick<Outcome<never>, 'exitCode' | 'reason'> {
  const found = new Set(comparisons.flatMap(classesOf));
  const refused = failOn.filter((changeClass) => found.has(changeClass));
  if (refused.length > 0) {
    const reason = `error: --fail-on refuses this change: ${refused.map(wordOf).join(', ')}`;
    return { exitCode: EXIT.refusedClass, reason };
  }
  if (exitCode === undefined) return {};
  if (found.has('data loss')) return { exitCode: EXIT.dataLoss };
  return { exitCode: comparisons.some(isDifferent) ? EXIT.different : EXIT.ok };
}
