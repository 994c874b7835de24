// Compares two specs, or the staged specs with HEAD: the effect of a deployment of one over the other.

import { optimizeSooner } from '../../../host/optimizer';
import type { Run } from '../../command/parts';
import { UsageError } from '../../errors/usage-error';
import type { DiffArguments } from './arguments';
import { comparePair } from './compare';
import type { DiffResult } from './comparison';
import { endOf } from './exit-code';
import { pairOfRevisions, pairOfSpecs } from './spec-pair';
import { compareStaged } from './staged';

/** Compares the specs. */
export const run: Run<DiffArguments, DiffResult> = (parsed, { root, note }) => {
  const { spec, other, staged } = parsed;
  if (parsed.incidents) optimizeSooner();
  if (staged) {
    if (spec !== undefined) throw new UsageError('--staged compares all staged specs; do not name one');
    return compareStaged(parsed, { root, note });
  }
  if (spec === undefined) throw new UsageError("missing required argument 'spec': name a spec, or use --staged");
  const pair = other === undefined ? pairOfRevisions(root, spec, parsed) : pairOfSpecs(root, [spec, other], parsed);
  const outcome = comparePair(pair, parsed);
  if ('refused' in outcome) return outcome;
  const { comparison } = outcome;
  return { result: { is: 'one', comparison }, ...endOf([comparison], parsed) };
};
