// The limits of tables and indexes.

import { numbers, PRODUCTION, testLimits } from '../limits';

const SLOW_WRITES = ', throttle: { rateLimit: 10, burstLimit: 20 }';

const provisioned = (capacity: string, more = '', listed = '/payments', post = '') => [
  `tables: { payments: { billingMode: PROVISIONED, capacity: { ${capacity} }${more} } }`,
  'functions: { processor: { access: { tables: { payments: [PutItem, Query] } } } }',
  `api: { routes: { post: { method: POST, path: /payments, function: processor${post} }, list: { method: GET, path: "${listed}", function: processor } } }`,
];

const expiring = (type: string) => [
  `tables: { payments: { timeToLiveAttribute: due, indexes: { due-index: { partitionKey: { name: due, type: ${type} } } } } }`,
];

/** Indexes with the listed numbers of attributes. */
const included = (counts: readonly number[]) => [
  `tables: { payments: { indexes: { ${counts
    .map((count, index) => {
      const names = Array.from({ length: count }, (_, at) => `a${at}`).join(', ');
      return `index-${index}: { partitionKey: { name: k${index} }, projection: INCLUDE, nonKeyAttributes: [${names}] }`;
    })
    .join(', ')} } } }`,
];

/** The base's index, and additional indexes. */
const indexes = (count: number) => [
  `tables: { payments: { indexes: { ${numbers(count)
    .map((at) => `index-${at}: { partitionKey: { name: k${at} } }`)
    .join(', ')} } } }`,
];

testLimits({
  'capacities of tables and indexes up to the quota of the account': {
    fine: provisioned('read: { units: 40000 }, write: { units: 40000 }'),
    wrong: provisioned(
      'read: { units: 40000 }, write: { units: 40000 }',
      ', indexes: { other: { partitionKey: { name: o } } }',
    ),
    codes: ['ENV3020', 'ENV3020'],
  },
  'writes up to the capacity': {
    fine: provisioned('read: { units: 50 }, write: { units: 100 }'),
    wrong: provisioned('read: { units: 50 }, write: { units: 99 }'),
    codes: ['ENV3027'],
  },
  'writes of a throttled route up to the capacity': {
    fine: provisioned('read: { units: 50 }, write: { units: 10 }', '', '/payments', SLOW_WRITES),
    wrong: provisioned('read: { units: 50 }, write: { units: 9 }', '', '/payments', SLOW_WRITES),
    codes: ['ENV3027'],
  },
  'writes of larger items up to the capacity': {
    fine: provisioned('read: { units: 50 }, write: { units: 200 }', ', expectedItemSizeBytes: 1025'),
    wrong: provisioned('read: { units: 50 }, write: { units: 199 }', ', expectedItemSizeBytes: 1025'),
    codes: ['ENV3027'],
  },
  'a page that needs one second of capacity': {
    fine: ['payment: { pageSize: 96 }', ...provisioned('read: { units: 12 }, write: { units: 100 }')],
    wrong: ['payment: { pageSize: 96 }', ...provisioned('read: { units: 11 }, write: { units: 100 }')],
    codes: ['ENV3029'],
  },
  'single-item reads with less capacity than a page': {
    fine: [
      'payment: { pageSize: 96 }',
      ...provisioned('read: { units: 1 }, write: { units: 100 }', '', '/lists/{day}'),
    ],
    wrong: ['payment: { pageSize: 96 }', ...provisioned('read: { units: 1 }, write: { units: 100 }')],
    codes: ['ENV3029'],
  },
  'a rise that burst capacity covers for 120 s': {
    fine: provisioned('read: { units: 50 }, write: { autoscaling: { minimum: 29, maximum: 100 } }'),
    wrong: provisioned('read: { units: 50 }, write: { autoscaling: { minimum: 28, maximum: 100 } }'),
    codes: ['ENV3030'],
  },
  'an index with the capacity of its table': {
    fine: provisioned(
      'read: { units: 50 }, write: { units: 100 }',
      ', indexes: { other: { partitionKey: { name: o }, capacity: { read: { units: 13 }, write: { units: 100 } } } }',
    ),
    wrong: provisioned(
      'read: { units: 50 }, write: { units: 100 }',
      ', indexes: { other: { partitionKey: { name: o }, capacity: { read: { units: 13 }, write: { units: 99 } } } }',
    ),
    codes: ['ENV3028'],
  },
  'an index with enough shards for its write capacity': {
    fine: provisioned(
      'read: { units: 50 }, write: { units: 2000 }',
      ', indexes: { other: { partitionKey: { name: o }, shardCount: 2 } }',
    ),
    wrong: provisioned(
      'read: { units: 50 }, write: { units: 2001 }',
      ', indexes: { other: { partitionKey: { name: o }, shardCount: 2 } }',
    ),
    codes: ['ENV3044'],
  },
  'a production table with point-in-time recovery': {
    fine: ['tables: { payments: { pointInTimeRecovery: false } }'],
    wrong: [...PRODUCTION, 'logRetentionDays: 365', 'tables: { payments: { pointInTimeRecovery: false } }'],
    codes: ['ENV3045'],
  },
  'a time to live in a numeric key': {
    fine: expiring('N'),
    wrong: expiring('S'),
    codes: ['ENV3205'],
  },
  '20 attributes of an index': {
    fine: included([20]),
    wrong: included([21]),
    codes: ['ENV3105'],
  },
  '100 attributes of all indexes': {
    fine: included([20, 20, 20, 20, 20]),
    wrong: included([20, 20, 20, 20, 20, 1]),
    codes: ['ENV3200'],
  },
  '20 indexes of a table': {
    fine: indexes(19),
    wrong: indexes(20),
    codes: ['ENV3200'],
  },
  'indexes up to a raised quota': {
    fine: ['quotas: { dynamodb: { indexesPerTable: 21 } }', ...indexes(20)],
    wrong: ['quotas: { dynamodb: { indexesPerTable: 21 } }', ...indexes(21)],
    codes: ['ENV3200'],
  },
});
