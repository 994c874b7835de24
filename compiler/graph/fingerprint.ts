// A hash of plain data that does not depend on the order of keys.

import { createHash } from 'node:crypto';
import { objectOf } from '../source/object-of';
import type { Value } from './value';

/** The SHA-256 of a value as JSON with sorted keys, in hexadecimal. */
export function fingerprint(value: Value): string {
  return createHash('sha256').update(stableJson(value)).digest('hex');
}

function stableJson(value: Value): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? objectOf(Object.keys(item).sort(), (key) => (item as { readonly [key: string]: unknown })[key])
      : item,
  );
}
