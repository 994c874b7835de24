// Refusals of mappings: an accepted and a refused change for each fact.

import type { Kind } from '../../../../compiler/graph/kind';
import type { Properties } from '../properties';
import { TABLE } from '../samples';
import { put, type Row, type Step } from './steps';

const MAPPING: Kind = 'aws:lambda/eventSourceMapping:EventSourceMapping';
const QUEUE: Kind = 'aws:sqs/queue:Queue';
const ACCOUNT = 'us-east-1:123456789012';
const queueArn = (name: string) => `arn:aws:sqs:${ACCOUNT}:${name}`;
const FUNCTION = `arn:aws:lambda:${ACCOUNT}:function:f`;
const STREAM = 'arn:aws:dynamodb:us-east-1:123456789012:table/payments/stream/2026-01-01T00:00:00.000';

const READS = [
  ...['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  ...['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream', 'dynamodb:ListStreams'],
];

/** The policy of the role, with all actions but one. */
const grant = (...without: readonly string[]) =>
  put('aws:iam/rolePolicy:RolePolicy', 'reads', {
    role: 'role',
    name: 'reads',
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: [...READS, 'sqs:SendMessage'].filter((action) => !without.includes(action)),
          Resource: '*',
        },
      ],
    }),
  });

/** A function with its role, the sources of mappings, and queues for failures. */
export const SOURCES: readonly Step[] = [
  put('aws:iam/role:Role', 'role', { name: 'role', assumeRolePolicy: '{}' }),
  grant(),
  put('aws:lambda/function:Function', 'f', {
    ...{ name: 'f', role: 'arn:aws:iam::123456789012:role/role', timeout: 10 },
  }),
  put(QUEUE, 'jobs', { name: 'jobs', visibilityTimeoutSeconds: 60 }),
  put(QUEUE, 'orders.fifo', { name: 'orders.fifo', fifoQueue: true, visibilityTimeoutSeconds: 60 }),
  put('aws:dynamodb/table:Table', 'payments', {
    ...{ ...TABLE, streamEnabled: true, streamViewType: 'NEW_AND_OLD_IMAGES' },
  }),
];

const mapping = (inputs: Properties) => put(MAPPING, 'm', { functionName: FUNCTION, ...inputs });
const ofQueue = (inputs: Properties = {}) => mapping({ eventSourceArn: queueArn('jobs'), ...inputs });
const ofFifo = (inputs: Properties) => mapping({ eventSourceArn: queueArn('orders.fifo'), ...inputs });
const ofTable = (inputs: Properties = {}) =>
  mapping({ eventSourceArn: STREAM, startingPosition: 'TRIM_HORIZON', ...inputs });
const filters = (...patterns: readonly string[]) => ({
  filterCriteria: { filters: patterns.map((pattern) => ({ pattern })) },
});
const to = (destinationArn: string) => ({ destinationConfig: { onFailure: { destinationArn } } });

/** A row for a mapping over the sources. */
const row = (good: Step, refused: Step, answer: string, before: readonly Step[] = []): Row => ({
  ...{ before: [...SOURCES, ...before], good: [good], refused, answer },
});

/** A row for the range of a number. */
const range = (make: (value: number) => Step, within: number, beyond: number) =>
  row(make(within), make(beyond), `got ${beyond}`);

