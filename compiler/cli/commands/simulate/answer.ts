// The first limit that gives way, without the faults that the user injects.

import type { Refusal } from '../../../estimates/simulation/result';
import { faultyPart } from '../../../estimates/simulation/scenario';
import type { Course } from './course';

/** The first refusal of a limit; undefined if only faults make requests fail. */
export function firstLimit<R extends Pick<Refusal, 'limit'>>(
  refusals: readonly R[],
  { faults }: Course,
): R | undefined {
  const failing = faults.map(faultyPart).map(({ part, name }) => `${part} ${name}`);
  return refusals.find(({ limit }) => !failing.includes(limit));
}
