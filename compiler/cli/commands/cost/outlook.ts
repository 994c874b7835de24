// The sensitivity of an estimate to assumptions, and its growth, as texts and rows.

import { dollars } from '../../../estimates/cost/dollars';
import type { Growth } from '../../../estimates/cost/growth';
import type { Sensitivity } from '../../../estimates/cost/sensitivity';
import { COST_ASSUMPTIONS } from '../../../estimates/traffic/assumptions';
import { rateText } from '../../../estimates/traffic/bottleneck';

/** The range of the expected cost under an assumption, as a sentence without a full stop. */
export function sensitivityText({ assumption, value, half, double }: Sensitivity): string {
  const { meaning } = COST_ASSUMPTIONS[assumption];
  return `expected cost between ${dollars(half)} and ${dollars(double)} with half or double the ${value} of ${meaning}`;
}

/** The columns of a table of months. */
export const GROWTH_HEAD = ['month', 'requests/s', 'in the busiest hour', 'expected cost'];

/** A row for each month. */
export function growthRows({ months }: Growth): readonly (readonly string[])[] {
  return months.map(({ month, requestsPerSecond, busiestPerSecond, total }) => [
    String(month),
    rateText(requestsPerSecond),
    rateText(busiestPerSecond),
    dollars(total.usd),
  ]);
}

/** The months in which growth reaches a limit or exceeds the budget, as sentences without a full stop. */
export function growthNotes({ months, limit, budget }: Growth): readonly string[] {
  return [
    limit === undefined
      ? `no limit is reached in ${months.length} months`
      : `in month ${limit.month}, the busiest hour reaches the ${rateText(limit.bottleneck.rate)} requests/s of ${limit.bottleneck.what}`,
    ...(budget === undefined
      ? []
      : [`in month ${budget.month}, the expected cost exceeds the budget of ${dollars(budget.monthlyUsd)}`]),
    'the sizes of tables stay those of the spec',
  ];
}
