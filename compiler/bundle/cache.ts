// Bundles that are made again only when something that they were made of has changed.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BundleRequest, bundleFunction, writeBundle } from './bundle';

/** What a bundle was made of: each file with the hash of its text, and the name of the folder that it is in. */
interface Manifest {
  readonly hash: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** The lock file stands for all that comes from node_modules, esbuild included. */
const LOCK_FILE = 'package-lock.json';

/** The name of the folder below `directory` that holds a function's bundle: an earlier one where nothing has changed. Throws as bundleFunction does. */
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
    // None yet, or half of one from a run that was stopped: either way the bundle is made anew.
    return undefined;
  }
}

async function isUnchanged({ inputs }: Manifest, root: string): Promise<boolean> {
  const same = Object.entries(inputs).map(async ([input, hash]) => (await hashFile(path.join(root, input))) === hash);
  return (await Promise.all(same)).every(Boolean);
}

/** The hash of a file's text; of one that is not there, the empty text. */
async function hashFile(file: string): Promise<string> {
  return existsSync(file) ? hashOf(await readFile(file)) : '';
}

function hashOf(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
