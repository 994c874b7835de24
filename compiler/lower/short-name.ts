// Names that AWS bounds more narrowly than what they are made of.

import { fingerprint } from '../graph/fingerprint';

/** The name, or its beginning with a hash of the whole where it has more characters than are allowed. */
export function shortName(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 9)}-${fingerprint(name).slice(0, 8)}` : name;
}
