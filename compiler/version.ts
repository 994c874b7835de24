// The version of this program.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version, as package.json says it: beside the folder that this file is in, and that it is built into. */
export function readVersion(): string {
  return (JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string }).version;
}