/** The rows, by fact. */
export const MAPPINGS: Readonly<Record<string, Row>> = {
  'a mapping must have a source': row(ofQueue(), mapping({}), 'must be specified'),
  'the maximum concurrency of a mapping is at least 2': range(
    (maximumConcurrency) => ofQueue({ scalingConfig: { maximumConcurrency } }),
    2,
    1,
  ),
  'the maximum concurrency of a queue is at most 1,000': range(
    (maximumConcurrency) => ofQueue({ scalingConfig: { maximumConcurrency } }),
    1000,
    1001,
  ),
  'the maximum age of a record is -1, or from 60 to 604,800 seconds': range(
    (maximumRecordAgeInSeconds) => ofTable({ maximumRecordAgeInSeconds }),
    -1,
    59,
  ),
  'the retries of a batch are from -1 to 10,000': range(
    (maximumRetryAttempts) => ofTable({ maximumRetryAttempts }),
    10_000,
    10_001,
  ),
  'the parallelization of a shard is from 1 to 10': range(
    (parallelizationFactor) => ofTable({ parallelizationFactor }),
    10,
    11,
  ),
  'a pattern has at most 4,096 characters': row(
    ofQueue(filters(`{"body":["${'x'.repeat(4083)}"]}`)),
    ofQueue(filters(`{"body":["${'x'.repeat(4084)}"]}`)),
    '(0 - 4096)',
  ),
  'a mapping has at most 5 filters': row(
    ofQueue(filters(...['a', 'b', 'c', 'd', 'e'].map((kind) => `{"body":["${kind}"]}`))),
    ofQueue(filters(...['a', 'b', 'c', 'd', 'e', 'f'].map((kind) => `{"body":["${kind}"]}`))),
    'limit of 5',
  ),
  'a pattern is a JSON object whose ends are lists': row(
    ofQueue(filters('{"body":{"kind":["job"]}}')),
    ofQueue(filters('{"body":{"kind":"job"}}')),
    'Invalid filter pattern definition',
  ),
  'a batch of more than 10 messages requires a batching window': row(
    ofQueue({ batchSize: 11, maximumBatchingWindowInSeconds: 1 }),
    ofQueue({ batchSize: 11, maximumBatchingWindowInSeconds: 0 }),
    'Maximum batch window in seconds must be greater than 0',
  ),
  'a batch of a FIFO queue has at most 10 messages': row(
    ofFifo({ batchSize: 10 }),
    ofFifo({ batchSize: 11, maximumBatchingWindowInSeconds: 1 }),
    'must be at most 10',
  ),
  'a FIFO queue has no batching window': row(
    ofFifo({ maximumBatchingWindowInSeconds: 0 }),
    ofFifo({ maximumBatchingWindowInSeconds: 1 }),
    'not supported for FIFO',
  ),
  'a batch has 1 to 10,000 records, and a window of at most 300 seconds': row(
    ofTable({ batchSize: 10_000, maximumBatchingWindowInSeconds: 300 }),
    ofTable({ maximumBatchingWindowInSeconds: 301 }),
    'got 301',
  ),
  'a stream has no maximum concurrency': row(
    ofTable(),
    ofTable({ scalingConfig: { maximumConcurrency: 5 } }),
    'Amazon SQS event sources only',
  ),
  'a stream has a starting position, TRIM_HORIZON or LATEST': row(
    ofTable({ startingPosition: 'LATEST' }),
    ofTable({ startingPosition: 'AT_TIMESTAMP' }),
    'TRIM_HORIZON or LATEST',
  ),
  'a queue has no settings of streams': row(ofQueue(), ofQueue({ startingPosition: 'LATEST' }), 'startingPosition'),
  'the queue of a mapping exists': row(ofQueue(), mapping({ eventSourceArn: queueArn('none') }), 'does not exist'),
  'the stream of a mapping exists, and is enabled': {
    before: SOURCES,
    good: [ofTable()],
    refused: ofTable({ eventSourceArn: `${STREAM}1` }),
    answer: 'Stream not found',
  },
  'a queue hides messages for at least the timeout of the function': row(
    ofFifo({ batchSize: 1 }),
    ofQueue({ batchSize: 1 }),
    'Queue visibility timeout: 9 seconds is less than Function timeout: 10 seconds',
    [put(QUEUE, 'jobs', { name: 'jobs', visibilityTimeoutSeconds: 9 })],
  ),
  'the role of the function may receive from the queue': row(
    ofTable(),
    ofQueue(),
    'does not have permissions to call DeleteMessage on SQS',
    [grant('sqs:DeleteMessage')],
  ),
  'the role of the function may read the stream': row(ofQueue(), ofTable(), 'Cannot access stream', [
    grant('dynamodb:ListStreams'),
  ]),
  'failures of a stream do not go to a FIFO queue': row(
    ofTable(to(queueArn('jobs'))),
    ofTable(to(queueArn('orders.fifo'))),
    'FIFO queues are not supported',
  ),
  'the role of the function may send failures to their queue': row(
    ofTable(),
    ofTable(to(queueArn('jobs'))),
    'permissions to call SendMessage',
    [grant('sqs:SendMessage')],
  ),
};
