// Runs a Lambda function locally: starts instances when they are needed, each for one event at a time.

import { randomUUID } from 'node:crypto';
import { LocalRunError } from '../local-run-error';
import { type FunctionInstance, InstanceError, type InstanceSettings, startInstance } from './function-instance';

/** Settings of a function. */
export interface FunctionSettings extends InstanceSettings {
  readonly name: string;
  readonly arn: string;
  readonly logGroupName: string;
  readonly timeoutSeconds: number;
  /** Maximum number of concurrent instances. Further events wait for a free instance. */
  readonly concurrency: number;
}

/** An invocation that failed. The message includes the function's stack, if it has one. */
export class InvocationError extends Error {
  override readonly name = 'InvocationError';
}

/** A running function. */
export interface FunctionHost {
  readonly name: string;
  /** Returns the function's response as JSON text. Rejects with InvocationError. */
  invoke(event: unknown): Promise<string>;
  /** Stops all instances, including calls in progress. */
  stop(): Promise<void>;
}

/** Starts a function with its first instance. Rejects with a one-line LocalRunError if the code does not load. */
export async function startFunction(settings: FunctionSettings): Promise<FunctionHost> {
  const { name, timeoutSeconds, concurrency } = settings;
  const running = new Set<FunctionInstance>();
  const idle: FunctionInstance[] = [];
  const queue: (() => void)[] = [];
  let busy = 0;

  async function start(): Promise<FunctionInstance> {
    const instance = await startInstance(settings);
    running.add(instance);
    return instance;
  }

  /** Takes an idle instance. Instances that ended while they were idle are removed. */
  function takeIdle(): FunctionInstance | undefined {
    const instance = idle.pop();
    if (instance === undefined || instance.alive) return instance;
    running.delete(instance);
    return takeIdle();
  }

  async function takeTurn(): Promise<void> {
    if (busy < concurrency) busy += 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
  }

  function passTurn(): void {
    const next = queue.shift();
    if (next === undefined) busy -= 1;
    else next();
  }

  async function call(instance: FunctionInstance, event: unknown): Promise<string> {
    const timeoutMilliseconds = timeoutSeconds * 1000;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      void instance.stop();
    }, timeoutMilliseconds);
    try {
      return await instance.call({ event, context: contextOf(settings), deadline: Date.now() + timeoutMilliseconds });
    } catch (error) {
      if (late) throw new InvocationError(`timed out after ${timeoutSeconds.toFixed(2)} seconds`);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  try {
    idle.push(await start());
  } catch (error) {
    if (error instanceof InstanceError) throw new LocalRunError(`${name} does not start: ${firstLine(error)}`);
    throw error;
  }
  return {
    name,
    async invoke(event) {
      await takeTurn();
      try {
        const instance = takeIdle() ?? (await start());
        try {
          return await call(instance, event);
        } finally {
          if (instance.alive) idle.push(instance);
          else running.delete(instance);
        }
      } catch (error) {
        throw error instanceof InstanceError ? new InvocationError(error.trace) : error;
      } finally {
        passTurn();
      }
    },
    async stop() {
      await Promise.all([...running].map((instance) => instance.stop()));
    },
  };
}

/** The data of the context object of an invocation, without its methods (AWS Lambda context object in Node.js). */
function contextOf({ name, arn, logGroupName, memorySizeMegabytes }: FunctionSettings) {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memorySizeMegabytes),
    awsRequestId: randomUUID(),
    logGroupName,
    logStreamName: 'local',
  };
}

/** The message's first line, and the source location that threw it. */
function firstLine({ message, trace }: InstanceError): string {
  const place = /^ +at (?:.+ \()?([^()\s]+:\d+:\d+)\)?$/m.exec(trace)?.[1];
  const [line = ''] = message.split('\n');
  return place === undefined ? line : `${line} (${place})`;
}
