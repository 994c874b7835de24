// The parts of a run that its triggers use.

import { matchesPattern } from '../../model/event-pattern';
import type { JsonObject, StoreAnswer } from '../front/call';
import type { RunClock } from '../run-clock';
import type { TableStreams } from '../stores/table-streams';
import type { DeliveryLog, TriggerPosition } from './deliveries';

/** The parts. */
export interface TriggerParts {
  readonly clock: RunClock;
  readonly region: string;
  /** Invokes a function of the served version. Rejects with InvocationError or ThrottledInvocation. */
  readonly invoke: (functionArn: string, event: unknown, traceId: string) => Promise<string>;
  /** Calls SQS on behalf of Lambda. */
  readonly callQueue: (operation: string, queueArn: string, request: JsonObject) => Promise<StoreAnswer>;
  readonly streams: TableStreams;
  readonly log: DeliveryLog;
  /** Records a metric of a function. */
  readonly record: (name: 'IteratorAge' | 'AsyncEventsDropped', functionName: string, value: number) => void;
  readonly print: (line: string) => void;
  /** Waits on the clock. Resolves to false at once when the run stops. */
  readonly wait: (milliseconds: number) => Promise<boolean>;
  /** Runs a task whose end the stop of the run awaits. */
  readonly during: (task: () => Promise<void>) => Promise<void>;
  /** Reports a failure of a function. */
  readonly failed: (functionArn: string, error: unknown) => void;
  /** A number of at least 0 and less than 1. */
  readonly random: () => number;
}

/** A running trigger. */
export interface RunningTrigger {
  position(): TriggerPosition;
  /** Looks for records to deliver. */
  wake(): void;
  stop(): void;
}

/** Whether a record matches one of the patterns; without patterns, all do. */
export function isWanted(filters: readonly JsonObject[], record: JsonObject): boolean {
  return filters.length === 0 || filters.some((pattern) => matchesPattern(pattern, record));
}

/** The message of a failure. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
