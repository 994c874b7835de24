// The kinds of resources that hold data, which goes when one is replaced or deleted.

import type { Kind } from './kinds';

/** The inputs that make up the identity of each kind that holds data: another value of one replaces the resource. */
export const STATEFUL = {
  'aws:cloudwatch/logGroup:LogGroup': ['name'],
  'aws:dynamodb/table:Table': ['name', 'hashKey', 'rangeKey'],
  'aws:sqs/queue:Queue': ['name'],
} as const satisfies Partial<Record<Kind, readonly string[]>>;

/** A kind that holds data. */
export type StatefulKind = keyof typeof STATEFUL;

/** Whether resources of a type hold data. */
export function isStateful(type: string): type is StatefulKind {
  return Object.hasOwn(STATEFUL, type);
}
