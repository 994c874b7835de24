// Suggests the probably intended name. The only file that imports `fastest-levenshtein`.

import { closest, distance } from 'fastest-levenshtein';

/** A question that suggests a name, as the help of a diagnostic. */
export function didYouMean(name: string): string {
  return `did you mean ${name}?`;
}

/** The question for the known name that is most similar to an unknown name; undefined if none is similar. */
export function suggest(name: string, known: readonly string[]): string | undefined {
  const nearest = nearestName(name, known);
  return nearest === undefined ? undefined : didYouMean(nearest);
}

/**
 * The known name that is most similar to an unknown name: a name that differs only in case and separators; the only name that
 * begins with it or with its first word (`timeout`, `timeoutMs` for timeoutSeconds); or the nearest name within 0.4 edits per
 * character.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const same = known.find((other) => bare(other) === bare(name));
  if (same !== undefined) return same;
  const near = closest(name, [...known]);
  const edits = distance(name, near);
  // Two swapped letters count as two edits, which would be too many for a short name.
  if (edits <= 1 || (edits === 2 && lettersOf(near) === lettersOf(name))) return near;
  const begun = bare(name).length < 3 ? [] : known.filter((other) => bare(other).startsWith(bare(name)));
  if (begun.length === 1) return begun[0];
  if (edits <= Math.floor(0.4 * name.length)) return near;
  const related = known.filter((other) => firstWord(other) === firstWord(name));
  return related.length === 1 && firstWord(name).length > 3 ? related[0] : undefined;
}

function bare(name: string): string {
  return name.replaceAll(/[-_ ]/g, '').toLowerCase();
}

/** The first word of a name, in lower case: `timeout` of timeoutSeconds, Timeout and timeout_ms. */
function firstWord(name: string): string {
  return (/^[A-Za-z][a-z0-9]*/.exec(name)?.[0] ?? name).toLowerCase();
}

function lettersOf(name: string): string {
  return [...name].sort().join('');
}
