// The folder that keeps the data of the local run from one start to the next, for one run at a time.

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmulatorError } from '../emulator-error';

/** A folder that this process has for itself. */
export interface DataDirectory {
  /** Where the tables' store lives. */
  readonly tables: string;
  /** Whether the run before was killed: what it was writing may be there in part. */
  readonly wasKilled: boolean;
  /** What was last saved under a name; undefined where nothing was. Rejects with EmulatorError where it is no JSON. */
  load(name: string): Promise<unknown>;
  /** Saves a value as JSON; one that is there stays whole until the new one is. */
  save(name: string, value: unknown): Promise<void>;
  /** Lets other processes have the folder. */
  release(): Promise<void>;
}

/** Takes a folder, and makes it where there is none; rejects with EmulatorError when it cannot be used. */
export async function openDataDirectory(path: string): Promise<DataDirectory> {
  const lock = join(path, 'process-id');
  let wasKilled: boolean;
  try {
    await mkdir(path, { recursive: true });
    wasKilled = (await takeLock(path, lock)) === 'from a killed run';
  } catch (error) {
    throw error instanceof EmulatorError ? error : unusable(path, (error as Error).message);
  }
  return {
    tables: join(path, 'tables'),
    wasKilled,
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
    release: () => rm(lock, { force: true }),
  };
}

/** Two processes on the same files would lose each other's data. */
async function takeLock(path: string, lock: string): Promise<'free' | 'from a killed run'> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return 'free';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = Number(await readFile(lock, 'utf8'));
    if (isRunning(owner)) throw unusable(path, `process ${owner} is using it; if that is no local run, remove ${lock}`);
    await writeFile(lock, String(process.pid));
    return 'from a killed run';
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function unusable(path: string, reason: string): EmulatorError {
  return new EmulatorError(`the data directory ${path} cannot be used: ${reason}`);
}
