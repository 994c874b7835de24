// Suggests the name that was probably meant: the only user of `fastest-levenshtein`.

import { closest, distance } from 'fastest-levenshtein';

/** The question whether a name was meant, as the help of a diagnostic. */
export function didYouMean(name: string): string {
  return `did you mean ${name}?`;
}

/** The question for the known name that is most similar to an unknown one; undefined if none is similar. */
export function suggest(name: string, known: readonly string[]): string | undefined {
  const nearest = nearestName(name, known);
  return nearest === undefined ? undefined : didYouMean(nearest);
}

/**
 * The known name that is most similar to an unknown one: the same but for case and separators, the only one that begins
 * with it or with its first word (`timeout`, `timeoutMs` for timeoutSeconds), or the nearest within 0.4 edits a character.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const same = known.find((other) => bare(other) === bare(name));
  if (same !== undefined) return same;
  const near = closest(name, [...known]);
  const edits = distance(name, near);
  // Two letters swapped are two edits, which would be too many for a short name.
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

/** `timeout` of timeoutSeconds, Timeout and timeout_ms. */
function firstWord(name: string): string {
  return (/^[A-Za-z][a-z0-9]*/.exec(name)?.[0] ?? name).toLowerCase();
}

function lettersOf(name: string): string {
  return [...name].sort().join('');
}
