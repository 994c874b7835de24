// The effect of another value of a field on the cost of a month and on the limits of the system.

import type { CompileContext } from '../../../compile/compile';
import { editedSystem } from '../../../compile/edited-system';
import {
  changeByLevel,
  costDifference,
  lineDifferences,
  type UsdByLevel,
} from '../../../estimates/cost/cost-difference';
import { estimateCost, type System } from '../../../estimates/cost/estimate';
import type { Bottleneck } from '../../../estimates/traffic/bottleneck';
import { bottlenecksOf } from '../../../estimates/traffic/bottlenecks';
import { mixOf } from '../../../estimates/traffic/traffic';
import { type PathStep, type Plain, type SpecMap, toPlain } from '../../../source/spec-node';

/** The effect of another value. */
export interface StepEffect {
  /** The change of the cost, in US dollars a month, at each level that differs. */
  readonly usd: UsdByLevel;
  /** The uses whose cost changes, such as the write capacity of each index. */
  readonly uses: readonly { readonly part: string; readonly what: string; readonly usd: UsdByLevel }[];
  /** The limits that the value moves, in requests/s of the mix of the traffic. */
  readonly limits: readonly { readonly what: string; readonly before: number; readonly after: number }[];
}

/** The effect of another value of a field on a valid spec; undefined if it changes neither a known cost nor a limit. */
export function stepEffectOf(
  spec: SpecMap,
  edit: { readonly path: readonly PathStep[]; readonly value: Plain | undefined },
  context: CompileContext,
): StepEffect | undefined {
  const plain = toPlain(spec);
  const [before, after] = [editedSystem(plain, [], context), editedSystem(plain, [edit], context)];
  if (before === undefined || after === undefined) return undefined;
  const [old, now] = [estimateCost(before), estimateCost(after)];
  const usd = changeByLevel(costDifference(old, now));
  const limits = movedLimits(limitsOf(before), limitsOf(after));
  if (Object.keys(usd).length === 0 && limits.length === 0) return undefined;
  return { usd, uses: lineDifferences(old, now), limits };
}

function limitsOf({ environment }: System): readonly Bottleneck[] {
  return bottlenecksOf(environment, mixOf(environment));
}

function movedLimits(before: readonly Bottleneck[], after: readonly Bottleneck[]): StepEffect['limits'] {
  const rates = new Map(after.map(({ what, rate }) => [what, rate]));
  return before.flatMap(({ what, rate }) => {
    const moved = rates.get(what);
    return moved === undefined || moved === rate ? [] : [{ what, before: rate, after: moved }];
  });
}
