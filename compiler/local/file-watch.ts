// Watches the files that the last build read, and rebuilds when one changes. The only file that uses chokidar.

import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** A running watch. */
export interface FileWatch {
  stop(): Promise<void>;
}

/** A build that is repeated when its files change. */
export interface WatchedBuild {
  /** The project's folder. Paths are relative to it. */
  readonly root: string;
  /** The files and folders that the first build depended on, including missing ones. */
  readonly paths: readonly string[];
  /** When the first build began, in milliseconds since 1970. */
  readonly builtAt: number;
  /** Builds again after changes of some paths, which are absolute. Returns the paths to watch from then on. Calls do not overlap. */
  readonly rebuild: (changed: ReadonlySet<string>) => Promise<readonly string[]>;
}

/** How long to wait for more changes after the first one, in milliseconds: editors save several files at a time. */
const SETTLE_MILLISECONDS = 20;

/** How often to check for changes without an event, in milliseconds: new files, and disks that do not send events. */
const HEARTBEAT_MILLISECONDS = 500;

/** How far a file system's clock may lag, in milliseconds. */
const CLOCK_TICK_MILLISECONDS = 10;

/** The change time of a file that changed after its build began. */
const OUTDATED = -1;

/** Starts the watch. It also detects changes since the first build began. */
export async function watchFiles({ root, paths, builtAt, rebuild }: WatchedBuild): Promise<FileWatch> {
  const { watch } = await import('chokidar');
  const absolute = (path: string) => resolve(root, path);
  /** The change time of each watched file at its last build. */
  let built = new Map(paths.map(absolute).map((path) => [path, changeBefore(path, builtAt)]));
  let building: Promise<void> | undefined;
  let stopped = false;

  const isOutdated = () => [...built].some(([path, time]) => changeTime(path) !== time);

  async function build(): Promise<void> {
    do {
      await new Promise((settled) => setTimeout(settled, SETTLE_MILLISECONDS));
      const begun = Date.now();
      const times = new Map([...built.keys()].map((path) => [path, changeTime(path)]));
      const changed = new Set([...times].flatMap(([path, time]) => (built.get(path) === time ? [] : [path])));
      const next = (await rebuild(changed)).map(absolute);
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
  // The watcher fails, for example, at the system's limit of watched files. The heartbeat then detects changes.
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

/** When a file was changed or moved to its path, in milliseconds since 1970; 0 for a missing file. */
function changeTime(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0;
}

/** When a file was changed, if that was before a build began; OUTDATED otherwise. */
function changeBefore(path: string, begun: number): number {
  const time = changeTime(path);
  return time + CLOCK_TICK_MILLISECONDS < begun ? time : OUTDATED;
}
