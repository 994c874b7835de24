// The files in which bundles are kept between runs.

import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The folder of the packages. What is kept is deleted with them. */
const PACKAGES = 'node_modules';

const FOLDER = `${PACKAGES}/.cache/payment-spec`;

/** Reads a kept value; undefined if there is none. */
export async function readKept<T>(root: string, name: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path.join(root, FOLDER, name), 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Keeps a value. Does nothing in a project without packages, or if the folder is not writable. */
export async function writeKept(root: string, name: string, value: object): Promise<void> {
  if (!existsSync(path.join(root, PACKAGES))) return;
  const file = path.join(root, FOLDER, name);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}.draft`;
    await writeFile(draft, JSON.stringify(value));
    await rename(draft, file);
  } catch {
    // The next run builds it again.
  }
}
