// A spec as it is named on the command line.

import { relative, resolve, sep } from 'node:path';
import { type Compilation, compileSpec } from '../compile';
import { readFrom } from '../files';

/** The path of a file relative to the project, with `/` between folders. */
export function projectPath(root: string, file: string): string {
  return relative(root, resolve(root, file)).split(sep).join('/');
}

/** Compiles a file of the project. */
export function compileFile(root: string, path: string): Compilation {
  return compileSpec(path, readFrom(root), process.env);
}
