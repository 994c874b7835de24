// The limits of triggers.

import { expect } from 'chai';
import { codesOf, testLimits } from '../limits';

/** A trigger of the base's function for a queue, and the visibility timeout of the queue. */
const ofQueue = (trigger: string, seconds = 168, settings = '') => [
  `queues: { jobs: { visibilityTimeoutSeconds: ${seconds}${settings} } }`,
  `functions: { processor: { triggers: { jobs: { queue: jobs, ${trigger} } } } }`,
];

/** A trigger of the base's function for the changes of a table. */
const ofTable = (trigger: string, table = '') => [
  `tables: { payments: { stream: NEW_AND_OLD_IMAGES${table} } }`,
  `functions: { processor: { triggers: { changes: { table: payments, onFailure: dead-letters, ${trigger} } } } }`,
];

/** A trigger of the base's function for a schedule. */
const ofSchedule = (schedule: string, trigger = '') => [
  `functions: { processor: { triggers: { times: { schedule: "${schedule}"${trigger} } } } }`,
];

const pattern = (characters: number) => `{ body: { kind: [${'x'.repeat(characters - 22)}] } }`;

testLimits({
  'ten messages without a batching window': {
    fine: ofQueue('batchSize: 10'),
    wrong: ofQueue('batchSize: 11'),
    codes: ['ENV3274'],
  },
  'more messages with a batching window': {
    fine: ofQueue('batchSize: 11, maximumBatchingWindowSeconds: 1', 169),
    wrong: ofQueue('batchSize: 11, maximumBatchingWindowSeconds: 0', 169),
    codes: ['ENV3274'],
  },
  'a batch of a FIFO queue': {
    fine: ofQueue('batchSize: 10', 168, ', fifo: {}'),
    wrong: ofQueue('batchSize: 11', 168, ', fifo: {}'),
    codes: ['ENV3274'],
  },
  'a visibility timeout of six times the timeout plus the batching window': {
    fine: ofQueue('maximumBatchingWindowSeconds: 5', 173),
    wrong: ofQueue('maximumBatchingWindowSeconds: 5', 172),
    codes: ['ENV3004'],
  },
  'a visibility timeout above the timeout': {
    fine: ofQueue('batchSize: 1', 168),
    wrong: ofQueue('batchSize: 1', 27),
    codes: ['ENV3276'],
  },
  'batches up to the reserved concurrency': {
    fine: [ofQueue('maximumConcurrency: 200')[0] ?? '', reserved(200, 200)],
    wrong: [ofQueue('maximumConcurrency: 201')[0] ?? '', reserved(200, 201)],
    codes: ['ENV3277'],
  },
  'changes of 6 MB': {
    fine: ofTable('batchSize: 7', ', expectedItemSizeBytes: 409600'),
    wrong: ofTable('batchSize: 8', ', expectedItemSizeBytes: 409600'),
    codes: ['ENV3275'],
  },
  'messages of 6 MB': {
    fine: ofQueue('batchSize: 24, maximumBatchingWindowSeconds: 1', 169),
    wrong: ofQueue('batchSize: 25, maximumBatchingWindowSeconds: 1', 169),
    codes: ['ENV3275'],
  },
  'the age of a record in a stream': {
    fine: ofTable('maximumRecordAgeSeconds: 86400'),
    wrong: ofTable('maximumRecordAgeSeconds: 86401'),
    codes: ['ENV3282'],
  },
  'a pattern of 4,096 characters': {
    fine: ofQueue(`filters: [${pattern(4096)}]`),
    wrong: ofQueue(`filters: [${pattern(4097)}]`),
    codes: ['ENV3283'],
  },
  'a date from today on': {
    fine: ofSchedule('at(2026-11-23T00:00:00)'),
    wrong: ofSchedule('at(2026-11-22T23:59:59)'),
    codes: ['ENV3285'],
  },
  'a rate of one': { fine: ofSchedule('rate(1 minute)'), wrong: ofSchedule('rate(0 minutes)'), codes: ['ENV3284'] },
  'the retries of a schedule': {
    fine: ofSchedule('rate(1 day)', ', maximumRetryAttempts: 185'),
    wrong: ofSchedule('rate(1 day)', ', maximumRetryAttempts: 186'),
    codes: ['ENV3287'],
  },
  'an input of 262,144 bytes': {
    fine: ofSchedule('rate(1 day)', `, input: { a: ${'x'.repeat(262_144 - 8)} }`),
    wrong: ofSchedule('rate(1 day)', `, input: { a: ${'x'.repeat(262_144 - 7)} }`),
    codes: ['ENV3287'],
  },
  'names of time zones': {
    fine: ofSchedule('cron(0 3 * * ? *)', ', timeZone: America/Argentina/Buenos_Aires'),
    wrong: ofSchedule('cron(0 3 * * ? *)', ', timeZone: Europe/Atlantis'),
    codes: ['ENV3286'],
  },
});

