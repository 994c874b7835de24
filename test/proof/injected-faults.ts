// Failures of calls of the table, put in where the SDK's own retries do not see them.

import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** How a call fails: with what error, and whether the table has done what it was asked to. */
export interface Fault {
  readonly error: () => Error;
  readonly isDone: boolean;
  /** What a request may be refused with for it. */
  readonly answers: readonly number[];
}

const named = (name: string, more: object = {}) => Object.assign(new Error(`injected: ${name}`), { name, ...more });

const ERRORS: Readonly<Record<string, () => Error>> = {
  throttled: () => named('ProvisionedThroughputExceededException'),
  'timed out': () => named('TimeoutError'),
  'out of order': () => named('InternalServerError', { $metadata: { httpStatusCode: 500 } }),
  'cut off': () => named('Error', { code: 'ECONNRESET' }),
  'failing as no service should': () => named('ValidationException'),
};

/** The faults, by name: each error before the table has done anything, and after; and a condition that fails for no reason. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  ...Object.fromEntries(
    Object.entries(ERRORS).flatMap(([name, error]) => [
      [`${name}, nothing done`, { error, isDone: false, answers: [500, 503] }],
      [`${name}, all done`, { error, isDone: true, answers: [500, 503] }],
    ]),
  ),
  'a condition failing for no reason': {
    error: () => new ConditionalCheckFailedException({ message: 'injected', $metadata: {} }),
    isDone: false,
    // To a change of state it looks like another version.
    answers: [412, 500, 503],
  },
};

/** Calls of a client: how many there were, and which of them is to fail. */
export interface Injection {
  count: number;
  /** Counted from 1. */
  failing?: { readonly call: number; readonly fault: Fault };
}

/** Counts the calls of a client from here on, and fails the one that is chosen. */
export function inject(client: DynamoDBClient): Injection {
  const injection: Injection = { count: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      injection.count += 1;
      const { failing } = injection;
      if (failing?.call !== injection.count) return next(args);
      if (failing.fault.isDone) await next(args).catch(() => undefined);
      throw failing.fault.error();
    },
    { step: 'initialize', priority: 'high' },
  );
  return injection;
}
