// A value of a spec in which each part knows where it was written.

import type { Source, Span } from './source';

/** A scalar of YAML, once read. */
export type Scalar = string | number | boolean | null;

/** Plain data, as JSON knows it. */
export type Plain = Scalar | Plain[] | { [key: string]: Plain };

/** One step of a path: a key of a map, or an index of a list. */
export type PathStep = string | number;

/** A value with its place. After `extends`, the parts of one map may come from several files. */
export type SpecNode = SpecMap | SpecList | SpecScalar;

/** A map; its entries stand in the order in which they were written. */
export interface SpecMap {
  readonly type: 'map';
  readonly span: Span;
  readonly entries: ReadonlyMap<string, SpecEntry>;
}

/** An entry of a map: the place of its key, and its value. */
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

/** The empty map at the start of a source, for a file that says nothing. */
export function emptyMap(source: Source): SpecMap {
  return { type: 'map', span: { source, start: 0, end: 0 }, entries: new Map() };
}

/** The value without its places. */
export function toPlain(node: SpecNode): Plain {
  switch (node.type) {
    case 'map':
      // Object.fromEntries defines `__proto__` as a key like any other, so that validation sees and refuses it.
      return Object.fromEntries([...node.entries].map(([key, entry]) => [key, toPlain(entry.value)]));
    case 'list':
      return node.items.map(toPlain);
    case 'scalar':
      return node.value;
  }
}

/** What is written at a path; undefined where nothing is. */
export function nodeAt(root: SpecNode, path: readonly PathStep[]): SpecNode | undefined {
  return path.reduce<SpecNode | undefined>((node, step) => node && child(node, step)?.value, root);
}

/**
 * Where the value at a path was written, or its key.
 * Of a path that was not written (a default, a missing field) it is the nearest part around it that was.
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

/** Whether there is something at a path, which is not so of a default. */
export function isWritten(root: SpecNode, path: readonly PathStep[]): boolean {
  let node: SpecNode | undefined = root;
  for (const step of path) node = node && child(node, step)?.value;
  return node !== undefined;
}

/** A path as people write it; the root has none. */
export function formatPath(path: readonly PathStep[]): string {
  return (
    path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('') ||
    'the spec'
  );
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
