// The version and the folder of this program.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that contains this program, both as source and as built. */
export const PROGRAM_FOLDER = folderOfPackage(__dirname);

function folderOfPackage(folder: string): string {
  const isRoot = dirname(folder) === folder;
  return isRoot || existsSync(join(folder, 'package.json')) ? folder : folderOfPackage(dirname(folder));
}

/** The version in package.json. */
export function readVersion(): string {
  return (JSON.parse(readFileSync(join(PROGRAM_FOLDER, 'package.json'), 'utf8')) as { version: string }).version;
}
