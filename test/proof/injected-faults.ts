// Injects failures into table calls, outside the SDK's retries.

import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** A failure of a call: its error, and whether the table has processed the call. */
export interface Fault {
  readonly error: () => Error;
  readonly isProcessed: boolean;
  /** The status codes that a request may get because of it. */
  readonly statuses: readonly number[];
}

const named = (name: string, more: object = {}) => Object.assign(new Error(`injected: ${name}`), { name, ...more });

const ERRORS: Readonly<Record<string, () => Error>> = {
  throttled: () => named('ProvisionedThroughputExceededException'),
  'timed out': () => named('TimeoutError'),
  'internal error': () => named('InternalServerError', { $metadata: { httpStatusCode: 500 } }),
  'connection reset': () => named('Error', { code: 'ECONNRESET' }),
  'unexpected validation error': () => named('ValidationException'),
};

/** The faults by name: each error before and after the table processes the call, and a spurious failure of a condition. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  ...Object.fromEntries(
    Object.entries(ERRORS).flatMap(([name, error]) => [
      [`${name} before processing`, { error, isProcessed: false, statuses: [500, 503] }],
      [`${name} after processing`, { error, isProcessed: true, statuses: [500, 503] }],
    ]),
  ),
  'spurious condition failure': {
    error: () => new ConditionalCheckFailedException({ message: 'injected', $metadata: {} }),
    isProcessed: false,
    // A change of state interprets it as a changed version.
    statuses: [412, 500, 503],
  },
};

/** The number of calls of a client, and the call that fails. */
export interface Injection {
  count: number;
  /** Counted from 1. */
  failing?: { readonly call: number; readonly fault: Fault };
}

/** Counts the calls of a client, and fails the chosen call. */
export function inject(client: DynamoDBClient): Injection {
  const injection: Injection = { count: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      injection.count += 1;
      const { failing } = injection;
      if (failing?.call !== injection.count) return next(args);
      if (failing.fault.isProcessed) await next(args).catch(() => undefined);
      throw failing.fault.error();
    },
    { step: 'initialize', priority: 'high' },
  );
  return injection;
}
