// The refusals of queues, mappings and schedules: the compiler reports each one before a deployment, or no spec causes it.

import { expect } from 'chai';
import { codesOf } from '../../compiler/compile/rules/limits';
import { REFUSALS } from './refusals';

/** A spec that would be refused, and the code that reports it; or the reason why no spec causes the refusal. */
type Report = readonly [lines: string, code: string] | { readonly never: string };

const trigger = (fields: string, queue = '') =>
  `queues: { jobs: { visibilityTimeoutSeconds: 200${queue} } }\nfunctions: { processor: { triggers: { t: { ${fields} } } } }`;
const ofQueue = (fields: string, queue = '') => trigger(`queue: jobs, ${fields}`, queue);
const ofTable = (fields: string) =>
  `tables: { payments: { stream: NEW_IMAGE } }\n${trigger(`table: payments, ${fields}`)}`;
const ofSchedule = (fields: string, schedule = 'rate(1 day)') => trigger(`schedule: "${schedule}"${fields}`);
const list = (count: number) => Array.from({ length: count }, (_, at) => `{ body: [a${at}] }`).join(', ');

/** A number outside of the range of its field. */
const SCHEMA = 'ENV3105';

const REPORTS: Readonly<Record<string, Report>> = {
  'a mapping must have a source': [trigger('batchSize: 1'), 'ENV3270'],
  'the maximum concurrency of a mapping is at least 2': [ofQueue('maximumConcurrency: 1'), SCHEMA],
  'the maximum concurrency of a queue is at most 1,000': [ofQueue('maximumConcurrency: 1001'), SCHEMA],
  'the maximum age of a record is -1, or from 60 to 604,800 seconds': [ofTable('maximumRecordAgeSeconds: 59'), SCHEMA],
  'the retries of a batch are from -1 to 10,000': [ofTable('maximumRetryAttempts: 10001'), SCHEMA],
  'the parallelization of a shard is from 1 to 10': [ofTable('parallelizationFactor: 11'), SCHEMA],
  'a pattern has at most 4,096 characters': [ofQueue(`filters: [{ body: [${'x'.repeat(4100)}] }]`), 'ENV3283'],
  'a mapping has at most 5 filters': [ofQueue(`filters: [${list(6)}]`), SCHEMA],
  'a pattern is a JSON object whose ends are lists': [ofQueue('filters: [{ body: { kind: job } }]'), 'ENV3283'],
  'a batch of more than 10 messages requires a batching window': [ofQueue('batchSize: 11'), 'ENV3274'],
  'a batch of a FIFO queue has at most 10 messages': [ofQueue('batchSize: 11', ', fifo: {}'), 'ENV3274'],
  'a FIFO queue has no batching window': [ofQueue('maximumBatchingWindowSeconds: 1', ', fifo: {}'), 'ENV3274'],
  'a batch has 1 to 10,000 records, and a window of at most 300 seconds': [ofTable('batchSize: 10001'), SCHEMA],
  'a stream has no maximum concurrency': [ofTable('maximumConcurrency: 5'), 'ENV3271'],
  'a stream has a starting position, TRIM_HORIZON or LATEST': [ofTable('startingPosition: AT_TIMESTAMP'), 'ENV3104'],
  'a queue has no settings of streams': [ofQueue('startingPosition: LATEST'), 'ENV3271'],
  'the queue of a mapping exists': [trigger('queue: none'), 'ENV3002'],
  'the stream of a mapping exists, and is enabled': [trigger('table: payments'), 'ENV3273'],
  'a queue hides messages for at least the timeout of the function': [
    `${ofQueue('batchSize: 1')}\n`.replace('200', '3').replace('processor: {', 'processor: { timeoutSeconds: 4,'),
    'ENV3276',
  ],
  'the role of the function may receive from the queue': { never: 'the compiler derives the policy from the trigger' },
  'the role of the function may read the stream': { never: 'the compiler derives the policy from the trigger' },
  'failures of a stream do not go to a FIFO queue': [
    `${ofTable('onFailure: jobs')}`.replace('200', '200, fifo: {}'),
    'ENV3279',
  ],
  'the role of the function may send failures to their queue': {
    never: 'the compiler derives the policy from the trigger',
  },
  'the name of a schedule has 1 to 64 letters, digits, dashes, underscores and dots': [
    ofSchedule('').replace(' t:', ` ${'t'.repeat(62)}:`),
    'ENV3056',
  ],
  'a flexible window has 1 to 1,440 minutes': [ofSchedule(', flexibleWindowMinutes: 1441'), SCHEMA],
  'a schedule retries up to 185 times, for 60 to 86,400 seconds': [
    ofSchedule(', maximumRetryAttempts: 186'),
    'ENV3287',
  ],
  'a flexible window has a length, and a fixed time has none': { never: 'the mode follows from the length' },
  'a schedule expression is cron with six fields, a rate, or a date': [ofSchedule('', 'rate(0 days)'), 'ENV3284'],
  'the time zone of a schedule exists': [ofSchedule(', timeZone: Europe/Atlantis'), 'ENV3286'],
  'the dead-letter queue of a schedule is a standard queue': [
    ofSchedule(', deadLetterQueue: jobs').replace('200', '200, fifo: {}'),
    'ENV3279',
  ],
  'the input of a function is JSON with at most 262,144 bytes': [
    ofSchedule(`, input: { text: ${'x'.repeat(262_144)} }`),
    'ENV3287',
  ],
  'EventBridge Scheduler may assume the role of a schedule': { never: 'the compiler writes the trust policy' },
  'the group of a schedule exists': { never: 'the compiler creates the group with the first schedule' },
  'the name of a FIFO queue ends with .fifo, and no other name does': { never: 'the compiler adds .fifo to the name' },
  'only a FIFO queue has content-based deduplication': { never: 'the field belongs to fifo' },
  'a queue delays messages for at most 900 seconds': ['queues: { jobs: { delaySeconds: 901 } }', SCHEMA],
  'a throughput for each message group requires deduplication by message group': {
    never: 'one field of fifo sets both',
  },
  'the dead-letter queue of a queue exists, and has its type': [
    'queues: { jobs: { deadLetterQueue: { queue: dead-letters, maxReceiveCount: 5 }, fifo: {} } }',
    'ENV3261',
  ],
  'a queue moves a message after 1 to 1,000 receives': [
    'queues: { jobs: { deadLetterQueue: { queue: dead-letters, maxReceiveCount: 1001 } } }',
    SCHEMA,
  ],
  'a redrive allow policy names at most 10 queues': [
    `queues: { ${Array.from({ length: 11 }, (_, at) => `q${at}: { deadLetterQueue: { queue: dead-letters, maxReceiveCount: 5 } }`).join(', ')} }`,
    'ENV3263',
  ],
};

const KINDS = /^aws:(lambda\/eventSourceMapping|scheduler\/schedule|sqs\/\w+):/;

describe('a refusal of queues, mappings and schedules', () => {
  it('is reported by the compiler, or has a reason why no spec causes it', () => {
    const facts = REFUSALS.filter(({ kind, fact }) => KINDS.test(kind) && !fact.endsWith('identity is refused'));
    expect(Object.keys(REPORTS).sort()).to.deep.equal(facts.map(({ fact }) => fact).sort());
  });

  for (const [fact, report] of Object.entries(REPORTS))
    if (!('never' in report))
      it(`${report[1]} reports: ${fact}`, () => {
        expect(codesOf(report[0].split('\n'))).to.include(report[1]);
      });
});
