// A steady rate after a start from idle, and the limits that a system lacks for it.

import type { System } from '../../../estimates/cost/estimate';
import { NO_REPEATS, type Scenario } from '../../../estimates/simulation/scenario';
import { simulate, simulateUnlessRefused } from '../../../estimates/simulation/simulate';
import { type Bottleneck, bottleneckOf, valueFor } from '../../../estimates/traffic/bottleneck';
import { bottlenecksOf } from '../../../estimates/traffic/bottlenecks';
import { groupBy } from '../../../estimates/traffic/group';
import { methodThrottle } from '../../../estimates/traffic/limits';
import { constantRate } from '../../../estimates/traffic/shapes';
import { type Mix, mixOf, type RouteWeights } from '../../../estimates/traffic/traffic';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { ASSUMPTIONS, type Assumptions, DEFAULT_ASSUMPTIONS } from '../../../model/assumptions';
import { formatPath } from '../../../source/spec-node';

/** A rate that begins at once in an idle system, and stays. */
export interface Steady {
  /** In requests/s. */
  readonly rate: number;
  /** The weights of routes; empty: all routes alike. */
  readonly weights: RouteWeights;
}

/** The simulated time in seconds. The slowest autoscaling adds capacity after 7 minutes, and a second step follows within 5 minutes. */
export const SIMULATED_SECONDS = 900;

const highest = (name: 'metricDelaySeconds' | 'updateTableSeconds' | 'initMedianMilliseconds') =>
  Math.max(ASSUMPTIONS[name].default, ...ASSUMPTIONS[name].others);

/** The assumptions that make the most demands: proposed values must be sufficient for each behaviour that fits AWS's documentation. */
export const CAUTIOUS_ASSUMPTIONS: Assumptions = {
  ...DEFAULT_ASSUMPTIONS,
  metricDelaySeconds: highest('metricDelaySeconds'),
  updateTableSeconds: highest('updateTableSeconds'),
  initMedianMilliseconds: highest('initMedianMilliseconds'),
  stageThrottleScope: 'stage',
};

/** The limits that a rate must stay below in the long run. Methods under one throttle may share its rate. */
export function lastingLimits(environment: ExpandedEnvironment, mix: Mix): readonly Bottleneck[] {
  const methods = [...mix].map(([method, share]) => ({ limit: methodThrottle(method), share }));
  const byField = groupBy(methods, ({ limit: { field = [] } }) => formatPath(field));
  const shared = [...byField.values()].flatMap((group): Bottleneck[] => {
    const total = group.reduce((sum, { share }) => sum + share, 0);
    const bottleneck = group[0] && bottleneckOf({ ...group[0].limit, what: 'throttle of the stage' }, total);
    return bottleneck === undefined || group.length === 1 ? [] : [bottleneck];
  });
  return [...bottlenecksOf(environment, mix), ...shared];
}

/** A limit that is too low. */
export interface Shortage {
  readonly what: string;
  readonly field?: string;
  /** The present and the needed amount; absent if the rate is sustained in the long run, but not from the begin. */
  readonly amounts?: { readonly value: number; readonly needed: number; readonly unit: string };
}

/** Whether a system sustains a rate, in the long run and in its first minutes. */
export function sustains(system: System, steady: Steady): boolean {
  return (
    lastingShortages(system, steady).length === 0 &&
    simulateUnlessRefused(system, firstMinutes(system, steady), 'any') !== undefined
  );
}

/** The limits that are too low for a rate: by arithmetic in the long run, otherwise in a simulation of its first minutes. */
export function shortagesOf(system: System, steady: Steady): readonly Shortage[] {
  const lasting = lastingShortages(system, steady);
  if (lasting.length > 0) return lasting;
  const { refusals } = simulate(system, firstMinutes(system, steady));
  return refusals.map(({ limit, field }) => ({
    what: limit,
    ...(field === undefined ? {} : { field: formatPath(field) }),
  }));
}

/** Burst capacity can serve a rate for minutes that the units do not sustain. */
function lastingShortages({ environment }: System, { rate, weights }: Steady): readonly Shortage[] {
  return lastingLimits(environment, mixOf(environment, weights)).flatMap((bottleneck): Shortage[] => {
    const { what, field, value, unit } = bottleneck;
    const needed = valueFor(bottleneck, rate);
    if (needed <= value) return [];
    return [{ what, amounts: { value, needed, unit }, ...(field === undefined ? {} : { field: formatPath(field) }) }];
  });
}

function firstMinutes({ environment }: System, { rate, weights }: Steady): Scenario {
  return {
    // The time has no influence on a constant rate.
    start: 0,
    requests: constantRate(rate, SIMULATED_SECONDS),
    mix: mixOf(environment, weights),
    faults: [],
    clients: NO_REPEATS,
    assumptions: CAUTIOUS_ASSUMPTIONS,
  };
}
