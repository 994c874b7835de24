// Derives the triggers of a graph: event source mappings of queues and streams, and schedules.

import type { ReaderSettings } from '../../model/stream-reader';
import type { JsonObject } from '../front/call';
import type { LocalResources } from '../local-values';

/** The common settings of mappings. */
interface Mapping {
  /** The logical name of its resource. */
  readonly id: string;
  readonly functionArn: string;
  /** The ARN of the queue or stream. */
  readonly sourceArn: string;
  /** The patterns, one of which a record must match; empty: all records. */
  readonly filters: readonly JsonObject[];
}

/** A mapping of a queue. */
export interface QueueMapping extends Mapping {
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly maximumConcurrency: number | undefined;
  readonly visibilityTimeoutSeconds: number;
  /** The ARN of the queue for messages that were received too often. */
  readonly deadLetterArn: string | undefined;
}

/** A mapping of a table's stream. */
export interface StreamMapping extends Mapping {
  readonly reader: ReaderSettings;
  readonly parallelizationFactor: number;
  readonly startsAtOldest: boolean;
  /** The ARN of the queue for records that are given up. */
  readonly onFailureArn: string | undefined;
}

/** A schedule. */
export interface Schedule {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly functionArn: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly windowMinutes: number;
  /** The event as JSON text; undefined: the notice that Scheduler sends. */
  readonly input: string | undefined;
}

/** The triggers of a graph. */
export interface Triggers {
  readonly queues: readonly QueueMapping[];
  readonly streams: readonly StreamMapping[];
  readonly schedules: readonly Schedule[];
}

/** Lambda's defaults (AWS Lambda API Reference, CreateEventSourceMapping). */
const BATCH_SIZE = { queue: 10, stream: 100 } as const;

/** The default of a queue (Amazon SQS API Reference, CreateQueue). */
const VISIBILITY_SECONDS = 30;

/** The value of retries and ages without a limit. */
const UNLIMITED = -1;

/** Derives the triggers. */
export function deriveTriggers(resources: LocalResources): Triggers {
  const mappings = resources.of('aws:lambda/eventSourceMapping:EventSourceMapping').map(({ name, inputs }) => ({
    inputs,
    mapping: {
      id: name,
      functionArn: inputs.functionName,
      sourceArn: inputs.eventSourceArn ?? '',
      filters: (inputs.filterCriteria?.filters ?? []).map(({ pattern = '{}' }) => JSON.parse(pattern) as JsonObject),
    },
  }));
  const isQueue = ({ mapping }: (typeof mappings)[number]) => mapping.sourceArn.startsWith('arn:aws:sqs:');
  return {
    queues: mappings.filter(isQueue).map(({ mapping, inputs }) => ({
      ...mapping,
      batchSize: inputs.batchSize ?? BATCH_SIZE.queue,
      windowSeconds: inputs.maximumBatchingWindowInSeconds ?? 0,
      maximumConcurrency: inputs.scalingConfig?.maximumConcurrency,
      visibilityTimeoutSeconds: visibilityOf(nameIn(mapping.sourceArn), resources),
      deadLetterArn: deadLettersOf(nameIn(mapping.sourceArn), resources),
    })),
    streams: mappings
      .filter((one) => !isQueue(one))
      .map(({ mapping, inputs }) => ({
        ...mapping,
        parallelizationFactor: inputs.parallelizationFactor ?? 1,
        startsAtOldest: inputs.startingPosition === 'TRIM_HORIZON',
        onFailureArn: inputs.destinationConfig?.onFailure?.destinationArn,
        reader: {
          batchSize: inputs.batchSize ?? BATCH_SIZE.stream,
          windowSeconds: inputs.maximumBatchingWindowInSeconds ?? 0,
          bisects: inputs.bisectBatchOnFunctionError ?? false,
          maximumRetries: limitOf(inputs.maximumRetryAttempts),
          maximumAgeSeconds: limitOf(inputs.maximumRecordAgeInSeconds),
        },
      })),
    schedules: resources.of('aws:scheduler/schedule:Schedule').map(({ name, inputs }) => ({
      id: name,
      name: inputs.name ?? name,
      group: inputs.groupName ?? 'default',
      functionArn: inputs.target.arn,
      expression: inputs.scheduleExpression,
      timeZone: inputs.scheduleExpressionTimezone ?? 'UTC',
      windowMinutes: inputs.flexibleTimeWindow.maximumWindowInMinutes ?? 0,
      input: inputs.target.input,
    })),
  };
}

/** The name of the queue, table or function of an ARN. */
export function nameIn(arn: string): string {
  const [, table] = /:table\/([^/]+)/.exec(arn) ?? [];
  return table ?? arn.slice(arn.lastIndexOf(':') + 1);
}

function limitOf(value: number | undefined): number | undefined {
  return value === UNLIMITED ? undefined : value;
}

function deadLettersOf(queue: string, resources: LocalResources): string | undefined {
  const policy = resources
    .of('aws:sqs/redrivePolicy:RedrivePolicy')
    .find(({ inputs }) => inputs.queueUrl.split('/').at(-1) === queue);
  const { deadLetterTargetArn } = JSON.parse(policy?.inputs.redrivePolicy ?? '{}') as { deadLetterTargetArn?: string };
  return deadLetterTargetArn;
}

function visibilityOf(queue: string, resources: LocalResources): number {
  const node = resources.of('aws:sqs/queue:Queue').find(({ name, inputs }) => (inputs.name ?? name) === queue);
  return node?.inputs.visibilityTimeoutSeconds ?? VISIBILITY_SECONDS;
}
