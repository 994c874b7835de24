// The values of a field in the files of a spec, the effective one first.

import type { Source, Span } from '../../source/source';
import { nodeAt, type PathStep, type Plain, type SpecMap, spanAt, toPlain } from '../../source/spec-node';
import { parseSpec } from './parse/parse';

/** The value of a field in one file. */
export interface Mention {
  readonly place: Span;
  /** Absent if the file removes the field or its parent. */
  readonly value?: Plain;
}

/**
 * The value of a field in each file, the effective one first.
 * @param sources the files of a valid spec: the spec itself first, then the specs that it extends
 */
export function mentionsOf(sources: readonly Source[], path: readonly PathStep[]): Mention[] {
  return sources.flatMap((source) => {
    const layer = parseSpec(source).value;
    return layer === undefined ? [] : (mentionIn(layer, path) ?? []);
  });
}

function mentionIn(layer: SpecMap, path: readonly PathStep[]): Mention | undefined {
  for (let depth = 1; depth <= path.length; depth += 1) {
    const node = nodeAt(layer, path.slice(0, depth));
    if (node === undefined) return undefined;
    if (node.type === 'scalar' && node.value === null) return { place: spanAt(layer, path.slice(0, depth), 'key') };
  }
  const node = nodeAt(layer, path);
  return node && { place: spanAt(layer, path, 'value'), value: toPlain(node) };
}
