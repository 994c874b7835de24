// The folder that keeps the data of the local run from one start to the next.

import { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EmulatorError } from '../emulator-error';

/** A folder for data. The lock of the tables' store keeps other runs out, and ends with its process. */
export interface DataDirectory {
  /** Where the tables' store lives. */
  readonly tables: string;
  /** Notes that this run writes; true where the run before was killed. To be called once the store is locked. */
  begin(): Promise<boolean>;
  /** What was last saved under a name; undefined where nothing was. Rejects with EmulatorError where it is no JSON. */
  load(name: string): Promise<unknown>;
  /** Saves a value as JSON; one that is there stays whole until the new one is. One call at a time. */
  save(name: string, value: unknown): Promise<void>;
  /** Notes that all has been written. */
  end(): Promise<void>;
}

/** Makes a folder where there is none; rejects with EmulatorError when it cannot be used. */
export async function openDataDirectory(path: string): Promise<DataDirectory> {
  const marker = join(path, 'running');
  try {
    await makeFolders(path);
  } catch (error) {
    throw unusable(path, (error as Error).message);
  }
  return {
    tables: join(path, 'tables'),
    async begin() {
      try {
        const wasKilled = existsSync(marker);
        await writeFile(marker, '');
        return wasKilled;
      } catch (error) {
        throw unusable(path, (error as Error).message);
      }
    },
    async load(name) {
      const file = join(path, name);
      try {
        return JSON.parse(await readFile(file, 'utf8'));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw unusable(path, `${name}: ${(error as Error).message}`);
      }
    },
    async save(name, value) {
      const file = join(path, name);
      await writeFile(`${file}.draft`, JSON.stringify(value, undefined, 2));
      await rename(`${file}.draft`, file);
    },
    end: () => rm(marker, { force: true }),
  };
}

/** Not `recursive`, with which mkdir of Node.js never ends in a folder that takes none, such as /proc. */
async function makeFolders(path: string): Promise<void> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found !== undefined) throw new Error('it is a file, not a directory');
  if (dirname(path) !== path) await makeFolders(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function unusable(path: string, reason: string): EmulatorError {
  return new EmulatorError(`the data directory ${path} cannot be used: ${reason}`);
}
