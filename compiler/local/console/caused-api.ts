// The JSON values about deliveries and their causes that the console's server sends to its page. Times are in milliseconds since 1970,
// durations in milliseconds.

/** How a delivery has ended. */
export type DeliveryOutcome = 'in progress' | 'done' | 'partly failed' | 'failed' | 'throttled' | 'given up';

/** An invocation by a trigger, or records that were given up. */
export interface DeliveryRow {
  /** Counts the deliveries of the run from 1. */
  readonly number: number;
  /** On the clock of limits. */
  readonly at: number;
  readonly records: number;
  /** The number of records that failed. */
  readonly failed: number;
  /** Counts the invocations with these records from 1. */
  readonly attempt: number;
  /** Whether the records are a part of a batch that failed as a whole. */
  readonly isPart: boolean;
  readonly outcome: DeliveryOutcome;
  readonly reason: string | null;
  readonly milliseconds: number;
}

/** A trigger as texts. */
export interface TriggerName {
  readonly trigger: string;
  readonly source: 'queue' | 'stream' | 'schedule';
  /** The name of the queue or table, or the expression of the schedule. */
  readonly from: string;
  readonly functionName: string;
}

/** A request or a delivery whose calls wrote the records of a delivery. */
export type Cause =
  | { readonly is: 'request'; readonly id: string; readonly text: string }
  | { readonly is: 'delivery'; readonly number: number; readonly text: string };

/** A message of the inbox. */
export interface MessageLink {
  readonly id: number;
  readonly subject: string;
}

/** A delivery that a request or another delivery caused, with what it caused itself. */
export interface CausedDelivery extends DeliveryRow, TriggerName {
  readonly messages: readonly MessageLink[];
  readonly caused: readonly CausedDelivery[];
}
