// Refusals of Lambda, and of its provider, about event source mappings.

import { evaluate, type Policy } from '../../../../compiler/model/iam-policy';
import { functionOf } from '../kinds/lambda';
import { isObject, objectsOf, type Properties, text } from '../properties';
import type { Change, Refusal } from '../refusal';
import type { Thing } from '../world';
import { outside } from './range';

const MAPPING = 'aws:lambda/eventSourceMapping:EventSourceMapping';
const CHANGES = ['create', 'update'] as const;

/** A fact about mappings. */
const fact = (about: string, when: Refusal['when'], refuses: Refusal['refuses'], source: string): Refusal => ({
  ...{ fact: about, kind: MAPPING, when, refuses, source },
});

const PROVIDER = 'internal/service/lambda/event_source_mapping.go';
const API = 'Lambda API, CreateEventSourceMapping';

/** The refusals of the provider, before any change. */
const CHECKS: readonly Refusal[] = [
  fact(
    'a mapping must have a source',
    ['check'],
    ({ inputs }) =>
      text(inputs, 'eventSourceArn') === ''
        ? 'one of `event_source_arn,self_managed_event_source` must be specified'
        : undefined,
    `${PROVIDER} (event_source_arn: ExactlyOneOf)`,
  ),
  fact(
    'the maximum concurrency of a mapping is at least 2',
    ['check'],
    ({ inputs }) => outside('scaling_config.0.maximum_concurrency', concurrencyOf(inputs), 2, Number.POSITIVE_INFINITY),
    `${PROVIDER} (scaling_config.maximum_concurrency: IntAtLeast(2))`,
  ),
  fact(
    'the maximum age of a record is -1, or from 60 to 604,800 seconds',
    ['check'],
    ({ inputs: { maximumRecordAgeInSeconds: age } }) =>
      age === -1 ? undefined : outside('maximum_record_age_in_seconds', age, 60, 604_800),
    `${PROVIDER} (maximum_record_age_in_seconds)`,
  ),
  fact(
    'the retries of a batch are from -1 to 10,000',
    ['check'],
    ({ inputs }) => outside('maximum_retry_attempts', inputs.maximumRetryAttempts, -1, 10_000),
    `${PROVIDER} (maximum_retry_attempts: IntBetween(-1, 10_000))`,
  ),
  fact(
    'the parallelization of a shard is from 1 to 10',
    ['check'],
    ({ inputs }) => outside('parallelization_factor', inputs.parallelizationFactor, 1, 10),
    `${PROVIDER} (parallelization_factor: IntBetween(1, 10))`,
  ),
  fact(
    'a pattern has at most 4,096 characters',
    ['check'],
    ({ inputs }) =>
      patternsOf(inputs).some((pattern) => pattern.length > 4096)
        ? 'expected length of filter_criteria.0.filter.0.pattern to be in the range (0 - 4096)'
        : undefined,
    `${PROVIDER} (pattern: StringLenBetween(0, 4096)); ${API} (Filter)`,
  ),
];

