// Finds the paths where the state of a resource differs from the wanted inputs, as the Terraform bridge does.

import { isOpaque } from './opaque';
import { canonical, isEqual, isObject, isUnset, itemsOf, type Properties } from './properties';
import type { Member, Members, Shape } from './shape';

/** The path of a property: names, and positions in lists. */
export type Path = readonly (string | number)[];

/** Properties of a kind that the types of @pulumi/aws do not contain. */
export interface Hidden {
  /** The paths of lists that are sets in the provider, such as `globalSecondaryIndexes` or `rules.actions`, whose order is ignored. */
  readonly sets: readonly string[];
  /** The values that the provider's schema fills in, by path. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

/** The paths where a wanted value differs from the state. A path within a set ends at the set. */
export function differences(members: Members, state: Properties, wanted: Properties, hidden: Hidden): Path[] {
  return [...members].flatMap(([name, member]) => memberDifferences(member, state[name], wanted[name], [name], hidden));
}

function memberDifferences(member: Member, state: unknown, wanted: unknown, path: Path, hidden: Hidden): Path[] {
  const standard = hidden.defaults[plainPath(path)];
  if (isAbsent(member, wanted)) {
    if (member.computed) return [];
    return isUnset(state) || (standard !== undefined && isEqual(state, standard)) ? [] : [path];
  }
  if (state === undefined || state === null) {
    const isStandard = standard === undefined ? isUnset(wanted) : isEqual(wanted, standard);
    return isStandard ? [] : [path];
  }
  return valueDifferences(member.shape, state, wanted, path, hidden);
}

/** Whether an input is empty. The bridge treats an empty list of blocks as absent. */
export function isAbsent({ shape, computed }: Member, wanted: unknown): boolean {
  if (wanted === undefined || wanted === null) return true;
  const areBlocks = shape.is === 'list' && shape.item.is === 'object';
  return computed && areBlocks && Array.isArray(wanted) && wanted.length === 0;
}

function valueDifferences(shape: Shape, state: unknown, wanted: unknown, path: Path, hidden: Hidden): Path[] {
  if (isOpaque(wanted) || isOpaque(state)) return isEqual(state, wanted) ? [] : [path];
  if (shape.is === 'object' && isObject(state) && isObject(wanted)) {
    return [...shape.members].flatMap(([name, member]) =>
      memberDifferences(member, state[name], wanted[name], [...path, name], hidden),
    );
  }
  if (shape.is !== 'list' || !Array.isArray(state) || !Array.isArray(wanted))
    return isEqual(state, wanted) ? [] : [path];
  if (state.length !== wanted.length) return [path];
  if (isSet(path, hidden)) return isSameSet(shape.item, state, wanted, path, hidden) ? [] : [path];
  return wanted.flatMap((item, at) => valueDifferences(shape.item, state[at], item, [...path, at], hidden));
}

function isSameSet(item: Shape, state: readonly unknown[], wanted: readonly unknown[], path: Path, hidden: Hidden) {
  const left = [...state];
  return wanted.every((value) => {
    const at = left.findIndex((other) => valueDifferences(item, other, value, [...path, 0], hidden).length === 0);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** A path without positions. */
export function plainPath(path: Path): string {
  return path.filter((part) => typeof part === 'string').join('.');
}

function isSet(path: Path, { sets }: Hidden): boolean {
  return sets.includes(plainPath(path));
}

/**
 * Whether an ignored path covers a difference, by the rules of the bridge. A wildcard never matches. A path into a set never
 * matches either, because the elements of a set have hash keys instead of positions (pulumi-terraform-bridge,
 * pkg/tfbridge/diff.go, computeIgnoreChanges; issues 3177 and 1756).
 */
export function isIgnored(path: Path, ignored: readonly string[], hidden: Hidden): boolean {
  return ignored.some((text) => {
    const parts = [...text.matchAll(/\["([^"]*)"\]|\[([^\]]*)\]|([^.[\]]+)/g)].map(
      ([, quoted, position, name]) => quoted ?? (position === undefined ? name : position === '*' ? '*' : +position),
    ) as Path;
    if (parts.includes('*')) return false;
    if (parts.some((_, at) => at > 0 && isSet(parts.slice(0, at), hidden))) return false;
    return parts.every((part, at) => part === path[at]);
  });
}

/** The items of a set in the order in which the provider reads them, which differs from the order in which they were written. */
function shuffled(items: readonly unknown[]): unknown[] {
  const keyOf = (item: unknown) => [...canonical(item)].reverse().join('');
  const sorted = [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  // A program that relies on the written order must fail.
  return sorted.length > 1 && canonical(sorted) === canonical(items) ? sorted.reverse() : sorted;
}

/** A value with all its sets in the order in which the provider reads them. */
export function asRead(members: Members, value: Properties, hidden: Hidden, path: Path = []): Properties {
  const read = (shape: Shape | undefined, item: unknown, at: Path): unknown => {
    if (shape?.is === 'object' && isObject(item) && !isOpaque(item)) return asRead(shape.members, item, hidden, at);
    if (shape?.is !== 'list' || !Array.isArray(item)) return item;
    const items = itemsOf(item).map((entry) => read(shape.item, entry, [...at, 0]));
    return isSet(at, hidden) ? shuffled(items) : items;
  };
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, read(members.get(name)?.shape, item, [...path, name])]),
  );
}
