// The expected cost of the next months, with traffic that grows by the same share each month.

import type { Bottleneck } from '../traffic/bottleneck';
import { bottlenecksOf } from '../traffic/bottlenecks';
import { allRequests, expectedTraffic, mixOf } from '../traffic/traffic';
import { expectedTotal, type System, type Total } from './estimate';

/** The cost of a month under grown traffic. */
export interface GrowthMonth {
  /** The number of the month; the first one has the traffic of the spec. */
  readonly month: number;
  /** The mean of a day. */
  readonly requestsPerSecond: number;
  /** The mean of the busiest hour of a day. */
  readonly busiestPerSecond: number;
  readonly total: Total;
}

/** The growth of some months, and the first month in which it reaches a limit or exceeds the budget. */
export interface Growth {
  readonly percentPerMonth: number;
  readonly months: readonly GrowthMonth[];
  readonly limit?: { readonly month: number; readonly bottleneck: Bottleneck };
  readonly budget?: { readonly month: number; readonly monthlyUsd: number };
}

/** The growth of a system with expected traffic; undefined without. The sizes of tables stay those of the spec. */
export function growthOf(system: System, months: number, percentPerMonth: number): Growth | undefined {
  const { traffic, budget } = system.environment;
  if (traffic === undefined) return undefined;
  const grown = Array.from({ length: months }, (_, at) => monthOf(system, at + 1, (1 + percentPerMonth / 100) ** at));
  const [bottleneck] = bottlenecksOf(system.environment, mixOf(system.environment));
  const reached = bottleneck && grown.find(({ busiestPerSecond }) => busiestPerSecond >= bottleneck.rate);
  const exceeded = budget?.at === 'EXPECTED' ? grown.find(({ total }) => total.usd > budget.monthlyUsd) : undefined;
  return {
    percentPerMonth,
    months: grown,
    ...(bottleneck && reached && { limit: { month: reached.month, bottleneck } }),
    ...(budget && exceeded && { budget: { month: exceeded.month, monthlyUsd: budget.monthlyUsd } }),
  };
}

function monthOf({ graph, environment }: System, month: number, factor: number): GrowthMonth {
  const requestsPerSecond = (environment.traffic?.requestsPerSecond ?? 0) * factor;
  const grown = { ...environment, traffic: environment.traffic && { ...environment.traffic, requestsPerSecond } };
  const expected = expectedTraffic(grown);
  const hours = expected === undefined ? [0] : allRequests(expected);
  const total = expectedTotal({ graph, environment: grown }) ?? { usd: 0, dependsOn: [] };
  return { month, requestsPerSecond, busiestPerSecond: Math.max(...hours), total };
}