/** The refusals of Lambda about one mapping. */
const SETTINGS: readonly Refusal[] = [
  fact(
    'a mapping has at most 5 filters',
    CHANGES,
    ({ inputs }) =>
      patternsOf(inputs).length > 5
        ? invalid('The number of filters exceeds the limit of 5 for an event source mapping.')
        : undefined,
    'Lambda Developer Guide, "Control which events Lambda sends to your function" (5 by default, 10 on request; the wording is ours)',
  ),
  fact(
    'a pattern is a JSON object whose ends are lists',
    CHANGES,
    ({ inputs }) => (patternsOf(inputs).every(isPattern) ? undefined : invalid('Invalid filter pattern definition.')),
    "Lambda's response, recorded by LocalStack on 2025-11-25; EventBridge User Guide, event patterns",
  ),
  fact(
    'a batch of more than 10 messages requires a batching window',
    CHANGES,
    ({ inputs }) =>
      isQueue(inputs) && Number(inputs.batchSize) > 10 && !(Number(inputs.maximumBatchingWindowInSeconds) > 0)
        ? invalid('Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10')
        : undefined,
    `${API} (BatchSize); the text is in ansible-collections/amazon.aws#1995`,
  ),
  fact(
    'a batch of a FIFO queue has at most 10 messages',
    CHANGES,
    ({ inputs }) =>
      isFifo(text(inputs, 'eventSourceArn')) && Number(inputs.batchSize) > 10
        ? invalid('The batch size of a FIFO queue must be at most 10.')
        : undefined,
    'Lambda Developer Guide, "Lambda parameters for Amazon SQS event source mappings"; ansible-collections/amazon.aws#2025 (the wording is ours)',
  ),
  fact(
    'a FIFO queue has no batching window',
    CHANGES,
    ({ inputs }) =>
      isFifo(text(inputs, 'eventSourceArn')) && Number(inputs.maximumBatchingWindowInSeconds ?? 0) > 0
        ? invalid('Batching window is not supported for FIFO queues.')
        : undefined,
    'Lambda Developer Guide, "Lambda parameters for Amazon SQS event source mappings"; ansible-collections/amazon.aws#2025 (the wording is ours)',
  ),
  fact(
    'a batch has 1 to 10,000 records, and a window of at most 300 seconds',
    CHANGES,
    ({ inputs }) =>
      outside('batchSize', inputs.batchSize, 1, 10_000) ??
      outside('maximumBatchingWindowInSeconds', inputs.maximumBatchingWindowInSeconds, 0, 300),
    `${API} (BatchSize, MaximumBatchingWindowInSeconds)`,
  ),
  fact(
    'the maximum concurrency of a queue is at most 1,000',
    CHANGES,
    ({ inputs }) => outside('maximumConcurrency', concurrencyOf(inputs), 2, 1000),
    `${API} (ScalingConfig)`,
  ),
  fact(
    'a stream has no maximum concurrency',
    CHANGES,
    ({ inputs }) =>
      !isQueue(inputs) && concurrencyOf(inputs) !== undefined
        ? invalid('ScalingConfig is supported for Amazon SQS event sources only.')
        : undefined,
    `${API} (ScalingConfig, Amazon SQS only; the wording is ours)`,
  ),
  fact(
    'a stream has a starting position, TRIM_HORIZON or LATEST',
    ['create'],
    ({ inputs }) =>
      isQueue(inputs) || ['TRIM_HORIZON', 'LATEST'].includes(text(inputs, 'startingPosition'))
        ? undefined
        : invalid('1 validation error detected: the starting position is required, TRIM_HORIZON or LATEST.'),
    `${API} (StartingPosition, AT_TIMESTAMP not for DynamoDB); cfn-lint E3633 (the wording is ours)`,
  ),
  fact(
    'a queue has no settings of streams',
    CHANGES,
    ({ inputs }) => {
      const setting = isQueue(inputs) && STREAM_SETTINGS.find((key) => isSet(inputs[key]));
      return setting ? invalid(`Unsupported setting for an Amazon SQS event source: ${setting}.`) : undefined;
    },
    `${API} (StartingPosition, DestinationConfig and others: streams only); cfn-lint E3634 (the wording is ours)`,
  ),
];

/** The refusals of Lambda about a mapping with its source, its function and its role. */
const PARTNERS: readonly Refusal[] = [
  fact(
    'the queue of a mapping exists',
    ['create'],
    (change) =>
      isQueue(change.inputs) && sourceOf(change) === undefined
        ? invalid(
            'Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist.',
          )
        : undefined,
    "Lambda's response, recorded by LocalStack on 2025-11-25",
  ),
  fact(
    'the stream of a mapping exists, and is enabled',
    ['create'],
    (change) =>
      !isQueue(change.inputs) && sourceOf(change) === undefined
        ? invalid(`Stream not found: ${text(change.inputs, 'eventSourceArn')}`)
        : undefined,
    "Lambda's response, recorded by LocalStack on 2025-11-25",
  ),
  fact(
    'a queue hides messages for at least the timeout of the function',
    CHANGES,
    (change) => {
      const queue = isQueue(change.inputs) ? sourceOf(change) : undefined;
      const [visible, timeout] = [
        Number(queue?.inputs.visibilityTimeoutSeconds ?? 30),
        Number(lambdaOf(change)?.inputs.timeout ?? 3),
      ];
      return queue !== undefined && visible < timeout
        ? invalid(`Queue visibility timeout: ${visible} seconds is less than Function timeout: ${timeout} seconds`)
        : undefined;
    },
    "Lambda's response, quoted in github-aws-runners/terraform-aws-github-runner#465",
  ),
  fact(
    'the role of the function may receive from the queue',
    CHANGES,
    (change) => {
      const missing = isQueue(change.inputs) && missingOf(change, QUEUE_ACTIONS);
      return missing
        ? invalid(`The provided execution role does not have permissions to call ${missing.split(':')[1]} on SQS`)
        : undefined;
    },
    "Lambda's response, quoted in aws/aws-cdk#6770 and functionalone/serverless-iam-roles-per-function#21",
  ),
  fact(
    'the role of the function may read the stream',
    CHANGES,
    (change) =>
      !isQueue(change.inputs) && missingOf(change, STREAM_ACTIONS)
        ? invalid(
            `Cannot access stream ${text(change.inputs, 'eventSourceArn')}. Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.`,
          )
        : undefined,
    "Lambda's response, quoted in awslabs/dynamodb-continuous-backup#39",
  ),
  fact(
    'failures of a stream do not go to a FIFO queue',
    CHANGES,
    ({ inputs }) =>
      isFifo(destinationOf(inputs)) ? invalid('FIFO queues are not supported as a destination.') : undefined,
    'Lambda Developer Guide, "Retaining discarded records for a DynamoDB data source" (a standard queue; the wording is ours)',
  ),
  fact(
    'the role of the function may send failures to their queue',
    CHANGES,
    (change) => {
      const queue = destinationOf(change.inputs);
      return queue === '' || isAllowed(change, 'sqs:SendMessage', queue)
        ? undefined
        : invalid('The provided execution role does not have permissions to call SendMessage on SQS');
    },
    'Lambda Developer Guide, "Retaining discarded records for a DynamoDB data source" (sqs:SendMessage; the wording is ours)',
  ),
];

