// The version of this program.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of this program: around the folder that this file is in, and that it is built into. */
export const PROGRAM_FOLDER = join(__dirname, '..');

/** The version in package.json. */
export function readVersion(): string {
  return (JSON.parse(readFileSync(join(PROGRAM_FOLDER, 'package.json'), 'utf8')) as { version: string }).version;
}
