// The threads of functions: each takes a tenth of a second to start, so that some are started before they are needed.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FUNCTION_PROGRAM, type FunctionThreadData, type ThreadStart } from './function-program';

/**
 * The stack size of a thread, in MB. Code gets the same size as in a process of Node.js on Lambda: V8's default of 984 KB
 * (`node --v8-options`, "stack-size"). A thread of Node.js reserves another 192 KB of its stack.
 */
const STACK_MEGABYTES = (984 + 192) / 1024;

/** The number of threads that wait for code: more could not start at the same time. */
const MOST_SPARES = availableParallelism();

/** How long after a start the threads for the next one are started, in milliseconds, so that they do not delay the first answers. */
const SPARE_AFTER_MILLISECONDS = 500;

/** The code of a thread, its environment and its memory. */
export interface ThreadSettings extends FunctionThreadData {
  /** All environment variables of the function. */
  readonly environment: Readonly<Record<string, string>>;
  readonly memorySizeMegabytes: number;
}

/** Starts a thread that loads its code. */
export function startThread({ folder, handler, environment, memorySizeMegabytes }: ThreadSettings): Worker {
  return start(memorySizeMegabytes, environment, { folder, handler });
}

function start(megabytes: number, environment: Readonly<Record<string, string>>, data?: FunctionThreadData): Worker {
  // Threads use the time zone of their process and ignore TZ in their own environment.
  process.env.TZ = 'UTC';
  return new Worker(FUNCTION_PROGRAM, {
    eval: true,
    env: environment,
    // Without this, threads inherit flags of the process, such as a test's TypeScript loader.
    execArgv: [],
    workerData: data ?? null,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, stackSizeMb: STACK_MEGABYTES },
    stdout: true,
    stderr: true,
  });
}

/** Threads that wait for their code. */
export interface SpareThreads {
  /** The number of threads that wait. */
  readonly waiting: number;
  /** Returns a waiting thread, which then loads the code; undefined if none fits. */
  take(settings: ThreadSettings): Worker | undefined;
  /** Starts threads a little later, one for each given size of memory in MB, and ends the waiting ones of other sizes. */
  prepare(megabytes: readonly number[]): void;
  stop(): Promise<void>;
}

/** Creates the spare threads of a run, none at first. */
export function createSpareThreads(): SpareThreads {
  let waiting: { readonly megabytes: number; readonly worker: Worker }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function fill(wanted: readonly number[]): void {
    const known = waiting;
    waiting = wanted.map((megabytes) => {
      const at = known.findIndex((one) => one.megabytes === megabytes);
      return known.splice(at, at < 0 ? 0 : 1)[0] ?? { megabytes, worker: start(megabytes, {}) };
    });
    for (const { worker } of known) void worker.terminate();
  }

  return {
    get waiting() {
      return waiting.length;
    },
    take({ folder, handler, environment, memorySizeMegabytes }) {
      // Node.js reads variables such as NODE_OPTIONS when a thread starts.
      if (Object.keys(environment).some((name) => name.startsWith('NODE_'))) return undefined;
      const at = waiting.findIndex((one) => one.megabytes === memorySizeMegabytes);
      const [taken] = waiting.splice(at, at < 0 ? 0 : 1);
      taken?.worker.postMessage({ folder, handler, environment } satisfies ThreadStart);
      return taken?.worker;
    },
    prepare(megabytes) {
      clearTimeout(timer);
      timer = setTimeout(() => fill(megabytes.slice(0, MOST_SPARES)), SPARE_AFTER_MILLISECONDS);
      timer.unref();
    },
    async stop() {
      clearTimeout(timer);
      await Promise.all(waiting.splice(0).map(({ worker }) => worker.terminate()));
    },
  };
}
