// Data as YAML text.

import { stringify } from 'yaml';
import type { JsonValue } from '../graph/value';

/** Writes data as one YAML document, its lines as long as its texts are. */
export function writeYaml(value: JsonValue): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}
