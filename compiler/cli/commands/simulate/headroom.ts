// The distance of a load from the limits of a system.

import type { System } from '../../../estimates/cost/estimate';
import type { Bottleneck } from '../../../estimates/traffic/bottleneck';
import { bottlenecksOf } from '../../../estimates/traffic/bottlenecks';
import { mixOf } from '../../../estimates/traffic/traffic';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { type Course, peakOf } from './course';

/** The limit that the load comes closest to. */
export interface Headroom {
  readonly limit: string;
  /** The steady rate that the limit sustains, in requests/s. */
  readonly sustained: number;
  /** The highest rate of the load as a share of it. */
  readonly share: number;
}

/** The limits that the requests of a mix reach at some rate, the first one first. */
export function limitsOf(
  environment: ExpandedEnvironment,
  { weights }: Pick<Course, 'weights'>,
): readonly Bottleneck[] {
  return bottlenecksOf(environment, mixOf(environment, weights));
}

/** The limit that the highest rate of the load comes closest to; undefined if the requests do not use any. */
export function headroomOf({ environment }: System, course: Course): Headroom | undefined {
  const [nearest] = limitsOf(environment, course);
  if (nearest === undefined) return undefined;
  return { limit: nearest.what, sustained: nearest.rate, share: peakOf(course) / nearest.rate };
}

/** Below the usual target of autoscaling, capacity does not change, and bursts are not used. */
const CALM_SHARE = 0.7;

/**
 * Whether a load without faults is so far below each limit that no assumption matters: also without the capacity that autoscaling adds.
 * @param limits.unit only the limits with this unit; absent: all limits
 * @param limits.share the share of each limit that the load may use
 */
export function isCalm(
  { environment }: System,
  course: Course,
  { unit, share = CALM_SHARE }: { readonly unit?: Bottleneck['unit']; readonly share?: number } = {},
): boolean {
  const peak = peakOf(course);
  const limits = limitsOf(environment, course).filter((limit) => unit === undefined || limit.unit === unit);
  return (
    course.faults.length === 0 &&
    limits.every(({ atOnce, value, perRequest }) => peak * perRequest < share * (atOnce ?? value))
  );
}
