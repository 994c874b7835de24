// Compares the values of two specs, defaults included.

import type { PathStep, SpecMap } from '../../source/spec-node';
import { type SpecValue, valuesOf } from './values';

/** A field with a changed value. A side without the field is absent. */
export interface ValueChange {
  readonly path: readonly PathStep[];
  readonly before?: SpecValue;
  readonly after?: SpecValue;
}

/** Compares two valid specs field by field: changes by path. */
export function compareSpecs(before: SpecMap, after: SpecMap): ValueChange[] {
  const [olds, news] = [byPath(before), byPath(after)];
  const keys = [...new Set([...olds.keys(), ...news.keys()])].sort();
  return keys.flatMap((key) => {
    const [old, present] = [olds.get(key), news.get(key)];
    const path = present?.path ?? old?.path ?? [];
    if (JSON.stringify(old?.value) === JSON.stringify(present?.value)) return [];
    return [{ path, ...(old && { before: old }), ...(present && { after: present }) }];
  });
}

/** Removes empty maps, which other fields imply. */
function byPath(spec: SpecMap): ReadonlyMap<string, SpecValue> {
  const values = valuesOf(spec).filter(({ value }) => JSON.stringify(value) !== '{}');
  return new Map(values.map((value) => [value.path.join('\0'), value]));
}
