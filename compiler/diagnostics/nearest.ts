// The name that somebody may have meant: the one door to `fastest-levenshtein`.

import { closest, distance } from 'fastest-levenshtein';

/** The known name nearest to one that is unknown, if it is near enough to be a slip: 0.4 edits a character. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(name, [...known]);
  return distance(name, nearest) <= Math.max(1, Math.floor(0.4 * name.length)) ? nearest : undefined;
}
