// The fields whose values decide whether a limit refuses requests.

import { specPath } from '../../../../schema/spec-path';
import type { ExpandedEnvironment } from '../../../expand/expand';
import type { Refusal } from '../../../simulation/result';
import type { PathStep } from '../../../source/spec-node';

/** A field to change in one direction. */
export interface Candidate {
  readonly field: readonly PathStep[];
  readonly direction: 'raise' | 'lower';
  /** A field that gets the same value if that of `field` passes it, such as the maximum of a higher minimum. */
  readonly companion?: readonly PathStep[];
}

/** The ways to keep a limit from refusing requests, each as candidates of which the first that helps is the best. */
export function candidatesFor({ field }: Refusal, { api }: ExpandedEnvironment): readonly (readonly Candidate[])[] {
  if (field === undefined) return [];
  const isThrottle = field.includes('throttle') || field.includes('apiGateway');
  return [raising(field), isThrottle || api === undefined ? [] : LOWER_THROTTLE];
}

/** A higher maximum costs nothing without load, but only a higher minimum is there when the load begins. */
function raising(field: readonly PathStep[]): readonly Candidate[] {
  if (field.at(-2) !== 'autoscaling') return [{ field, direction: 'raise' }];
  const bound = (name: 'minimum' | 'maximum') => [...field.slice(0, -1), name];
  const withMaximum: Candidate = { field: bound('minimum'), direction: 'raise', companion: bound('maximum') };
  return field.at(-1) === 'maximum' ? [{ field, direction: 'raise' }, withMaximum] : [withMaximum];
}

const RATE_LIMIT: Candidate = { field: specPath('api', 'throttle', 'rateLimit'), direction: 'lower' };

/** The rate limit alone admits a burst at once. */
const LOWER_THROTTLE: readonly Candidate[] = [
  RATE_LIMIT,
  { ...RATE_LIMIT, companion: specPath('api', 'throttle', 'burstLimit') },
];
