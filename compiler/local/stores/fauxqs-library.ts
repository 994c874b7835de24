// Loads the SQS part of fauxqs. Its other parts, such as its HTTP server and its S3, are not loaded.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OPERATIONS } from '../front/operations';
import type { RunClock } from '../run-clock';
import { correctFifo } from './fifo-queue';

/** A message as it is saved. Binary attributes are in base64. */
export interface SavedMessage {
  readonly body: string;
  readonly messageAttributes: {
    readonly [name: string]: { DataType: string; StringValue?: string; BinaryValue?: string };
  };
  /** Only in FIFO queues. */
  readonly messageGroupId?: string;
  readonly messageDeduplicationId?: string;
}

/** A message in the stand-in. Times are in milliseconds since 1970. */
export interface HeldMessage extends SavedMessage {
  sentTimestamp: number;
  delayUntil?: number;
}

/** A queue of fauxqs. Its messages wait, are delayed, or were received and not yet deleted. */
export interface FauxqsQueue {
  readonly name: string;
  readonly attributes: { readonly MessageRetentionPeriod: string };
  messages: HeldMessage[];
  delayedMessages: HeldMessage[];
  /** The messages of a FIFO queue by group. */
  readonly fifoMessages: Map<string, HeldMessage[]>;
  readonly fifoDelayed: Map<string, HeldMessage[]>;
  readonly inflightMessages: Map<string, { readonly message: HeldMessage; visibilityDeadline: number }>;
  inspectMessages(): {
    readonly ready: readonly HeldMessage[];
    readonly delayed: readonly HeldMessage[];
    readonly inflight: readonly { readonly message: HeldMessage }[];
  };
}

/** The queues of fauxqs. */
export interface FauxqsStore {
  createQueue(...settings: readonly unknown[]): FauxqsQueue;
  buildQueueUrl(name: string, port: string, host: string, region: string): string;
  listQueues(): readonly FauxqsQueue[];
  /** Ends the calls that wait for messages. */
  shutdown(): void;
}

/** Answers calls with the function that is registered for their operation. */
export interface FauxqsRouter {
  register(operation: string, action: unknown): void;
  handle(request: RoutedRequest, reply: RoutedReply): Promise<object>;
}

interface RoutedRequest {
  readonly headers: { readonly 'x-amz-target': string; readonly authorization: string; readonly host: string };
  readonly body: object;
}

interface RoutedReply {
  status(code: number): unknown;
  header(name: string, value: string): unknown;
}

/** Creates empty queues, and the router of their operations. */
export async function createQueues(
  clock: Pick<RunClock, 'now'>,
): Promise<{ readonly store: FauxqsStore; readonly router: FauxqsRouter }> {
  const { SqsStore } = await load<{ SqsStore: new () => FauxqsStore }>('sqs/sqsStore.js');
  const { SqsRouter } = await load<{ SqsRouter: new (store: FauxqsStore) => FauxqsRouter }>('sqs/sqsRouter.js');
  const store = new SqsStore();
  const createQueue = store.createQueue.bind(store);
  store.createQueue = (...settings) => {
    const queue = createQueue(...settings);
    correctFifo(queue, clock);
    return queue;
  };
  const router = new SqsRouter(store);
  await Promise.all(
    OPERATIONS.sqs.map(async (operation) => {
      const action = `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`;
      router.register(operation, (await load<Record<string, unknown>>(`sqs/actions/${action}.js`))[action]);
    }),
  );
  return { store, router };
}

/** Imports a file of fauxqs by its path, because the package exports only its HTTP server. */
async function load<T>(file: string): Promise<T> {
  return (await import(pathToFileURL(join(packageFolder(), 'dist', file)).href)) as T;
}

function packageFolder(): string {
  const folders = (require.resolve.paths('fauxqs') ?? []).map((folder) => join(folder, 'fauxqs'));
  const found = folders.find((folder) => existsSync(folder));
  if (found === undefined) throw new Error('the package fauxqs is not installed');
  return found;
}
