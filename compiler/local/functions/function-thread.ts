// The threads of functions: each takes a tenth of a second to start, so that some are started before they are needed.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  FUNCTION_PROGRAM,
  type FunctionThreadData,
  type ThreadPreparation,
  type ThreadStart,
} from './function-program';

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
  /** The file with the packages of the code; absent if the code contains them or does not need any. */
  readonly library?: string | undefined;
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
  /** Starts threads, one for each given size of memory in MB. */
  start(megabytes: readonly number[]): void;
  /** Starts a thread for each function a little later, which loads its packages. Ends the waiting ones that fit none. */
  prepare(functions: readonly SpareSettings[]): void;
  stop(): Promise<void>;
}

type SpareSettings = Pick<ThreadSettings, 'environment' | 'library' | 'memorySizeMegabytes'>;

/** A thread that waits, and what it was started for. */
interface Spare {
  readonly megabytes: number;
  /** The loaded packages and the environment that they were loaded with; absent: none. */
  readonly loaded?: string | undefined;
  readonly worker: Worker;
}

/** The packages of a function and their environment. Each version of the function has its own access key, which no package reads when it loads. */
function loadedBy({ library, environment }: SpareSettings): string | undefined {
  return library && JSON.stringify([library, { ...environment, AWS_ACCESS_KEY_ID: '' }]);
}

function startSpare({ environment, library, memorySizeMegabytes }: SpareSettings): Spare {
  const worker = start(memorySizeMegabytes, {});
  if (library !== undefined) worker.postMessage({ library, environment } satisfies ThreadPreparation);
  return { megabytes: memorySizeMegabytes, loaded: loadedBy({ environment, library, memorySizeMegabytes }), worker };
}

/** Creates the spare threads of a run, none at first. */
export function createSpareThreads(): SpareThreads {
  let waiting: Spare[] = [];
  let timer: NodeJS.Timeout | undefined;

  function fill(functions: readonly SpareSettings[]): void {
    const known = waiting;
    waiting = functions.slice(0, MOST_SPARES).map((one) => {
      const at = known.findIndex(
        ({ megabytes, loaded }) => megabytes === one.memorySizeMegabytes && loaded === loadedBy(one),
      );
      return known.splice(at, at < 0 ? 0 : 1)[0] ?? startSpare(one);
    });
    for (const { worker } of known) void worker.terminate();
  }

  return {
    get waiting() {
      return waiting.length;
    },
    take(settings) {
      const { folder, handler, environment, memorySizeMegabytes } = settings;
      // Node.js reads variables such as NODE_OPTIONS when a thread starts.
      if (Object.keys(environment).some((name) => name.startsWith('NODE_'))) return undefined;
      const fits = [undefined, loadedBy(settings)];
      const at = waiting.findIndex((one) => one.megabytes === memorySizeMegabytes && fits.includes(one.loaded));
      const [taken] = waiting.splice(at, at < 0 ? 0 : 1);
      taken?.worker.postMessage({ folder, handler, environment } satisfies ThreadStart);
      return taken?.worker;
    },
    start: (megabytes) => fill(megabytes.map((memorySizeMegabytes) => ({ environment: {}, memorySizeMegabytes }))),
    prepare(functions) {
      clearTimeout(timer);
      timer = setTimeout(fill, SPARE_AFTER_MILLISECONDS, functions);
      timer.unref();
    },
    async stop() {
      clearTimeout(timer);
      await Promise.all(waiting.splice(0).map(({ worker }) => worker.terminate()));
    },
  };
}
