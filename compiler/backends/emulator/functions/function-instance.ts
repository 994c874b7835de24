// One instance of a function: a thread with the function's bundle and environment, which answers one event at a time.

import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { FUNCTION_PROGRAM, type FunctionThreadData, type ThreadReply, type ThreadRequest } from './function-program';

/**
 * The stack of a thread, in MB: as deep as that of a process of Node.js on Lambda. V8 gives it 984 KB by default
 * (`node --v8-options`, "stack-size"), and a thread of Node.js keeps 192 KB of its stack for itself.
 */
const STACK_MEGABYTES = (984 + 192) / 1024;

/** How an instance is started. */
export interface InstanceSettings extends FunctionThreadData {
  /** The only environment variables that the function sees. */
  readonly environment: Readonly<Record<string, string>>;
  readonly memorySizeMegabytes: number;
  /** How long its code may take to load. */
  readonly initTimeoutSeconds: number;
  /** Takes each line that the function writes to stdout or stderr. */
  readonly print: (line: string) => void;
}

/** The function's own code failed, or ended its thread. */
export class InstanceError extends Error {
  override readonly name = 'InstanceError';

  /** `trace` is the message with the function's stack, where there is one. */
  constructor(
    message: string,
    readonly trace: string = message,
  ) {
    super(message);
  }
}

/** A running instance. */
export interface FunctionInstance {
  /** Gives the answer as JSON text; rejects with InstanceError. One call at a time. */
  call(request: ThreadRequest): Promise<string>;
  /** Whether it can take another event. */
  readonly alive: boolean;
  /** Ends the thread, and with it a call that is under way. */
  stop(): Promise<void>;
}

/** Starts an instance; rejects with InstanceError when the function's code fails while it loads. */
export async function startInstance(settings: InstanceSettings): Promise<FunctionInstance> {
  const { folder, handler, environment, memorySizeMegabytes, initTimeoutSeconds, print } = settings;
  // Threads have the time zone of their process, whatever their own variables say.
  process.env.TZ = 'UTC';
  const worker = new Worker(FUNCTION_PROGRAM, {
    eval: true,
    env: environment,
    // Not the flags of this process: a test's TypeScript loader is no part of the function.
    execArgv: [],
    workerData: { folder, handler } satisfies FunctionThreadData,
    resourceLimits: { maxOldGenerationSizeMb: memorySizeMegabytes, stackSizeMb: STACK_MEGABYTES },
    stdout: true,
    stderr: true,
  });
  for (const input of [worker.stdout, worker.stderr]) createInterface({ input }).on('line', print);

  let alive = true;
  let caller: { resolve(payload: string): void; reject(error: InstanceError): void } | undefined;
  const nextReply = () =>
    new Promise<string>((resolve, reject) => {
      caller = { resolve, reject };
    });
  const fail = (message: string, trace?: string) => {
    caller?.reject(new InstanceError(message, trace));
    caller = undefined;
  };
  worker.on('message', (reply: ThreadReply) => {
    if (reply.is === 'failure') fail(reply.message, reply.stack);
    else caller?.resolve(reply.is === 'answer' ? reply.payload : '');
    caller = undefined;
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const message = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `out of memory at ${memorySizeMegabytes} MB` : error;
    alive = false;
    // Thrown by a timer or the like: no caller may be there to hear of it.
    if (caller === undefined) print(String(message));
    fail(String(message));
  });
  worker.on('exit', (code) => {
    alive = false;
    fail(`its process ended with code ${code}`);
  });

  const timer = setTimeout(
    () => fail(`its code takes longer than ${initTimeoutSeconds} s to load`),
    initTimeoutSeconds * 1000,
  );
  try {
    await nextReply();
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return {
    call(request) {
      const reply = nextReply();
      worker.postMessage(request);
      return reply;
    },
    get alive() {
      return alive;
    },
    async stop() {
      alive = false;
      fail('it was stopped before it had answered');
      await worker.terminate();
    },
  };
}
