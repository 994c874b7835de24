// Installs tools of the tests into the machine's cache: each tool once, by one process at a time.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder of this project in the cache of the user. */
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'payment-spec');

const WAIT_MILLISECONDS = 500;

/**
 * The folder of a tool. The first process installs it into the empty folder, and the others wait: test files run in
 * parallel, and some share a tool. Undefined if `install` returns false.
 */
export function installedTool(name: string, install: (folder: string) => boolean): string | undefined {
  const folder = join(CACHE, name);
  const complete = join(folder, 'installed');
  if (existsSync(complete)) return folder;
  return alone(`${folder}.lock`, () => {
    if (existsSync(complete)) return folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    console.log(`  installing ${name} into ${CACHE}, once: some minutes`);
    if (!install(folder)) return undefined;
    writeFileSync(complete, '');
    return folder;
  });
}

/** Runs a task while this process holds the lock, a file with its process id. */
function alone<T>(lock: string, task: () => T): T {
  mkdirSync(dirname(lock), { recursive: true });
  while (!take(lock)) {
    if (!isAlive(holderOf(lock))) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MILLISECONDS);
  }
  try {
    return task();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The process that holds the lock: this one while the holder has not written its id, or has just released the lock. */
function holderOf(lock: string): number {
  return (existsSync(lock) && Number(readFileSync(lock, 'utf8'))) || process.pid;
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
