// Caches bundles until one of their inputs changes.

import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BundleRequest, bundleFunction, writeBundle } from './bundle';
import { hashOf } from './hash';

/** The inputs of a bundle: each file with the hash of its text, and the name of its folder. */
interface Manifest {
  readonly hash: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** The lock file, which represents all of node_modules, including esbuild. */
const LOCK_FILE = 'package-lock.json';

/** Returns the name of the folder below `directory` with a function's bundle; builds it if an input has changed. Throws like bundleFunction. */
export async function bundleOnce(request: BundleRequest, root: string, directory: string): Promise<string> {
  const manifestFile = path.join(directory, `${hashOf(JSON.stringify(request))}.json`);
  const known = await readManifest(manifestFile);
  if (known !== undefined && existsSync(path.join(directory, known.hash)) && (await isUnchanged(known, root)))
    return known.hash;

  const { hash, files, inputs } = await bundleFunction(request, root);
  await writeBundle({ hash, files }, directory);
  const hashes = await Promise.all(
    [...inputs, LOCK_FILE].map(async (input) => [input, await hashFile(path.join(root, input))]),
  );
  await mkdir(directory, { recursive: true });
  await writeFile(manifestFile, JSON.stringify({ hash, inputs: Object.fromEntries(hashes) } satisfies Manifest));
  return hash;
}

async function readManifest(file: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Manifest;
  } catch {
    // The manifest is missing, or incomplete after an interrupted run: the bundle is built again.
    return undefined;
  }
}

async function isUnchanged({ inputs }: Manifest, root: string): Promise<boolean> {
  const same = Object.entries(inputs).map(async ([input, hash]) => (await hashFile(path.join(root, input))) === hash);
  return (await Promise.all(same)).every(Boolean);
}

/** The hash of a file's text; empty for a missing file. */
async function hashFile(file: string): Promise<string> {
  return existsSync(file) ? hashOf(await readFile(file)) : '';
}
