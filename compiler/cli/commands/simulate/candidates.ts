// The fields whose values decide whether a limit refuses requests.

import { specPath } from '../../../../schema/spec-path';
import type { Refusal } from '../../../estimates/simulation/result';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { FASTEST_SCALE_OUT_SECONDS } from '../../../model/target-tracking';
import type { PathStep } from '../../../source/spec-node';
import type { Course } from './course';
import { limitsOf } from './headroom';

/** Fields to change in one direction: all get the same value if it passes their own, such as the maximum of a higher minimum. */
export interface Candidate {
  readonly direction: 'raise' | 'lower';
  /** The first field has the value to search for. */
  readonly fields: readonly [CandidateField, ...CandidateField[]];
}

/** A field, and the field whose value applies because the spec does not have it. */
export interface CandidateField {
  readonly path: readonly PathStep[];
  readonly inherits?: readonly PathStep[];
}

/** The ways to keep a limit from refusing requests, each as candidates of which the first that helps is the best. */
export function candidatesFor(
  { limit, field, first }: Refusal,
  environment: ExpandedEnvironment,
  course: Course,
): readonly (readonly Candidate[])[] {
  if (field === undefined) return [];
  const isThrottle = field.includes('throttle') || field.includes('apiGateway');
  return [raising(field, first), isThrottle ? [] : lowering(throttlesBefore(limit, environment, course))];
}

/**
 * A higher maximum costs nothing without load, but only a higher minimum is there when the load begins.
 * @param refused the first second with a refusal
 */
function raising(path: readonly PathStep[], refused: number): readonly Candidate[] {
  if (path.at(-2) !== 'autoscaling') return [{ direction: 'raise', fields: [{ path }] }];
  const bound = (name: 'minimum' | 'maximum') => ({ path: [...path.slice(0, -1), name] });
  const withMaximum: Candidate = { direction: 'raise', fields: [bound('minimum'), bound('maximum')] };
  const isReached = refused >= FASTEST_SCALE_OUT_SECONDS;
  return path.at(-1) === 'maximum' && isReached
    ? [{ direction: 'raise', fields: [{ path }] }, withMaximum]
    : [withMaximum];
}

type Throttle = Readonly<Record<'rateLimit' | 'burstLimit', CandidateField>>;

/** A lower rate limit, and then with a lower burst limit, because the rate limit alone admits a burst at once. */
function lowering([first, ...others]: readonly Throttle[]): readonly Candidate[] {
  if (first === undefined) return [];
  const rates = others.map(({ rateLimit }) => rateLimit);
  const bursts = [first, ...others].map(({ burstLimit }) => burstLimit);
  const both: Candidate = { direction: 'lower', fields: [first.rateLimit, ...rates, ...bursts] };
  // A throttle that the spec does not have needs both limits.
  const isNew = bursts.some(({ inherits }) => inherits !== undefined);
  return isNew ? [both] : [{ direction: 'lower', fields: [first.rateLimit, ...rates] }, both];
}

/** The throttles of the routes that use a limit: that of the API if all routes of the mix use it without a throttle of their own. */
function throttlesBefore(limit: string, environment: ExpandedEnvironment, course: Course): readonly Throttle[] {
  const { api } = environment;
  if (api === undefined) return [];
  const routes = Object.keys(api.routes).filter((route) => isSent(route, course));
  const users = routes.filter((route) =>
    limitsOf(environment, { weights: { [route]: 1 } }).some(({ what }) => what === limit),
  );
  const isCommon =
    users.length === 0 ||
    (users.length === routes.length && routes.every((route) => api.routes[route]?.throttle === undefined));
  return isCommon
    ? [API_THROTTLE]
    : users.map((route) => routeThrottle(route, api.routes[route]?.throttle !== undefined));
}

/** Whether a course has requests to a route. */
function isSent(route: string, { weights }: Pick<Course, 'weights'>): boolean {
  return Object.keys(weights).length === 0 || (weights[route] ?? 0) > 0;
}

const API_THROTTLE: Throttle = {
  rateLimit: { path: specPath('api', 'throttle', 'rateLimit') },
  burstLimit: { path: specPath('api', 'throttle', 'burstLimit') },
};

function routeThrottle(route: string, hasOwn: boolean): Throttle {
  const field = (name: keyof Throttle): CandidateField => ({
    path: specPath('api', 'routes', route, 'throttle', name),
    ...(hasOwn ? {} : { inherits: API_THROTTLE[name].path }),
  });
  return { rateLimit: field('rateLimit'), burstLimit: field('burstLimit') };
}
