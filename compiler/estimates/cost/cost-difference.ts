// The difference between the costs of a system before and after a change.

import { isKnown } from '../traffic/amount';
import { groupBy } from '../traffic/group';
import { type ByLevel, type CostLine, type Estimate, LEVELS, type Total } from './estimate';

/** The sums of a level before and after a change. */
export interface LevelDifference {
  readonly level: keyof ByLevel<unknown>;
  readonly before: Total;
  readonly after: Total;
}

/** Differences below this, in US dollars a month, are rounding errors. */
const SMALLEST_USD = 0.005;

/** The levels whose sums of known costs differ. A level that depends on traffic cannot be compared. */
export function costDifference(before: Estimate, after: Estimate): readonly LevelDifference[] {
  return LEVELS.flatMap((level) => {
    const [old, now] = [before.totals[level], after.totals[level]];
    const isComparable = ![...old.dependsOn, ...now.dependsOn].includes('traffic');
    return isComparable && Math.abs(now.usd - old.usd) >= SMALLEST_USD ? [{ level, before: old, after: now }] : [];
  });
}

/** The differences of sums, in US dollars, of the levels that differ. */
export type UsdByLevel = { readonly [L in keyof ByLevel<unknown>]?: number };

/** The change of the sum at each level that differs. */
export function changeByLevel(differences: readonly LevelDifference[]): UsdByLevel {
  return Object.fromEntries(differences.map(({ level, before, after }) => [level, after.usd - before.usd]));
}

/** The part of a change that others do not explain, at each level where it is not a rounding error. */
export function remainderOf(whole: UsdByLevel, parts: readonly UsdByLevel[]): UsdByLevel {
  const rests = LEVELS.map((level) => {
    const explained = parts.reduce((sum, part) => sum + (part[level] ?? 0), 0);
    return [level, (whole[level] ?? 0) - explained] as const;
  });
  return Object.fromEntries(rests.filter(([, usd]) => Math.abs(usd) >= SMALLEST_USD));
}

/** The change of the cost of each use of a part, where it is not a rounding error; the largest first. */
export function lineDifferences(
  before: Estimate,
  after: Estimate,
): readonly { readonly part: string; readonly what: string; readonly usd: UsdByLevel }[] {
  const byUse = ({ lines }: Estimate) => groupBy(lines, ({ part, what }) => `${part}\0${what}`);
  const [olds, news] = [byUse(before), byUse(after)] as const;
  const changes = [...new Set([...olds.keys(), ...news.keys()])].flatMap((use) => {
    const change = remainderOf(knownSums(news.get(use)), [knownSums(olds.get(use))]);
    const [part = '', what = ''] = use.split('\0');
    return Object.keys(change).length === 0 ? [] : [{ part, what, usd: change }];
  });
  return changes.sort((a, b) => largestChange(b.usd) - largestChange(a.usd));
}

/** The largest change of a level, in US dollars. */
export function largestChange(usd: UsdByLevel): number {
  return Math.max(0, ...Object.values(usd).map(Math.abs));
}

function knownSums(lines: readonly CostLine[] = []): UsdByLevel {
  const sum = (level: (typeof LEVELS)[number]) =>
    lines.reduce((usd, line) => usd + (isKnown(line.usd[level]) ? line.usd[level] : 0), 0);
  return Object.fromEntries(LEVELS.map((level) => [level, sum(level)]));
}
