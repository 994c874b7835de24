// The triggers of functions, by the kind of their source, with the values that Lambda and EventBridge Scheduler use if a spec has none.

import type { Environment, LambdaFunction, Trigger } from '../../../schema/environment.generated';

/** A trigger, with the function that it invokes and its name in the spec. */
interface Named {
  readonly function: string;
  readonly name: string;
}

/** An event pattern. */
export type FilterPattern = NonNullable<Trigger['filters']>[number];

/** The changes of a table. */
export interface TableTrigger extends Named {
  readonly source: 'table';
  readonly table: string;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  readonly batchSize: number;
  readonly maximumBatchingWindowSeconds: number;
  readonly parallelizationFactor: number;
  readonly bisectBatchOnError: boolean;
  /** Undefined: until the record expires. */
  readonly maximumRetryAttempts: number | undefined;
  /** Undefined: until the record expires. */
  readonly maximumRecordAgeSeconds: number | undefined;
  readonly onFailure: string | undefined;
  readonly filters: readonly FilterPattern[];
}

/** The messages of a queue. */
export interface QueueTrigger extends Named {
  readonly source: 'queue';
  readonly queue: string;
  readonly batchSize: number;
  readonly maximumBatchingWindowSeconds: number;
  /** Undefined: Lambda's own limit. */
  readonly maximumConcurrency: number | undefined;
  readonly filters: readonly FilterPattern[];
}

/** The times of a schedule. */
export interface ScheduleTrigger extends Named {
  readonly source: 'schedule';
  readonly schedule: string;
  readonly timeZone: string;
  /** 0: at the time itself. */
  readonly flexibleWindowMinutes: number;
  readonly maximumRetryAttempts: number;
  readonly maximumEventAgeSeconds: number;
  readonly deadLetterQueue: string | undefined;
  readonly input: Trigger['input'];
}

/** A trigger of any kind. */
export type ExpandedTrigger = TableTrigger | QueueTrigger | ScheduleTrigger;

/** The triggers of an environment. A trigger that does not have exactly one source is omitted; a rule reports it. */
export function triggersOf({ functions }: Pick<Environment, 'functions'>): readonly ExpandedTrigger[] {
  return Object.entries(functions).flatMap(([name, lambda]) => triggersOfFunction(name, lambda));
}

function triggersOfFunction(lambda: string, { triggers }: LambdaFunction): ExpandedTrigger[] {
  return Object.entries(triggers).flatMap(([name, trigger]) => expand({ function: lambda, name }, trigger) ?? []);
}

function expand(named: Named, trigger: Trigger): ExpandedTrigger | undefined {
  const { table, queue, schedule } = trigger;
  if ([table, queue, schedule].filter((source) => source !== undefined).length !== 1) return undefined;
  if (table !== undefined) return { ...named, ...ofTable(table, trigger) };
  if (queue !== undefined) return { ...named, ...ofQueue(queue, trigger) };
  return schedule === undefined ? undefined : { ...named, ...ofSchedule(schedule, trigger) };
}

/** Source of the defaults: AWS Lambda API Reference, CreateEventSourceMapping. */
function ofTable(table: string, trigger: Trigger): Omit<TableTrigger, keyof Named> {
  return {
    source: 'table',
    table,
    startingPosition: trigger.startingPosition ?? 'TRIM_HORIZON',
    batchSize: trigger.batchSize ?? 100,
    maximumBatchingWindowSeconds: trigger.maximumBatchingWindowSeconds ?? 0,
    parallelizationFactor: trigger.parallelizationFactor ?? 1,
    bisectBatchOnError: trigger.bisectBatchOnError ?? true,
    maximumRetryAttempts: trigger.maximumRetryAttempts,
    maximumRecordAgeSeconds: trigger.maximumRecordAgeSeconds,
    onFailure: trigger.onFailure,
    filters: trigger.filters ?? [],
  };
}

/** Source of the defaults: AWS Lambda API Reference, CreateEventSourceMapping. */
function ofQueue(queue: string, trigger: Trigger): Omit<QueueTrigger, keyof Named> {
  return {
    source: 'queue',
    queue,
    batchSize: trigger.batchSize ?? 10,
    maximumBatchingWindowSeconds: trigger.maximumBatchingWindowSeconds ?? 0,
    maximumConcurrency: trigger.maximumConcurrency,
    filters: trigger.filters ?? [],
  };
}

/** Source of the defaults: EventBridge Scheduler API Reference, CreateSchedule and RetryPolicy. */
function ofSchedule(schedule: string, trigger: Trigger): Omit<ScheduleTrigger, keyof Named> {
  return {
    source: 'schedule',
    schedule,
    timeZone: trigger.timeZone ?? 'UTC',
    flexibleWindowMinutes: trigger.flexibleWindowMinutes ?? 0,
    maximumRetryAttempts: trigger.maximumRetryAttempts ?? 185,
    maximumEventAgeSeconds: trigger.maximumEventAgeSeconds ?? 86_400,
    deadLetterQueue: trigger.deadLetterQueue,
    input: trigger.input,
  };
}

/** Whether a trigger has a kind of source. */
export function isFrom<S extends ExpandedTrigger['source']>(source: S) {
  return (trigger: ExpandedTrigger): trigger is Extract<ExpandedTrigger, { source: S }> => trigger.source === source;
}
