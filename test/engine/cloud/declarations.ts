// Reads the declarations of each kind of resource from @pulumi/aws: inputs, types and computed outputs.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { version } from '@pulumi/aws/package.json';
import { KINDS } from '../../../compiler/graph/kinds/kinds';
import type { Declarations } from './shape';
import { checkMembers } from './type-check';

let declarations: Declarations | undefined;

/**
 * The declaration of each kind. Reading them takes about ten seconds, so they are cached on disk for one version of
 * @pulumi/aws and of this code.
 */
export function readDeclarations(): Declarations {
  declarations ??= fromDisk() ?? toDisk(fromTypes());
  return declarations;
}

/** The errors in the inputs of a resource, one line for each. */
export function checkInputs(type: string, inputs: object): string[] {
  const declaration = readDeclarations().get(type);
  if (declaration === undefined) return [`unknown resource type ${type}`];
  return checkMembers(declaration.inputs, inputs, type.slice(type.lastIndexOf(':') + 1));
}

function fromTypes(): Declarations {
  // Loaded on demand, because the TypeScript compiler takes a second to load.
  const { readDeclarationsOfTypes } = require('./declaration-reader') as typeof import('./declaration-reader');
  return readDeclarationsOfTypes();
}

function cacheFile(): string {
  const sources = ['declaration-reader.ts', 'shape.ts'].map((name) => readFileSync(join(__dirname, name), 'utf8'));
  const key = createHash('sha256')
    .update(JSON.stringify([version, Object.keys(KINDS), sources]))
    .digest('hex');
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, 'payment-spec', `declarations-${key.slice(0, 16)}`);
}

function fromDisk(): Declarations | undefined {
  const file = cacheFile();
  return existsSync(file) ? (deserialize(readFileSync(file)) as Declarations) : undefined;
}

function toDisk(read: Declarations): Declarations {
  const file = cacheFile();
  mkdirSync(join(file, '..'), { recursive: true });
  // A concurrent process must not read an incomplete file.
  writeFileSync(`${file}.${process.pid}`, serialize(read));
  renameSync(`${file}.${process.pid}`, file);
  return read;
}
