// The values of a spec, defaults included, each with the place where it was written.

import { environmentSchema } from '../../schema/environment-schema';
import { applyDefaults } from '../resolve/defaults';
import type { Span } from '../source/source';
import { nodeAt, type PathStep, type Plain, type SpecMap, spanAt, toPlain } from '../source/spec-node';

/** A value of a spec that is not a map with something in it. */
export interface SpecValue {
  readonly path: readonly PathStep[];
  /** As it is written, with its expressions. */
  readonly value: Plain;
  /** Where it was written; absent: it is the schema's default. */
  readonly origin?: Span;
}

/** All values of a valid spec, in the order of their paths. */
export function valuesOf(spec: SpecMap): SpecValue[] {
  return leavesOf(spec, applyDefaults(environmentSchema, toPlain(spec)), []);
}

function leavesOf(spec: SpecMap, value: Plain, path: readonly PathStep[]): SpecValue[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([key, item]) => leavesOf(spec, item, [...path, key]));
  return [nodeAt(spec, path) === undefined ? { path, value } : { path, value, origin: spanAt(spec, path, 'value') }];
}
