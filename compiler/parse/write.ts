// Writes data as YAML.

import { stringify } from 'yaml';
import type { JsonValue } from '../graph/value';

/** Writes data as one YAML document, without wrapping lines. */
export function writeYaml(value: JsonValue): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}
