// Compares the staged specs with HEAD, for a git hook.

import type { CompiledSpec, Context, Outcome } from '../../command/parts';
import { compileFile } from '../../specs/spec-file';
import type { DiffArguments } from './arguments';
import { comparePair } from './compare';
import { type Comparison, type DiffResult, isDifferent } from './comparison';
import { endOf } from './exit-code';
import { type SpecPair, stagedPairs } from './spec-pair';

type Surroundings = Pick<Context<DiffResult>, 'root' | 'note'>;

/** Compares each environment. */
export function compareStaged(parsed: DiffArguments, { root, note }: Surroundings): Outcome<DiffResult> {
  const pairs = stagedPairs(root);
  const compared = pairs.filter((pair) => !isShape(pair, pairs)).map((pair) => compareOne(pair, parsed, note));
  const refused = compared.flatMap((outcome) => outcome.refused ?? []);
  if (refused.length > 0) return { refused };
  const changed = compared.flatMap(({ comparison }) => (comparison && isDifferent(comparison) ? [comparison] : []));
  return { result: { is: 'staged', comparisons: changed }, ...endOf(changed, parsed) };
}

interface StagedOutcome {
  readonly comparison?: Comparison;
  readonly refused?: readonly CompiledSpec[];
}

/** A commit that repairs or removes a spec which is invalid at HEAD is accepted. */
function compareOne(pair: SpecPair, parsed: DiffArguments, note: Surroundings['note']): StagedOutcome {
  const outcome = comparePair(pair, parsed);
  if ('comparison' in outcome) return outcome;
  const refused = outcome.refused.filter(({ path, graph }) => graph === undefined && path === pair.after.path);
  if (refused.length > 0) return { refused };
  note(`${pair.before.path} is not valid and is not compared`);
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
