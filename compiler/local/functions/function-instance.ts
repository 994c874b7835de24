// One instance of a function: a thread that has the function's bundle and environment, and handles one event at a time.

import type { FunctionThreadData, ThreadReply, ThreadRequest } from './function-program';
import { type SpareThreads, startThread } from './function-thread';
import { createLines } from './lines';

/** Settings of an instance. */
export interface InstanceSettings extends FunctionThreadData {
  /** All environment variables of the function. */
  readonly environment: Readonly<Record<string, string>>;
  readonly memorySizeMegabytes: number;
  /** Maximum time that the code may take to load. */
  readonly initTimeoutSeconds: number;
  /** Threads that have been started without code. */
  readonly spares?: SpareThreads | undefined;
  /** Called with each line that the function writes to stdout or stderr, and with the trace of its latest event. */
  readonly print: (line: string, traceId?: string) => void;
}

/** A failure of the function's code, or the end of its thread. */
export class InstanceError extends Error {
  override readonly name = 'InstanceError';

  /** `trace` is the message with the function's stack, if it has one. */
  constructor(
    message: string,
    readonly trace: string = message,
  ) {
    super(message);
  }
}

/** A running instance. */
export interface FunctionInstance {
  /** Returns the response as JSON text. Rejects with InstanceError. Calls must not overlap. */
  call(request: ThreadRequest): Promise<string>;
  /** Whether it can handle another event. */
  readonly alive: boolean;
  /** Ends the thread, including a call in progress. */
  stop(): Promise<void>;
}

/** Starts an instance. Rejects with InstanceError if the function's code fails while it loads. */
export async function startInstance(settings: InstanceSettings): Promise<FunctionInstance> {
  const { memorySizeMegabytes, initTimeoutSeconds, spares, print } = settings;
  const worker = spares?.take(settings) ?? startThread(settings);
  let traceId: string | undefined;
  const printLine = (line: string) => print(line, traceId);
  const outputs = { stdout: createLines(printLine), stderr: createLines(printLine) };

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
    if (reply.is === 'output') {
      outputs[reply.name].add(reply.text);
      return;
    }
    if (reply.is === 'failure') fail(reply.message, reply.stack);
    else caller?.resolve(reply.is === 'answer' ? reply.payload : '');
    caller = undefined;
  });
  let reason: string | undefined;
  worker.on('error', (error: NodeJS.ErrnoException) => {
    alive = false;
    reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `out of memory at ${memorySizeMegabytes} MB` : String(error);
  });
  // An answer takes another way than an error and can arrive after it. Node.js emits all messages before the end.
  worker.on('exit', (code) => {
    alive = false;
    for (const lines of Object.values(outputs)) lines.end();
    // A timer, for example, can throw when no call is waiting for a reply.
    if (caller === undefined && reason !== undefined) print(reason);
    fail(reason ?? `the function's process exited with code ${code}`);
  });

  const timer = setTimeout(
    () => fail(`the function's code took longer than ${initTimeoutSeconds} s to load`),
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
      ({ traceId } = request);
      const reply = nextReply();
      worker.postMessage(JSON.stringify(request));
      return reply;
    },
    get alive() {
      return alive;
    },
    async stop() {
      alive = false;
      fail('the function was stopped before it responded');
      await worker.terminate();
    },
  };
}
