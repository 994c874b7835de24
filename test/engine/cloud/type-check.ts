// Checks values against shapes, to reject invalid inputs.

import { isOpaque } from './opaque';
import { isObject } from './properties';
import type { Members, Shape } from './shape';

/** The errors in a value of a shape, one line for each. */
function checkShape(shape: Shape, value: unknown, path: string): string[] {
  const wrong = [`${path} is ${JSON.stringify(value)}, not ${shape.text}`];
  if (isOpaque(value) || shape.is === 'any') return [];
  if (shape.is === 'list') {
    return Array.isArray(value) ? value.flatMap((entry, at) => checkShape(shape.item, entry, `${path}[${at}]`)) : wrong;
  }
  if (shape.is === 'object') return isObject(value) ? checkMembers(shape.members, value, path) : wrong;
  if (shape.is === 'map') return isObject(value) ? [] : wrong;
  return typeof value === shape.is ? [] : wrong;
}

/** The errors in the members of an object, one line for each. */
export function checkMembers(members: Members, value: object, path: string): string[] {
  return [
    ...Object.entries(value).flatMap(([key, entry]) => {
      const member = members.get(key);
      return member === undefined
        ? [`${path} has no property ${key}`]
        : checkShape(member.shape, entry, `${path}.${key}`);
    }),
    ...[...members]
      .filter(([name, member]) => !member.optional && !Object.hasOwn(value, name))
      .map(([name]) => `${path} lacks ${name}`),
  ];
}
