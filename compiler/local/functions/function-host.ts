// Runs a Lambda function locally: calls its instances, each with one event at a time.

import { randomUUID } from 'node:crypto';
import { LocalRunError } from '../local-run-error';
import { type FunctionInstance, InstanceError, type InstanceSettings, startInstance } from './function-instance';
import { createInstancePool } from './instance-pool';

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
  /**
   * Returns the function's response as JSON text. Rejects with InvocationError.
   * @param traceId the root of the request's trace, which the function's calls to AWS carry
   */
  invoke(event: unknown, traceId?: string): Promise<string>;
  /** Stops all instances, including calls in progress. */
  stop(): Promise<void>;
}

/** Starts a function with its first instance. Rejects with a one-line LocalRunError if the code does not load. */
export async function startFunction(settings: FunctionSettings): Promise<FunctionHost> {
  const { name, timeoutSeconds } = settings;
  const pool = createInstancePool(() => startInstance(settings), settings.concurrency);

  async function call(instance: FunctionInstance, event: unknown, traceId: string | undefined): Promise<string> {
    const timeoutMilliseconds = timeoutSeconds * 1000;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      void instance.stop();
    }, timeoutMilliseconds);
    try {
      const deadline = Date.now() + timeoutMilliseconds;
      return await instance.call({ event, traceId, context: contextOf(settings), deadline });
    } catch (error) {
      if (late) throw new InvocationError(`timed out after ${timeoutSeconds.toFixed(2)} seconds`);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  try {
    await pool.warm();
  } catch (error) {
    if (error instanceof InstanceError) throw new LocalRunError(`${name} does not start: ${firstLine(error)}`);
    throw error;
  }
  return {
    name,
    async invoke(event, traceId) {
      try {
        return await pool.use((instance) => call(instance, event, traceId));
      } catch (error) {
        throw error instanceof InstanceError ? new InvocationError(error.trace) : error;
      }
    },
    stop: pool.stop,
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
