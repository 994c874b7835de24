// The version and the folder of this program.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder that contains this program, both as source and as built. */
export const PROGRAM_FOLDER = join(__dirname, '..');

/** The version in package.json. */
export function readVersion(): string {
  return (JSON.parse(readFileSync(join(PROGRAM_FOLDER, 'package.json'), 'utf8')) as { version: string }).version;
}
