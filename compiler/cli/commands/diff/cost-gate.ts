// Refuses a change whose estimated cost exceeds the limits of the command line.

import { dollars } from '../../../estimates/cost/dollars';
import type { Total } from '../../../estimates/cost/estimate';
import type { Level } from '../../../estimates/traffic/traffic';
import { UsageError } from '../../errors/usage-error';
import type { Comparison } from './comparison';

/** The limits of an increase: in US dollars a month, and in percent of the cost before the change. */
export interface MaxIncrease {
  readonly usd?: number;
  readonly percent?: number;
}

/** The limits of the cost of a month. */
export interface CostLimits {
  readonly maxIncrease?: MaxIncrease;
  /** The maximum cost after the change, in US dollars. */
  readonly maxCost?: number;
  /** The level of the estimate that the limits apply to. */
  readonly costLevel: Level;
}

/** A comparison with its estimates. */
type EstimatedComparison = Pick<Comparison, 'after' | 'estimates'>;

/**
 * The reasons why limits refuse a change, each with the limit, the cost, and the field that contributes most.
 * UsageError if the cost of the level depends on a missing `traffic`.
 */
export function costRefusals(
  comparison: EstimatedComparison,
  { maxIncrease, maxCost, costLevel }: CostLimits,
): string[] {
  const { estimates, after } = comparison;
  if (estimates === undefined || (maxIncrease === undefined && maxCost === undefined)) return [];
  const [old, now] = [estimates.totals.before[costLevel], estimates.totals.after[costLevel]];
  if (dependsOnTraffic(now) || (maxIncrease !== undefined && dependsOnTraffic(old)))
    throw new UsageError(
      `the ${costLevel} cost depends on traffic: state it in both specs, or choose another --cost-level`,
    );
  const increase = now.usd - old.usd;
  const { usd, percent } = maxIncrease ?? {};
  const rise = `the ${costLevel} cost of ${after} rises by ${dollars(increase)} USD a month${shareText(increase, old.usd)}`;
  const cause = causeText(comparison, costLevel);
  return [
    ...(usd !== undefined && increase > usd ? [`--max-increase ${usd}usd refuses this change: ${rise}${cause}`] : []),
    ...(percent !== undefined && increase > (old.usd * percent) / 100
      ? [`--max-increase ${percent}% refuses this change: ${rise}${cause}`]
      : []),
    ...(maxCost !== undefined && now.usd > maxCost
      ? [
          `--max-cost ${maxCost} refuses this change: the ${costLevel} cost of ${after} is ${dollars(now.usd)} USD a month${cause}`,
        ]
      : []),
  ];
}

function dependsOnTraffic({ dependsOn }: Total): boolean {
  return dependsOn.includes('traffic');
}

function shareText(increase: number, before: number): string {
  return before > 0 ? ` (${((increase * 100) / before).toFixed(1)} %)` : '';
}

/** The field with the largest increase at a level. */
function causeText({ estimates }: EstimatedComparison, level: Level): string {
  const rising = (estimates?.byField?.fields ?? []).filter(({ usd }) => (usd[level] ?? 0) > 0);
  const [most] = [...rising].sort((a, b) => (b.usd[level] ?? 0) - (a.usd[level] ?? 0));
  return most === undefined ? '' : `; ${most.field} adds ${dollars(most.usd[level] ?? 0)} (${most.place})`;
}
