// The hash in the names of bundles and caches of code.

import { createHash } from 'node:crypto';

/** The SHA-256 of a text or of a file's bytes, in hexadecimal. */
export function hashOf(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
