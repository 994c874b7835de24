// Determines the exit code of `diff` from its options and its findings.

import { wordOf } from '../../../diff/classes/change-class';
import type { Outcome } from '../../command/parts';
import { EXIT } from '../../exit-code';
import type { DiffArguments } from './arguments';
import { type Comparison, classesOf, isDifferent } from './comparison';
import { costRefusals } from './cost-gate';

/** The exit code, with the classes that `--fail-on` refuses and the limits of the cost as its reason. */
export function endOf(
  comparisons: readonly Comparison[],
  { failOn = [], exitCode, costLimits }: Pick<DiffArguments, 'failOn' | 'exitCode' | 'costLimits'>,
): Pick<Outcome<never>, 'exitCode' | 'reason'> {
  const found = new Set(comparisons.flatMap(classesOf));
  const refused = failOn.filter((changeClass) => found.has(changeClass));
  const reasons = [
    ...(refused.length > 0 ? [`--fail-on refuses this change: ${refused.map(wordOf).join(', ')}`] : []),
    ...comparisons.flatMap((comparison) => costRefusals(comparison, costLimits)),
  ];
  if (reasons.length > 0)
    return { exitCode: EXIT.refusedChange, reason: reasons.map((reason) => `error: ${reason}`).join('\n') };
  if (exitCode === undefined) return {};
  if (found.has('data loss')) return { exitCode: EXIT.dataLoss };
  return { exitCode: comparisons.some(isDifferent) ? EXIT.different : EXIT.ok };
}
