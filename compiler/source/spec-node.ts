// Values of a spec with their locations.

import { objectOf } from './object-of';
import type { Source, Span } from './source';

/** The value of a YAML scalar. */
export type Scalar = string | number | boolean | null;

/** Plain JSON data. */
export type Plain = Scalar | Plain[] | { [key: string]: Plain };

/** One step of a path: a key of a map, or an index of a list. */
export type PathStep = string | number;

/** A value with its location. After `extends`, the parts of one map may come from several files. */
export type SpecNode = SpecMap | SpecList | SpecScalar;

/** A map; its entries are in source order. */
export interface SpecMap {
  readonly type: 'map';
  readonly span: Span;
  readonly entries: ReadonlyMap<string, SpecEntry>;
}

/** An entry of a map: the location of its key, and its value. */
export interface SpecEntry {
  readonly key: Span;
  readonly value: SpecNode;
}

/** A list. */
export interface SpecList {
  readonly type: 'list';
  readonly span: Span;
  readonly items: readonly SpecNode[];
}

/** A scalar. */
export interface SpecScalar {
  readonly type: 'scalar';
  readonly span: Span;
  readonly value: Scalar;
}

/** An empty map at the start of a source, for an empty file. */
export function emptyMap(source: Source): SpecMap {
  return { type: 'map', span: { source, start: 0, end: 0 }, entries: new Map() };
}

/** The value without locations. */
export function toPlain(node: SpecNode): Plain {
  switch (node.type) {
    case 'map':
      return objectOf(node.entries.keys(), (key) => toPlain((node.entries.get(key) as SpecEntry).value));
    case 'list':
      return node.items.map(toPlain);
    case 'scalar':
      return node.value;
  }
}

/** Calls a function for each text within a node, with the path to it. The function must not keep the path, which changes. */
export function eachText(
  node: SpecNode,
  visit: (text: string, path: readonly PathStep[], span: Span) => void,
  path: PathStep[] = [],
): void {
  if (node.type === 'scalar') {
    if (typeof node.value === 'string') visit(node.value, path, node.span);
    return;
  }
  const members = node.type === 'map' ? node.entries : node.items.entries();
  for (const [step, member] of members) {
    path.push(step);
    eachText('key' in member ? member.value : member, visit, path);
    path.pop();
  }
}

/** The node at a path of a spec; undefined if the path does not exist. */
export function nodeAt(root: SpecNode, path: readonly PathStep[]): SpecNode | undefined {
  return path.reduce<SpecNode | undefined>((node, step) => node && child(node, step)?.value, root);
}

/**
 * The location of the value at a path, or of its key.
 * A path that is not in the spec (a default, a missing field) has the location of the nearest enclosing part.
 */
export function spanAt(root: SpecNode, path: readonly PathStep[], part: 'key' | 'value'): Span {
  let node = root;
  let key: Span | undefined;
  for (const step of path) {
    const next = child(node, step);
    if (next === undefined) return key ?? start(node.span);
    key = next.key ?? next.value.span;
    node = next.value;
  }
  if (part === 'key' && key !== undefined) return key;
  return node.type === 'scalar' ? node.span : (key ?? start(node.span));
}

/** The location of a field from `spanAt`, with its path, for a diagnostic about the field. */
export function fieldAt(root: SpecNode, path: readonly PathStep[], part: 'key' | 'value' = 'value'): Span {
  return { ...spanAt(root, path, part), path: formatPath(path) };
}

/** Whether the spec has a value at a path; false for a default. */
export function isWritten(root: SpecNode, path: readonly PathStep[]): boolean {
  let node: SpecNode | undefined = root;
  for (const step of path) node = node && child(node, step)?.value;
  return node !== undefined;
}

/** Formats a path, such as `tables.payments.indexes[0]`; the root is empty. */
export function formatPath(path: readonly PathStep[]): string {
  return (
    path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('') ||
    'the spec'
  );
}

/** Whether a path is a formatted path, or is below it. */
export function isWithin(path: readonly PathStep[], around: string): boolean {
  return path.some((_step, at) => formatPath(path.slice(0, at + 1)) === around);
}

function child(node: SpecNode, step: PathStep): { key?: Span; value: SpecNode } | undefined {
  if (node.type === 'map') return node.entries.get(String(step));
  if (node.type === 'list' && typeof step === 'number') {
    const value = node.items[step];
    return value && { value };
  }
  return undefined;
}

function start(span: Span): Span {
  return { ...span, end: Math.min(span.end, span.start + 1) };
}
