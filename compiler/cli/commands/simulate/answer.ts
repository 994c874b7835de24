// The first limit that gives way, without the faults that the user injects.

import type { Refusal } from '../../../estimates/simulation/result';
import type { Course } from './course';

/** The first refusal of a limit; undefined if only faults make requests fail. */
export function firstLimit<R extends Pick<Refusal, 'limit'>>(
  refusals: readonly R[],
  { faults }: Course,
): R | undefined {
  const failing = faults.map((fault) => ('table' in fault ? `table ${fault.table}` : `function ${fault.function}`));
  return refusals.find(({ limit }) => !failing.includes(limit));
}