/** The base's function with a reserved concurrency, and a trigger with a maximum concurrency. */
function reserved(instances: number, concurrency: number): string {
  return `functions: { processor: { reservedConcurrency: ${instances}, triggers: { jobs: { queue: jobs, maximumConcurrency: ${concurrency} } } } }`;
}

describe('a filter of a table', () => {
  const filter = (pattern: string, stream = 'NEW_AND_OLD_IMAGES') => [
    `tables: { payments: { stream: ${stream} } }`,
    `functions: { processor: { triggers: { changes: { table: payments, onFailure: dead-letters, filters: [${pattern}] } } } }`,
  ];

  it('may compare events, keys and attributes with their types', () => {
    for (const pattern of [
      '{ eventName: [INSERT, { anything-but: REMOVE }] }',
      '{ dynamodb: { Keys: { id: { S: [{ prefix: pay }] } } } }',
      "{ dynamodb: { NewImage: { amount: { N: ['5'] }, card: { M: { last4: { S: ['4242'] } } } } } }",
      '{ dynamodb: { OldImage: { status: { S: [{ exists: false }] } }, ApproximateCreationDateTime: [{ numeric: [">", 5] }] } }',
      '{ userIdentity: { type: [Service] } }',
    ])
      expect(codesOf(filter(pattern)), pattern).to.deep.equal([]);
  });

  it('never matches an unknown event, an attribute without its type, a number, or an image that the stream does not have', () => {
    for (const [pattern, stream] of [
      ['{ eventName: [UPDATE] }'],
      ['{ dynamodb: { NewImage: { status: [PROCESSED] } } }'],
      ['{ dynamodb: { NewImage: { card: { last4: [4242] } } } }'],
      ['{ dynamodb: { NewImage: { amount: { N: [5] } } } }'],
      ['{ dynamodb: { NewImage: { amount: { N: [{ numeric: [">", 5] }] } } } }'],
      ['{ dynamodb: { NewImage: { status: { S: [PROCESSED] } } } }', 'OLD_IMAGE'],
      ['{ dynamodb: { OldImage: { status: { S: [PROCESSED] } } } }', 'NEW_IMAGE'],
      ['{ dynamodb: { NewImage: { status: { S: [PROCESSED] } } } }', 'KEYS_ONLY'],
    ] as const)
      expect(codesOf(filter(pattern, stream)), pattern).to.deep.equal(['ENV3283']);
  });
});

describe('a schedule', () => {
  it('has the fields of cron that AWS accepts', () => {
    expect(codesOf(ofSchedule('cron(0 24 * * ? *)'))).to.deep.equal(['ENV3202']);
    expect(codesOf(ofSchedule('cron(0/5 23 * * ? *)'))).to.deep.equal([]);
  });
});

describe('the parts that a trigger names', () => {
  it('must exist', () => {
    expect(
      codesOf(['functions: { processor: { triggers: { a: { table: x, onFailure: y }, b: { queue: z } } } }']),
    ).to.include.members(['ENV3002']);
  });

  it('are used by it', () => {
    const lines = [
      'tables: { changed: { partitionKey: { name: id }, stream: KEYS_ONLY } }',
      'queues: { jobs: { visibilityTimeoutSeconds: 168 } }',
      'functions: { worker: { entry: runtime/handler.ts, triggers: { changes: { table: changed, onFailure: dead-letters }, jobs: { queue: jobs } } } }',
    ];
    expect(codesOf(lines)).to.deep.equal([]);
  });
});
