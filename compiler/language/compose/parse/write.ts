// Writes data as YAML.

import { stringify } from 'yaml';

/** Writes JSON data as one YAML document, without wrapping lines. */
export function writeYaml(data: object): string {
  return stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
}
