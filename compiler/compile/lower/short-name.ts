// Shortens names to AWS's limits.

import { fingerprint } from '../../graph/fingerprint';

/** The name. If it exceeds the limit, its beginning with a hash of the full name. */
export function shortName(name: string, limit: number): string {
  return name.length > limit ? `${name.slice(0, limit - 9)}-${fingerprint(name).slice(0, 8)}` : name;
}
