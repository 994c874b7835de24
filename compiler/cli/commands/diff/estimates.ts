// The effect of a change on cost and capacity: the estimate of a month, and the limit that gives way first.

import type { CompileContext } from '../../../compile/compile';
import type { ComparedSpec } from '../../../diff/classes/change';
import { costDifference, type LevelDifference } from '../../../estimates/cost/cost-difference';
import { dollars, signedDollars } from '../../../estimates/cost/dollars';
import { type ByLevel, type Estimate, estimateCost, type Total } from '../../../estimates/cost/estimate';
import { type Bottleneck, rateText } from '../../../estimates/traffic/bottleneck';
import { bottlenecksOf } from '../../../estimates/traffic/bottlenecks';
import { mixOf } from '../../../estimates/traffic/traffic';
import { type CostChange, type FieldCosts, fieldCosts } from './field-costs';

/** The effect of a change on cost and capacity. */
export interface EstimatedEffect {
  readonly totals: { readonly before: ByLevel<Total>; readonly after: ByLevel<Total> };
  /** The levels of the estimate whose sums differ. */
  readonly cost: readonly LevelDifference[];
  /** The effect of each changed field on the cost; absent if no sum differs. */
  readonly byField?: FieldCosts;
  /** The limit that gives way first, if it or its rate differs. */
  readonly firstLimit?: { readonly before?: Bottleneck; readonly after?: Bottleneck };
}

/** Two specs and their changed values. */
type Change = Pick<CostChange, 'before' | 'after' | 'values'>;

/** The effect of a change, each side with the traffic of its own spec. */
export function estimatedEffect(change: Change, context: CompileContext): EstimatedEffect {
  const [before, after] = [change.before, change.after].map(({ graph, expanded }) =>
    estimateCost({ graph, environment: expanded }),
  ) as [Estimate, Estimate];
  const differences = costDifference(before, after);
  const [old, now] = [firstLimitOf(change.before), firstLimitOf(change.after)];
  const isSame = old?.what === now?.what && old?.rate === now?.rate;
  return {
    totals: { before: before.totals, after: after.totals },
    cost: differences,
    ...(differences.length > 0 && { byField: fieldCosts({ ...change, estimate: before, differences }, context) }),
    ...(isSame ? {} : { firstLimit: { ...(old && { before: old }), ...(now && { after: now }) } }),
  };
}

function firstLimitOf({ expanded }: ComparedSpec): Bottleneck | undefined {
  return bottlenecksOf(expanded, mixOf(expanded))[0];
}

/** The effect in sentences: a line for the cost, and one for the limit that gives way first. */
export function estimateLines({ cost, firstLimit }: EstimatedEffect): readonly string[] {
  const levels = cost.map(({ level, before, after }) => {
    return `${level} ${dollars(before.usd)} -> ${dollars(after.usd)} (${signedDollars(after.usd - before.usd)})`;
  });
  return [
    ...(levels.length === 0 ? [] : [`cost of a month in US dollars: ${levels.join(', ')}`]),
    ...(firstLimit === undefined
      ? []
      : [`gives way first: ${limitText(firstLimit.before)} -> ${limitText(firstLimit.after)}`]),
  ];
}

/** A limit and its rate as text. */
export function limitText(limit: Bottleneck | undefined): string {
  if (limit === undefined) return 'nothing';
  return `${limit.what} at ${rateText(limit.rate)} requests/s`;
}
