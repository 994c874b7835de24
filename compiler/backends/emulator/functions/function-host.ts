// A Lambda function on this machine: instances that start when they are needed, each with one event at a time.

import { randomUUID } from 'node:crypto';
import { EmulatorError } from '../emulator-error';
import { type FunctionInstance, InstanceError, type InstanceSettings, startInstance } from './function-instance';

/** How a function is run. */
export interface FunctionSettings extends InstanceSettings {
  readonly name: string;
  readonly arn: string;
  readonly logGroupName: string;
  readonly timeoutSeconds: number;
  /** How many instances there may be at once; further events wait for one of them. */
  readonly concurrency: number;
}

/** An invocation that gave no answer; the message has the function's stack where there is one. */
export class InvocationError extends Error {
  override readonly name = 'InvocationError';
}

/** A function that takes events. */
export interface FunctionHost {
  readonly name: string;
  /** Gives the function's answer as JSON text; rejects with InvocationError. */
  invoke(event: unknown): Promise<string>;
  /** Ends all instances, and what they are doing. */
  stop(): Promise<void>;
}

/** Starts a function with its first instance; rejects with EmulatorError, in one line, when its code does not load. */
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

  /** An instance that waits; one that has died while it did is forgotten. */
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
    if (error instanceof InstanceError) throw new EmulatorError(`${name} does not start: ${firstLine(error)}`);
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

/** The plain part of the context object of an invocation (AWS Lambda context object in Node.js). */
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

/** The message's first line, and the place in the sources where it was thrown. */
function firstLine({ message, trace }: InstanceError): string {
  const place = /^ +at (?:.+ \()?([^()\s]+:\d+:\d+)\)?$/m.exec(trace)?.[1];
  const [line = ''] = message.split('\n');
  return place === undefined ? line : `${line} (${place})`;
}
