// The program of a function's thread: loads the bundle, then handles one event at a time.

/** The code that a thread runs. */
export interface FunctionThreadData {
  /** The folder of the bundle. Its entry file is index.js. */
  readonly folder: string;
  /** Name of the exported handler. */
  readonly handler: string;
}

/** A message to a thread that has been started without code: its code. */
export interface ThreadStart extends FunctionThreadData {
  /** All environment variables of the function. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A message to a thread that waits for its code: a file of packages that the code will load. */
export interface ThreadPreparation extends Pick<ThreadStart, 'environment'> {
  readonly library: string;
}

/** A message to the thread: an event to handle. */
export interface ThreadRequest {
  readonly event: unknown;
  /** The root of the request's trace. The SDK sends it with each call, as on Lambda. */
  readonly traceId?: string | undefined;
  /** The data of Lambda's context object, without its methods. */
  readonly context: object;
  /** When the function times out, in milliseconds since 1970. */
  readonly deadline: number;
}

/** A message from the thread: the start, a response (JSON text), a failure, or output of the function. */
export type ThreadReply =
  | { readonly is: 'ready' }
  | { readonly is: 'answer'; readonly payload: string }
  | { readonly is: 'failure'; readonly message: string; readonly stack: string }
  | { readonly is: 'output'; readonly name: 'stdout' | 'stderr'; readonly text: string };

/**
 * The program, as text: a thread starts from a file or from text, and the bundled command line is a single file.
 * It starts with FunctionThreadData, or without data and receives ThreadStart later, perhaps after ThreadPreparation. It then receives messages of ThreadRequest as JSON text and sends
 * ThreadReply messages.
 */
export const FUNCTION_PROGRAM = `
const { join, sep } = require('node:path');
const { StringDecoder } = require('node:string_decoder');
const { setFlagsFromString } = require('node:v8');
const { parentPort, workerData } = require('node:worker_threads');
process.setSourceMapsEnabled(true);

const reply = (is, fields) => parentPort.postMessage({ is, ...fields });

// The streams of a thread wait for an acknowledgement of each write.
for (const name of ['stdout', 'stderr']) {
  const decoder = new StringDecoder();
  process[name].write = (chunk, encoding, callback) => {
    const known = typeof encoding === 'string' ? encoding : 'utf8';
    const text = typeof chunk === 'string' && known === 'utf8' ? chunk : decoder.write(Buffer.from(chunk, known));
    reply('output', { name, text });
    const done = typeof encoding === 'function' ? encoding : callback;
    if (done) process.nextTick(done);
    return true;
  };
}

const start = ({ folder, handler: name, environment }) => {
  Object.assign(process.env, environment);
  const fail = (error) => {
    const known = error instanceof Error;
    reply('failure', {
      message: known ? error.name + ': ' + error.message : String(error),
      stack: known ? String(error.stack).replaceAll(folder + sep, '') : String(error),
    });
  };
  try {
    const handler = require(join(folder, 'index.js'))[name];
    if (typeof handler !== 'function') throw 'the module does not export a function ' + name;
    parentPort.on('message', async (request) => {
      const { event, traceId, context, deadline } = JSON.parse(request);
      try {
        if (traceId !== undefined) process.env._X_AMZN_TRACE_ID = 'Root=' + traceId + ';Sampled=0';
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
};

const wait = () =>
  parentPort.once('message', (message) => {
    if (message.library === undefined) return start(message);
    Object.assign(process.env, message.environment);
    // Compiles the packages as a whole: compiling each function at its first call would take half of the time of the first request.
    setFlagsFromString('--no-lazy');
    try {
      require(message.library);
    } catch {
      // The code fails in the same way when it loads the packages.
    } finally {
      setFlagsFromString('--lazy');
    }
    wait();
  });

if (workerData === null) wait();
else start(workerData);
`;
