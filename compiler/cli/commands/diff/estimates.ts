// The effect of a change on cost and capacity: the estimate of a month, and the limit that gives way first.

import { costDifference, type LevelDifference } from '../../../cost/cost-difference';
import { dollars } from '../../../cost/dollars';
import { estimateCost } from '../../../cost/estimate';
import type { ComparedSpec } from '../../../diff/classes/change';
import { type Bottleneck, rateText } from '../../../traffic/bottleneck';
import { bottlenecksOf } from '../../../traffic/bottlenecks';
import { mixOf } from '../../../traffic/traffic';

/** The effect of a change on cost and capacity. */
export interface EstimatedEffect {
  /** The levels of the estimate whose sums differ. */
  readonly cost: readonly LevelDifference[];
  /** The limit that gives way first, if it or its rate differs. */
  readonly firstLimit?: { readonly before?: Bottleneck; readonly after?: Bottleneck };
}

/** The effect of a change, each side with the traffic of its own spec. */
export function estimatedEffect(before: ComparedSpec, after: ComparedSpec): EstimatedEffect {
  const estimateOf = ({ graph, expanded }: ComparedSpec) => estimateCost({ graph, environment: expanded });
  const firstOf = ({ expanded }: ComparedSpec) =>
    bottlenecksOf(expanded, mixOf(expanded, expanded.traffic?.routes ?? {}))[0];
  const [old, now] = [firstOf(before), firstOf(after)];
  const isSame = old?.what === now?.what && old?.rate === now?.rate;
  return {
    cost: costDifference(estimateOf(before), estimateOf(after)),
    ...(isSame ? {} : { firstLimit: { ...(old && { before: old }), ...(now && { after: now }) } }),
  };
}

/** The effect in sentences: a line for the cost, and one for the limit that gives way first. */
export function estimateLines({ cost, firstLimit }: EstimatedEffect): readonly string[] {
  const levels = cost.map(({ level, before, after }) => {
    const difference = after.usd - before.usd;
    return `${level} ${dollars(before.usd)} -> ${dollars(after.usd)} (${difference > 0 ? '+' : '-'}${dollars(Math.abs(difference))})`;
  });
  return [
    ...(levels.length === 0 ? [] : [`cost of a month in US dollars: ${levels.join(', ')}`]),
    ...(firstLimit === undefined
      ? []
      : [`gives way first: ${limitText(firstLimit.before)} -> ${limitText(firstLimit.after)}`]),
  ];
}

function limitText(limit: Bottleneck | undefined): string {
  if (limit === undefined) return 'nothing';
  return `${limit.what} at ${rateText(limit.rate)} requests/s`;
}
