// The directory that stores the data of the local run between starts.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LocalRunError } from '../local-run-error';

/** A directory for data. The lock of the tables' store excludes other runs until the process ends. */
export interface DataDirectory {
  /** Path of the tables' store. */
  readonly tables: string;
  /** Records that a run has started. Returns whether the previous run was killed. Must be called after the store is locked. */
  begin(): Promise<boolean>;
  /** Returns the last value that was saved under a name, or undefined. Rejects with LocalRunError if it is not JSON. */
  load(name: string): Promise<unknown>;
  /** Saves a value as JSON. The previous value stays until the new one is complete. Calls must not overlap. */
  save(name: string, value: unknown): Promise<void>;
  /** Records that all data is written. */
  end(): Promise<void>;
}

/** Opens a directory, and creates it if it is missing. Rejects with LocalRunError if it cannot be used. */
export async function openDataDirectory(path: string): Promise<DataDirectory> {
  const marker = join(path, 'running');
  const tables = join(path, 'tables');
  try {
    await makeFolders(path);
    refuseOtherFiles(tables);
  } catch (error) {
    throw unusable(path, (error as Error).message);
  }
  return {
    tables,
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

/** Creates folders without `recursive`, because Node.js's recursive mkdir never ends below folders such as /proc. */
async function makeFolders(path: string): Promise<void> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found !== undefined) throw new Error('it is a file, not a directory');
  if (dirname(path) !== path) await makeFolders(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // The path is now a directory that another run created, or a link, which statSync follows.
    if (statSync(path, { throwIfNoEntry: false }) === undefined)
      throw new Error('it is a link to a directory that does not exist');
  }
}

/** The names of LevelDB's files (leveldb, "Files"). */
const STORE_FILE = /^(CURRENT|LOCK|LOG(\.old)?|MANIFEST-\d+|\d+\.(log|ldb|sst|dbtmp))$/;

/** Throws if the folder of the store has other files, among which the store would write its own. */
function refuseOtherFiles(tables: string): void {
  if (!statSync(tables, { throwIfNoEntry: false })?.isDirectory()) return;
  const other = readdirSync(tables).find((name) => !STORE_FILE.test(name));
  if (other !== undefined) throw new Error(`tables/${other} is not a file of a local run`);
}

function unusable(path: string, reason: string): LocalRunError {
  return new LocalRunError(`the data directory ${path} cannot be used: ${reason}`);
}
