// The one door to chokidar: follows exactly the files that the last build was made from.

import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** Files that are followed. */
export interface FileWatch {
  stop(): Promise<void>;
}

/** What is done when files have changed. */
export interface WatchedBuild {
  /** The project's folder: paths are relative to it. */
  readonly root: string;
  /** The files and folders that the first build depended on, missing ones included, and when it began, in milliseconds since 1970. */
  readonly paths: readonly string[];
  readonly builtAt: number;
  /** Builds anew; gives what to follow from then on. Never called again before it has ended. */
  readonly rebuild: () => Promise<readonly string[]>;
}

/** How long to wait for more changes once there is one, in milliseconds: editors save several files at a time. */
const SETTLE_MILLISECONDS = 50;

/** How often to look for changes that nothing told of, in milliseconds: to a file that was missing, or on a disk that tells nothing. */
const HEARTBEAT_MILLISECONDS = 500;

/** By how much a file system's clock may be behind, in milliseconds. */
const CLOCK_TICK_MILLISECONDS = 10;

/** Stands for a file that has changed since it was built. */
const OUTDATED = -1;

/** Starts to follow: from then on, and for what has changed since the first build began. */
export async function watchFiles({ root, paths, builtAt, rebuild }: WatchedBuild): Promise<FileWatch> {
  const { watch } = await import('chokidar');
  const absolute = (path: string) => resolve(root, path);
  /** When each followed file had been changed as it was built. */
  let built = new Map(paths.map(absolute).map((path) => [path, changeBefore(path, builtAt)]));
  let building: Promise<void> | undefined;
  let stopped = false;

  const isOutdated = () => [...built].some(([path, time]) => changeTime(path) !== time);

  async function build(): Promise<void> {
    do {
      await new Promise((settled) => setTimeout(settled, SETTLE_MILLISECONDS));
      const begun = Date.now();
      const times = new Map([...built.keys()].map((path) => [path, changeTime(path)]));
      const next = (await rebuild()).map(absolute);
      watcher.add(next.filter((path) => !built.has(path)));
      built = new Map(next.map((path) => [path, times.get(path) ?? changeBefore(path, begun)]));
    } while (isOutdated() && !stopped);
    building = undefined;
  }

  const look = () => {
    if (building === undefined && !stopped && isOutdated()) building = build();
  };
  const watcher = watch([...built.keys()], { ignoreInitial: true, depth: 0 });
  watcher.on('all', look);
  // Such as more files than the system watches: the heartbeat sees to them.
  watcher.on('error', () => {});
  const heartbeat = setInterval(look, HEARTBEAT_MILLISECONDS);
  return {
    async stop() {
      stopped = true;
      clearInterval(heartbeat);
      await building;
      await watcher.close();
    },
  };
}

/** When a file was changed or put in its place, in milliseconds since 1970; 0 where there is none. */
function changeTime(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0;
}

/** When a file was changed, if that was before a build began. */
function changeBefore(path: string, begun: number): number {
  const time = changeTime(path);
  return time + CLOCK_TICK_MILLISECONDS < begun ? time : OUTDATED;
}
