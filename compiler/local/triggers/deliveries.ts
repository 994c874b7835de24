// The deliveries of triggers, as they are recorded.

import type { FailedItems } from '../../model/batch-answer';

/** The kind of a trigger's source. */
export type TriggerSource = 'queue' | 'stream' | 'schedule';

/** A trigger of a function. */
export interface TriggerIdentity {
  /** The logical name of its resource. */
  readonly id: string;
  /** The name of the function on AWS. */
  readonly functionName: string;
  readonly source: TriggerSource;
  /** The name of the queue or table, or the expression of the schedule. */
  readonly from: string;
  /** The name of the queue that gets what is given up; undefined: none. */
  readonly deadLetters: string | undefined;
}

/** An invocation by a trigger that begins. */
export interface BegunDelivery {
  /** When it begins, in milliseconds since 1970 on the run's clock. */
  readonly at: number;
  /** The root of the invocation's trace. */
  readonly traceId: string;
  readonly records: number;
  /** Counts the invocations with these records from 1. */
  readonly attempt: number;
  /** Whether the records are a part of a batch that failed as a whole. */
  readonly isPart: boolean;
  /** The traces of the calls that wrote the records; empty for records from outside of the run. */
  readonly causes: readonly string[];
  readonly event: unknown;
}

/** The result of an invocation. */
export interface DeliveryResult {
  readonly outcome: 'done' | 'partly failed' | 'failed' | 'throttled';
  /** The number of records that failed. */
  readonly failed: number;
  /** The reason of a failure, in its first line. */
  readonly reason: string | undefined;
}

/** Records that are not delivered again. */
export interface GivenUpRecords {
  readonly at: number;
  readonly records: number;
  readonly attempt: number;
  readonly causes: readonly string[];
  readonly reason: string;
}

/** An invocation by a trigger, or records that were given up. */
export interface Delivery {
  /** Counts the deliveries of the run from 1. */
  readonly number: number;
  readonly at: number;
  readonly traceId: string | undefined;
  readonly records: number;
  readonly failed: number;
  readonly attempt: number;
  readonly isPart: boolean;
  readonly causes: readonly string[];
  readonly outcome: 'in progress' | DeliveryResult['outcome'] | 'given up';
  readonly reason: string | undefined;
  readonly milliseconds: number;
}

/** A part of a stream that is read in order. */
export interface StreamPosition {
  /** Records that were read and are not done. */
  readonly waiting: number;
  /** The age of the oldest of them, in seconds; 0 without one. */
  readonly ageSeconds: number;
  /** The sequence number up to which all records are done. */
  readonly checkpoint: string;
}

/** The position of a trigger. */
export interface TriggerPosition {
  /** Records or messages that Lambda has read and not finished. */
  readonly waiting: number;
  /** The next time of a schedule, in milliseconds. */
  readonly nextAt: number | undefined;
  /** The positions in the shard of a stream, one for each batch that can be in progress. */
  readonly shards: readonly StreamPosition[];
}

/** A trigger with its position. */
export type TriggerState = TriggerIdentity & TriggerPosition;

/** Records deliveries of triggers. Its methods return at once and do not throw. */
export interface DeliveryLog {
  /** Records the begin of an invocation. Returns a function that records its end. */
  begin(trigger: string, delivery: BegunDelivery): (result: DeliveryResult) => void;
  giveUp(trigger: string, records: GivenUpRecords): void;
  /** The trace of the call that sent a message; undefined if it is not known. */
  senderOf(messageId: string): string | undefined;
}

/** The outcome of an invocation with a number of records. */
export function outcomeOf(failed: FailedItems, records: number): Pick<DeliveryResult, 'outcome' | 'failed'> {
  if (failed === 'all' || failed.size === records) return { outcome: 'failed', failed: records };
  return { outcome: failed.size === 0 ? 'done' : 'partly failed', failed: failed.size };
}
