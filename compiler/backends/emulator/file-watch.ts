// The one door to chokidar: follows exactly the files that the last build was made from.

import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Files that are followed. */
export interface FileWatch {
  stop(): Promise<void>;
}

/** What is done when files have changed. */
export interface WatchedBuild {
  /** The project's folder: paths are relative to it. */
  readonly root: string;
  /** The files and folders that the first build depended on, and when it began, in milliseconds since 1970. */
  readonly paths: readonly string[];
  readonly builtAt: number;
  /** Builds anew; gives what to follow from then on. Never called again before it has ended. */
  readonly rebuild: () => Promise<readonly string[]>;
}

/** How long to wait for more changes once there is one, in milliseconds: editors save several files at a time. */
const SETTLE_MILLISECONDS = 50;

/** By how much a file system's clock may be behind, in milliseconds. */
const CLOCK_TICK_MILLISECONDS = 10;

/** Starts to follow; a file may be missing and is followed all the same. Resolves once each further change is seen. */
export async function watchFiles({ root, paths, builtAt, rebuild }: WatchedBuild): Promise<FileWatch> {
  const { watch } = await import('chokidar');
  const absolute = (path: string) => resolve(root, path);
  let followed = new Set(paths.map(absolute));
  let since = builtAt;
  let building: Promise<void> | undefined;
  let changed = false;
  let stopped = false;

  const watcher = watch([...followed], { depth: 0 });
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || !(followed.has(path) || followed.has(dirname(path)))) return;
    // Said of each file that is new to the watcher: only one that has changed since the build began is news.
    if (event === 'add' && changeTime(path) + CLOCK_TICK_MILLISECONDS < since) return;
    changed = true;
    building ??= build();
  });

  async function build(): Promise<void> {
    while (changed && !stopped) {
      await new Promise((settled) => setTimeout(settled, SETTLE_MILLISECONDS));
      changed = false;
      since = Date.now();
      followed = new Set((await rebuild()).map(absolute));
      watcher.add([...followed]);
    }
    building = undefined;
  }

  await new Promise<void>((ready) => watcher.once('ready', ready));
  return {
    async stop() {
      stopped = true;
      await building;
      await watcher.close();
    },
  };
}

/** When a file was changed or put in its place, in milliseconds since 1970; 0 where it is gone. */
function changeTime(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0;
}
