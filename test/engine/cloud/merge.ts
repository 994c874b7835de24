// Computes a resource after a change: merges the values of the update call into the values in AWS.

import { isAbsent } from './compare';
import { isOpaque } from './opaque';
import { isEqual, isObject, type Properties } from './properties';
import type { Members, Shape } from './shape';

/** The key that identifies an element in a list of named elements. */
const NAMES = ['name', 'regionName'];

/**
 * The value after an update. Absent computed members keep their value. Named elements that the program did not change keep the
 * value in AWS, because the provider updates each index and each replica on its own (internal/service/dynamodb/table.go,
 * updateDiffGSI).
 */
export function merged(shape: Shape, living: unknown, state: unknown, wanted: unknown): unknown {
  if (isOpaque(wanted)) return wanted;
  if (shape.is === 'object' && isObject(wanted)) {
    return mergedMembers(shape.members, isObject(living) ? living : {}, isObject(state) ? state : {}, wanted);
  }
  if (shape.is !== 'list' || !Array.isArray(wanted) || shape.item.is !== 'object') return wanted;
  const name = NAMES.find((key) => wanted.every((item) => isObject(item) && typeof item[key] === 'string'));
  if (name === undefined) return wanted;
  const find = (items: unknown, item: unknown) =>
    Array.isArray(items)
      ? items.find((other) => isObject(other) && other[name] === (item as Properties)[name])
      : undefined;
  return wanted.map((item) => merged(shape.item, find(living, item), find(state, item), item));
}

function mergedMembers(members: Members, living: Properties, state: Properties, wanted: Properties): Properties {
  const result: Properties = {};
  for (const [name, member] of members) {
    const keeps = member.computed && isAbsent(member, wanted[name]);
    // Unchanged values are not sent.
    const isUnchanged = name in living && name in state && isEqual(state[name], wanted[name]);
    const value = keeps || isUnchanged ? living[name] : merged(member.shape, living[name], state[name], wanted[name]);
    if (value !== undefined && value !== null) result[name] = value;
  }
  return result;
}

/** A value in which each absent computed member has Terraform's value of an unset attribute. */
export function filled(members: Members, value: Properties): Properties {
  const result: Properties = {};
  for (const [name, { shape, computed }] of members) {
    const item = value[name] ?? (computed ? nothingOf(shape) : undefined);
    if (item !== undefined) result[name] = filledValue(shape, item);
  }
  return result;
}

function filledValue(shape: Shape, value: unknown): unknown {
  if (isOpaque(value)) return value;
  if (shape.is === 'object' && isObject(value)) return filled(shape.members, value);
  if (shape.is === 'list' && Array.isArray(value)) return value.map((item) => filledValue(shape.item, item));
  return value;
}

/** Terraform's value of an unset attribute with a shape; undefined for a block. */
export function nothingOf(shape: Shape): unknown {
  switch (shape.is) {
    case 'string':
      return '';
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'list':
      return [];
    default:
      return undefined;
  }
}
