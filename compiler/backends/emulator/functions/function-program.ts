// What runs in a function's thread: loads the bundle, then answers one event after the other.

/** What a thread is started with. */
export interface FunctionThreadData {
  /** The folder of the bundle; index.js is its entry. */
  readonly folder: string;
  /** The export that is called. */
  readonly handler: string;
}

/** An event for the thread. */
export interface ThreadRequest {
  readonly event: unknown;
  /** The plain part of Lambda's context object. */
  readonly context: object;
  /** When the function must have answered, in milliseconds since 1970. */
  readonly deadline: number;
}

/** What the thread says: that it has started, the answer as JSON text, or what went wrong. */
export type ThreadReply =
  | { readonly is: 'ready' }
  | { readonly is: 'answer'; readonly payload: string }
  | { readonly is: 'failure'; readonly message: string; readonly stack: string };

/**
 * The program, as text: a thread starts from a file or from text, and the command line is a single file when it is bundled.
 * It gets FunctionThreadData, takes ThreadRequest and gives ThreadReply.
 */
export const FUNCTION_PROGRAM = `
const { join, sep } = require('node:path');
const { parentPort, workerData } = require('node:worker_threads');
process.setSourceMapsEnabled(true);

const reply = (is, fields) => parentPort.postMessage({ is, ...fields });
const fail = (error) => {
  const known = error instanceof Error;
  reply('failure', {
    message: known ? error.name + ': ' + error.message : String(error),
    stack: known ? String(error.stack).replaceAll(workerData.folder + sep, '') : String(error),
  });
};

try {
  const handler = require(join(workerData.folder, 'index.js'))[workerData.handler];
  if (typeof handler !== 'function') throw 'it exports no function ' + workerData.handler;
  parentPort.on('message', async ({ event, context, deadline }) => {
    try {
      const getRemainingTimeInMillis = () => Math.max(0, deadline - Date.now());
      const result = await handler(event, { ...context, getRemainingTimeInMillis });
      reply('answer', { payload: JSON.stringify(result) ?? 'null' });
    } catch (error) {
      fail(error);
    }
  });
  reply('ready');
} catch (error) {
  fail(error);
}
`;
