// The values of a spec, including defaults, with their locations.

import { applyDefaults } from '../../../schema/defaults';
import { environmentSchema } from '../../../schema/environment-schema';
import type { Span } from '../../source/source';
import { nodeAt, type PathStep, type Plain, type SpecMap, spanAt, toPlain } from '../../source/spec-node';

/** A value of a spec: a scalar, a list or an empty map. */
export interface SpecValue {
  readonly path: readonly PathStep[];
  /** The value in the spec, with its expressions. */
  readonly value: Plain;
  /** Its location; absent for a default of the schema. */
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