/** The refusals. */
export const MAPPING_REFUSALS: readonly Refusal[] = [...CHECKS, ...SETTINGS, ...PARTNERS];

const STREAM_SETTINGS = ['startingPosition', 'bisectBatchOnFunctionError', 'destinationConfig'];
const QUEUE_ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const STREAM_ACTIONS = [
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:DescribeStream',
  'dynamodb:ListStreams',
];

function invalid(message: string): string {
  return `InvalidParameterValueException: ${message}`;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false;
}

function isQueue(inputs: Properties): boolean {
  return text(inputs, 'eventSourceArn').startsWith('arn:aws:sqs:');
}

function isFifo(arn: string): boolean {
  return arn.startsWith('arn:aws:sqs:') && arn.endsWith('.fifo');
}

function concurrencyOf({ scalingConfig }: Properties): unknown {
  return isObject(scalingConfig) ? scalingConfig.maximumConcurrency : undefined;
}

function destinationOf({ destinationConfig }: Properties): string {
  const { onFailure } = isObject(destinationConfig) ? destinationConfig : { onFailure: undefined };
  return isObject(onFailure) ? text(onFailure, 'destinationArn') : '';
}

function patternsOf({ filterCriteria }: Properties): string[] {
  return isObject(filterCriteria) ? objectsOf(filterCriteria.filters).map((filter) => text(filter, 'pattern')) : [];
}

function isPattern(pattern: string): boolean {
  try {
    const value: unknown = JSON.parse(pattern);
    return isObject(value) && hasLists(value);
  } catch {
    return false;
  }
}

function hasLists(value: Properties): boolean {
  return Object.values(value).every((end) => (Array.isArray(end) ? end.length > 0 : isObject(end) && hasLists(end)));
}

/** The queue, or the table with the stream, of a mapping. */
function sourceOf({ inputs, world }: Change): Thing | undefined {
  const source = text(inputs, 'eventSourceArn');
  return isQueue(inputs)
    ? world.all('aws:sqs/queue:Queue').find(({ outputs }) => outputs.arn === source)
    : world
        .all('aws:dynamodb/table:Table')
        .find(({ inputs: table, outputs }) => table.streamEnabled === true && outputs.streamArn === source);
}

function lambdaOf({ inputs, world }: Change): Thing | undefined {
  const name = functionOf({ function: inputs.functionName });
  return world.all('aws:lambda/function:Function').find((lambda) => lambda.inputs.name === name);
}

/** The first action on the source that the function's role does not have. */
function missingOf(change: Change, actions: readonly string[]): string | undefined {
  return actions.find((action) => !isAllowed(change, action, text(change.inputs, 'eventSourceArn')));
}

/** Whether the inline policies of the function's role allow an action on a resource. */
function isAllowed(change: Change, action: string, resource: string): boolean {
  const arn = text(lambdaOf(change)?.inputs ?? {}, 'role');
  const role = change.world.all('aws:iam/role:Role').find(({ outputs }) => outputs.arn === arn);
  const policies = change.world
    .all('aws:iam/rolePolicy:RolePolicy')
    .filter(({ inputs }) => role !== undefined && inputs.role === role.inputs.name)
    .map(({ inputs }) => JSON.parse(text(inputs, 'policy')) as Policy);
  return evaluate(policies, { action, resource, context: {} }) === 'allowed';
}
