// The project's files, for whoever runs the compiler.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadFile } from './compose/compose';

/** The folder of the specs, relative to the project. */
export const SPEC_FOLDER = 'spec';

/** Reads files below a project's root. */
export function readFrom(root: string): ReadFile {
  return (path) => {
    const file = join(root, path);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : undefined;
  };
}

/** The specs of a project, by name. */
export function listSpecs(root: string): string[] {
  const folder = join(root, SPEC_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => `${SPEC_FOLDER}/${name}`);
}
