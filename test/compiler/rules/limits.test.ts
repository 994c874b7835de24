// The boundaries of numeric rules: the last valid and the first invalid value.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSpec } from '../../../compiler/compile/compile';
import { ROOT, SURROUNDINGS } from '../../spec';

const BASE = readFileSync(join(ROOT, 'test/broken/base.yaml'), 'utf8');
/** A production environment of a named account. */
const PRODUCTION = ['environment: Production', 'provider: { allowedAccountIds: ["123456789012"] }'];

/** The codes for the base of the broken specs extended with YAML. */
function codesOf(lines: readonly string[], today = SURROUNDINGS.today): string[] {
  const spec = ['extends: base.yaml', ...lines].join('\n');
  const read = (path: string) => ({ 'spec.yaml': spec, 'base.yaml': BASE })[path];
  return compileSpec('spec.yaml', read, { ...SURROUNDINGS, today }).diagnostics.map(({ code }) => code);
}

const metric = (resource: string, name: string, statistic: string, rest: string) => [
  `alarms: { watched: { metric: { resource: ${resource}, name: ${name}, statistic: ${statistic} }, ${rest} } }`,
];
const ratio = (expression: string, rest: string) => [
  'alarms:',
  '  watched:',
  `    math: { id: m, expression: "${expression}", metrics: { errors: { resource: functions.processor, name: Errors, statistic: Sum }, calls: { resource: functions.processor, name: Invocations, statistic: Sum }, throttles: { resource: functions.processor, name: Throttles, statistic: Sum } } }`,
  `    ${rest}`,
];
const SLOW_WRITES = ', throttle: { rateLimit: 10, burstLimit: 20 }';
const provisioned = (capacity: string, more = '', listed = '/payments', post = '') => [
  `tables: { payments: { billingMode: PROVISIONED, capacity: { ${capacity} }${more} } }`,
  'functions: { processor: { access: { tables: { payments: [PutItem, Query] } } } }',
  `api: { routes: { post: { method: POST, path: /payments, function: processor${post} }, list: { method: GET, path: "${listed}", function: processor } } }`,
];
const OTHER_IS_USED = 'outputs: { other: "{{ functions.other.arn }}" }';
const ANOTHER_METHOD = 'api: { routes: { list: { method: GET, path: /payments, function: processor } } }';
const ACCOUNT_THROTTLE = 'quotas: { apiGateway: { throttleRateLimit: 100, throttleBurstLimit: 500 } }';
const FIVE_INSTANCES = 'functions: { other: { entry: runtime/handler.ts, reservedConcurrency: 5 } }';
const PUBLISHING = 'functions: { processor: { environment: { METRICS_NAMESPACE: Payments } } }';
const OWN = 'functions.processor.metrics';
const METHOD = 'dimensions: { Method: GET, Resource: "/payments/{id}" }';
const variable = (bytes: number) => [
  `functions: { processor: { access: { tables: { payments: [Query] } }, environment: { TABLE: "{{ tables.payments.name }}", TEXT: ${'x'.repeat(bytes)} } } }`,
];

const throttled = (limits: string) => `api: { routes: { get-payment: { throttle: { ${limits} } } } }`;

const consumed = (seconds: number) => [
  `queues: { orders: { visibilityTimeoutSeconds: ${seconds} } }`,
  'functions: { processor: { timeoutSeconds: 10, access: { queues: { orders: [ReceiveMessage] } } } }',
];
const openAndCached = (ttlSeconds: number) => [
  `api: { cache: { ttlSeconds: ${ttlSeconds} }, routes: { get-payment: { authorization: NONE, cache: true } } }`,
  'waivers: { open: { code: ENV3090, path: api, value: NONE, reason: It is not deployed., expires: 2027-06-30 } }',
];
const tagged = (count: number, key: string) => [
  `tags: { ${Array.from({ length: count }, (_, at) => `T${at}: x`).join(', ')} }`,
  `encryption: { key: ${key} }`,
];

const expiring = (type: string) => [
  `tables: { payments: { timeToLiveAttribute: due, indexes: { due-index: { partitionKey: { name: due, type: ${type} } } } } }`,
];
const lambdaAuthorizer = (length: number) => [
  'functions: { authorizer: { entry: runtime/handler.ts } }',
  `api: { authorization: CUSTOM, lambdaAuthorizer: { functionArn: "{{ functions.authorizer.arn }}", header: ${'X'.repeat(length)} } }`,
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
const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at).padStart(3, '0'));
/** The base's index, and additional indexes. */
const indexes = (count: number) => [
  `tables: { payments: { indexes: { ${numbers(count)
    .map((at) => `index-${at}: { partitionKey: { name: k${at} } }`)
    .join(', ')} } } }`,
];
/** The base's two path resources, and additional ones. */
const paths = (count: number) => [
  `api: { routes: { ${numbers(count)
    .map((at) => `r${at}: { method: GET, path: /p${at}, function: processor }`)
    .join(', ')} } }`,
];
const plans = (count: number) => [
  `api: { routes: { get-payment: { authorization: API_KEY } }, usagePlans: { ${numbers(count)
    .map((at) => `plan-${at}: { keys: [shop] }`)
    .join(', ')} } }`,
  'waivers: { keys: { code: ENV3096, path: api, value: API_KEY, reason: It is not deployed., expires: 2027-06-30 } }',
];
/** The base's function, and additional functions. */
const functions = (count: number) => [
  `functions: { ${numbers(count)
    .map((at) => `f${at}: { entry: runtime/handler.ts }`)
    .join(', ')} }`,
  `outputs: { ${numbers(count)
    .map((at) => `o${at}: "{{ functions.f${at}.arn }}"`)
    .join(', ')} }`,
];
/** Queues to which the base's function sends messages. */
const queues = (count: number) => [
  `queues: { ${numbers(count)
    .map((at) => `q${at}: {}`)
    .join(', ')} }`,
  `functions: { processor: { access: { queues: { ${numbers(count)
    .map((at) => `q${at}: [SendMessage]`)
    .join(', ')} } } } }`,
];
const restricted = (characters: number) => [
  `quotas: { apiGateway: { resourcePolicyCharacters: ${characters} } }`,
  'api: { resourcePolicy: { sourceCidrs: [203.0.113.0/24] } }',
];
const REFUNDS_IS_USED = 'outputs: { refunds: "{{ tables.refunds.arn }}" }';

const rows: Record<string, { fine: string[]; wrong: string[]; codes: string[] }> = {
  '50 tags of a resource': {
    fine: tagged(50, 'SERVICE_OWNED'),
    wrong: tagged(51, 'SERVICE_OWNED'),
    codes: ['ENV3059'],
  },
  '49 tags if a key has one more tag': {
    fine: tagged(49, 'CUSTOMER_MANAGED'),
    wrong: tagged(50, 'CUSTOMER_MANAGED'),
    codes: ['ENV3059'],
  },
  'a rate up to the quota': {
    fine: [
      'api: { throttle: { rateLimit: 10000, burstLimit: 1000 } }',
      'quotas: { lambda: { concurrentExecutions: 1000 } }',
    ],
    wrong: [
      'api: { throttle: { rateLimit: 10001, burstLimit: 1001 } }',
      'quotas: { lambda: { concurrentExecutions: 2000 } }',
    ],
    codes: ['ENV3020'],
  },
  'a throttle of a route up to the quota': {
    fine: [throttled('rateLimit: 10000, burstLimit: 1000')],
    wrong: [throttled('rateLimit: 10001, burstLimit: 1001'), 'quotas: { lambda: { concurrentExecutions: 2000 } }'],
    codes: ['ENV3020'],
  },
  'a burst of a route up to the quota': {
    fine: [throttled('burstLimit: 5000, rateLimit: 9'), 'quotas: { lambda: { concurrentExecutions: 6000 } }'],
    wrong: [throttled('burstLimit: 5001, rateLimit: 9'), 'quotas: { lambda: { concurrentExecutions: 6000 } }'],
    codes: ['ENV3020'],
  },
  'a burst up to the quota of a newer Region': {
    fine: [
      'region: eu-south-1',
      'quotas: { lambda: { concurrentExecutions: 2000 } }',
      'api: { throttle: { burstLimit: 1250 } }',
    ],
    wrong: [
      'region: eu-south-1',
      'quotas: { lambda: { concurrentExecutions: 2000 } }',
      'api: { throttle: { burstLimit: 1251 } }',
    ],
    codes: ['ENV3020'],
  },
  'a raised quota': {
    fine: [
      'quotas: { apiGateway: { integrationTimeoutMilliseconds: 60000 } }',
      'api: { integrationTimeoutMilliseconds: 60000 }',
    ],
    wrong: ['api: { integrationTimeoutMilliseconds: 60000 }'],
    codes: ['ENV3020'],
  },
  'capacities of tables and indexes up to the quota of the account': {
    fine: provisioned('read: { units: 40000 }, write: { units: 40000 }'),
    wrong: provisioned(
      'read: { units: 40000 }, write: { units: 40000 }',
      ', indexes: { other: { partitionKey: { name: o } } }',
    ),
    codes: ['ENV3020', 'ENV3020'],
  },
  'an edge-optimized API up to 29 s': {
    fine: ['api: { endpointType: EDGE, integrationTimeoutMilliseconds: 29000 }'],
    wrong: [
      'api: { endpointType: EDGE, integrationTimeoutMilliseconds: 29001 }',
      'quotas: { apiGateway: { integrationTimeoutMilliseconds: 30000 } }',
    ],
    codes: ['ENV3021'],
  },
  'reservations that leave 100 instances': {
    fine: ['functions: { processor: { reservedConcurrency: 900 } }'],
    wrong: ['functions: { processor: { reservedConcurrency: 901 } }'],
    codes: ['ENV3022'],
  },
  'a burst of a tenth of the rate': {
    fine: ['api: { throttle: { rateLimit: 500, burstLimit: 50 } }'],
    wrong: ['api: { throttle: { rateLimit: 500, burstLimit: 49 } }'],
    codes: ['ENV3023'],
  },
  'a burst of a route of a tenth of its rate': {
    fine: [throttled('rateLimit: 500, burstLimit: 50')],
    wrong: [throttled('rateLimit: 500, burstLimit: 49')],
    codes: ['ENV3023'],
  },
  'public addresses': {
    fine: ['api: { resourcePolicy: { sourceCidrs: [9.255.255.0/24, 11.0.0.0/8, 172.32.0.0/16, "2001:db8::/32"] } }'],
    wrong: ['api: { resourcePolicy: { sourceCidrs: [10.255.0.0/16, 172.31.0.0/16, "fdff::/16"] } }'],
    codes: ['ENV3073', 'ENV3073', 'ENV3073'],
  },
  'VPC addresses for a private API': {
    fine: [
      'api: { endpointType: PRIVATE, vpcEndpointIds: [vpce-01234567], resourcePolicy: { sourceCidrs: [10.0.0.0/8] } }',
    ],
    wrong: ['api: { resourcePolicy: { sourceCidrs: [10.0.0.0/8] } }'],
    codes: ['ENV3073'],
  },
  'a limit per address below the throttle': {
    fine: ['api: { throttle: { rateLimit: 10 }, webAcl: { rateLimit: { requests: 599, windowSeconds: 60 } } }'],
    wrong: ['api: { throttle: { rateLimit: 10 }, webAcl: { rateLimit: { requests: 600, windowSeconds: 60 } } }'],
    codes: ['ENV3099'],
  },
  'a burst equal to the concurrency': {
    fine: ['functions: { processor: { reservedConcurrency: 200 } }'],
    wrong: ['functions: { processor: { reservedConcurrency: 199 } }'],
    codes: ['ENV3024'],
  },
  'a burst of a route equal to the concurrency, whatever that of the API is': {
    fine: ['functions: { processor: { reservedConcurrency: 50 } }', throttled('rateLimit: 9, burstLimit: 50')],
    wrong: ['functions: { processor: { reservedConcurrency: 50 } }', throttled('rateLimit: 9, burstLimit: 51')],
    codes: ['ENV3024'],
  },
  'a burst equal to the unreserved concurrency': {
    fine: ['functions: { other: { entry: runtime/handler.ts, reservedConcurrency: 800 } }', OTHER_IS_USED],
    wrong: ['functions: { other: { entry: runtime/handler.ts, reservedConcurrency: 801 } }', OTHER_IS_USED],
    codes: ['ENV3024'],
  },
  'a rate up to concurrency divided by duration': {
    fine: ['functions: { processor: { reservedConcurrency: 200, expectedDurationMilliseconds: 2000 } }'],
    wrong: ['functions: { processor: { reservedConcurrency: 200, expectedDurationMilliseconds: 2030 } }'],
    codes: ['ENV3025'],
  },
  'ten requests per second for each instance': {
    fine: ['functions: { processor: { reservedConcurrency: 200 } }', 'api: { throttle: { rateLimit: 2000 } }'],
    wrong: ['functions: { processor: { reservedConcurrency: 200 } }', 'api: { throttle: { rateLimit: 2001 } }'],
    codes: ['ENV3023', 'ENV3025'],
  },
  'ten requests per second of a route for each instance': {
    fine: ['functions: { processor: { reservedConcurrency: 20 } }', throttled('rateLimit: 200, burstLimit: 20')],
    wrong: ['functions: { processor: { reservedConcurrency: 20 } }', throttled('burstLimit: 20, rateLimit: 201')],
    codes: ['ENV3023', 'ENV3025'],
  },
  'an expected duration below the timeout': {
    fine: ['functions: { processor: { timeoutSeconds: 2, expectedDurationMilliseconds: 1999 } }'],
    wrong: ['functions: { processor: { timeoutSeconds: 2, expectedDurationMilliseconds: 2000 } }'],
    codes: ['ENV3026'],
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
  'a cache with a TTL of one second': {
    fine: openAndCached(1),
    wrong: openAndCached(0),
    codes: ['ENV3031'],
  },
  'an alarm that evaluates one day in minutes': {
    fine: ['alarms: { throttles: { evaluationPeriods: 1440 } }'],
    wrong: ['alarms: { throttles: { evaluationPeriods: 1440, periodSeconds: 120 } }'],
    codes: ['ENV3033'],
  },
  'an alarm that evaluates one week in hours': {
    fine: ['alarms: { throttles: { evaluationPeriods: 168, periodSeconds: 3600 } }'],
    wrong: ['alarms: { throttles: { evaluationPeriods: 169, periodSeconds: 3600 } }'],
    codes: ['ENV3033'],
  },
  'a duration below the timeout': {
    fine: metric('functions.processor', 'Duration', 'Maximum', 'threshold: 27999'),
    wrong: metric('functions.processor', 'Duration', 'p99', 'threshold: 28000'),
    codes: ['ENV3035'],
  },
  'a duration equal to the timeout with an inclusive comparison': {
    fine: metric(
      'functions.processor',
      'Duration',
      'Maximum',
      'threshold: 28000, comparison: GreaterThanOrEqualToThreshold',
    ),
    wrong: metric(
      'functions.processor',
      'Duration',
      'Maximum',
      'threshold: 28001, comparison: GreaterThanOrEqualToThreshold',
    ),
    codes: ['ENV3035'],
  },
  'a sum of errors above 1, and rejects an average above 1': {
    fine: metric('functions.processor', 'Errors', 'Sum', 'threshold: 5'),
    wrong: metric('functions.processor', 'Errors', 'Average', 'threshold: 5'),
    codes: ['ENV3035'],
  },
  'a share of requests below 1': {
    fine: metric('api', '5XXError', 'Average', 'threshold: 0.5'),
    wrong: metric('api', '5XXError', 'Average', 'threshold: 1'),
    codes: ['ENV3035'],
  },
  'concurrency below the reservation': {
    fine: [
      'functions: { processor: { reservedConcurrency: 300 } }',
      ...metric('functions.processor', 'ConcurrentExecutions', 'Maximum', 'threshold: 299'),
    ],
    wrong: [
      'functions: { processor: { reservedConcurrency: 300 } }',
      ...metric('functions.processor', 'ConcurrentExecutions', 'Maximum', 'threshold: 300'),
    ],
    codes: ['ENV3035'],
  },
  'latency below the integration timeout': {
    fine: metric('api', 'IntegrationLatency', 'p99', 'threshold: 28999'),
    wrong: metric('api', 'IntegrationLatency', 'p99', 'threshold: 29000'),
    codes: ['ENV3035'],
  },
  'few requests, and rejects fewer than 0': {
    fine: metric('api', 'Count', 'Sum', 'threshold: 1, comparison: LessThanThreshold'),
    wrong: metric('api', 'Count', 'Sum', 'threshold: 0, comparison: LessThanThreshold'),
    codes: ['ENV3035'],
  },
  'an alarm on missing data': {
    fine: metric('api', 'Count', 'Sum', 'threshold: 0, comparison: LessThanThreshold, treatMissingData: breaching'),
    wrong: metric('api', 'Count', 'Sum', 'threshold: -1, comparison: LessThanOrEqualToThreshold'),
    codes: ['ENV3035'],
  },
  'a share of values below 100 percent': {
    fine: metric('api', 'Latency', '"PR(300:)"', 'threshold: 99'),
    wrong: metric('api', 'Latency', '"PR(300:)"', 'threshold: 100'),
    codes: ['ENV3035'],
  },
  'any value of a custom metric of the function': {
    fine: [
      'functions: { processor: { environment: { METRICS_NAMESPACE: Payments } } }',
      ...metric('functions.processor.metrics', 'RequestsFailed', 'Maximum', 'threshold: 90000'),
    ],
    wrong: metric('functions.processor', 'Duration', 'Maximum', 'threshold: 90000'),
    codes: ['ENV3035'],
  },
  'a number above 0, and rejects 0': {
    fine: metric('queues.dead-letters', 'ApproximateNumberOfMessagesVisible', 'Maximum', 'threshold: 0'),
    wrong: metric('queues.dead-letters', 'ApproximateNumberOfMessagesVisible', 'Maximum', 'threshold: -0.5'),
    codes: ['ENV3036'],
  },
  'percent below 100': {
    fine: ratio('100 * (errors / calls)', 'threshold: 99'),
    wrong: ratio('100 * (errors / calls)', 'threshold: 100'),
    codes: ['ENV3035'],
  },
  'percent below 100, scaled before the division': {
    fine: ratio('errors * 100 / calls', 'threshold: 99'),
    wrong: ratio('errors * 100 / calls', 'threshold: 100'),
    codes: ['ENV3035'],
  },
  'any value of a ratio that is not a share': {
    fine: ratio('100 * throttles / calls', 'threshold: 200'),
    wrong: ratio('100 * throttles / calls', 'threshold: -1'),
    codes: ['ENV3036'],
  },
  'any value of a ratio over two functions': {
    fine: [
      'functions: { other: { entry: runtime/handler.ts } }',
      OTHER_IS_USED,
      ...ratio('errors / others', 'threshold: 2').map((line) =>
        line.replace(
          '{ errors:',
          '{ others: { resource: functions.other, name: Invocations, statistic: Sum }, errors:',
        ),
      ),
    ],
    wrong: ratio('errors / calls', 'threshold: 2'),
    codes: ['ENV3035'],
  },
  'a negative threshold of a difference': {
    fine: ratio('calls - errors', 'threshold: -1'),
    wrong: ratio('calls + errors', 'threshold: -1'),
    codes: ['ENV3036'],
  },
  'any value of an expression with functions': {
    fine: ratio('FILL(errors, 0) / calls', 'threshold: 500'),
    wrong: ratio('errors / calls', 'threshold: 500'),
    codes: ['ENV3035'],
  },
  'a sum of requests up to what the throttle of a route admits': {
    fine: [throttled('rateLimit: 1, burstLimit: 5'), ...metric('api', 'Count', 'Sum', 'threshold: 64')],
    wrong: [throttled('rateLimit: 1, burstLimit: 5'), ...metric('api', 'Count', 'Sum', 'threshold: 65')],
    codes: ['ENV3234'],
  },
  'requests per minute up to the throttle': {
    fine: metric('api', 'Count', 'Sum', 'threshold: 6199'),
    wrong: metric('api', 'Count', 'Sum', 'threshold: 6200'),
    codes: ['ENV3234'],
  },
  'requests of two methods with separate throttles': {
    fine: [ANOTHER_METHOD, ...metric('api', '4XXError', 'Sum', 'threshold: 12399')],
    wrong: [ANOTHER_METHOD, ...metric('api', '4XXError', 'Sum', 'threshold: 12400')],
    codes: ['ENV3234'],
  },
  "requests of two methods up to the account's throttle": {
    fine: [ACCOUNT_THROTTLE, ANOTHER_METHOD, ...metric('api', 'Count', 'SampleCount', 'threshold: 6499')],
    wrong: [ACCOUNT_THROTTLE, ANOTHER_METHOD, ...metric('api', 'Count', 'SampleCount', 'threshold: 6500')],
    codes: ['ENV3234'],
  },
  'errors of five minutes': {
    fine: metric('api', '5XXError', 'Sum', 'periodSeconds: 300, threshold: 30199'),
    wrong: metric('api', '5XXError', 'Sum', 'periodSeconds: 300, threshold: 30200'),
    codes: ['ENV3234'],
  },
  'fewer requests than the throttle': {
    fine: metric('api', 'Count', 'Sum', 'threshold: 6200, comparison: LessThanThreshold'),
    wrong: metric('api', 'Count', 'Sum', 'threshold: 6201, comparison: LessThanThreshold'),
    codes: ['ENV3234'],
  },
  'invocations up to the throttle of the routes': {
    fine: metric('functions.processor', 'Invocations', 'Sum', 'threshold: 6199'),
    wrong: metric('functions.processor', 'Invocations', 'Sum', 'threshold: 6200'),
    codes: ['ENV3234'],
  },
  'invocations up to the concurrency': {
    fine: [FIVE_INSTANCES, OTHER_IS_USED, ...metric('functions.other', 'Errors', 'Sum', 'threshold: 2999')],
    wrong: [FIVE_INSTANCES, OTHER_IS_USED, ...metric('functions.other', 'Errors', 'Sum', 'threshold: 3000')],
    codes: ['ENV3234'],
  },
  'any number of throttled invocations': {
    fine: [FIVE_INSTANCES, OTHER_IS_USED, ...metric('functions.other', 'Throttles', 'Sum', 'threshold: 90000')],
    wrong: metric('functions.processor', 'Throttles', 'Sum', 'threshold: 90000'),
    codes: ['ENV3234'],
  },
  'a dead letter for each invocation': {
    fine: metric('queues.dead-letters', 'NumberOfMessagesSent', 'Sum', 'threshold: 6199'),
    wrong: metric('queues.dead-letters', 'NumberOfMessagesSent', 'Sum', 'threshold: 6200'),
    codes: ['ENV3234'],
  },
  'any number of messages of two senders': {
    fine: [
      'functions: { other: { entry: runtime/handler.ts, access: { queues: { dead-letters: [SendMessage] } } } }',
      OTHER_IS_USED,
      ...metric('queues.dead-letters', 'NumberOfMessagesSent', 'Sum', 'threshold: 90000'),
    ],
    wrong: metric('queues.dead-letters', 'NumberOfMessagesSent', 'Sum', 'threshold: 90000'),
    codes: ['ENV3234'],
  },
  'errors and invocations together': {
    fine: ratio('calls + errors', 'threshold: 12399'),
    wrong: ratio('calls + errors', 'threshold: 12400'),
    codes: ['ENV3234'],
  },
  'a latency with one second of overhead of API Gateway': {
    fine: metric('api', 'Latency', 'p99', 'threshold: 29999'),
    wrong: metric('api', 'Latency', 'p99', 'threshold: 30000'),
    codes: ['ENV3234'],
  },
  'a metric by its name': {
    fine: metric('functions.processor', 'Errors', 'Sum', 'threshold: 1'),
    wrong: metric('functions.processor', 'Erors', 'Sum', 'threshold: 1'),
    codes: ['ENV3230'],
  },
  'a metric of a REST API, and rejects a metric of an HTTP API': {
    fine: metric('api', '5XXError', 'Sum', 'threshold: 1'),
    wrong: metric('api', '5xxError', 'Sum', 'threshold: 1'),
    codes: ['ENV3230'],
  },
  'a metric of a table with an operation': {
    fine: metric('tables.payments', 'SystemErrors', 'Sum, dimensions: { Operation: PutItem }', 'threshold: 1'),
    wrong: metric('tables.payments', 'SystemErrors', 'Sum', 'threshold: 1'),
    codes: ['ENV3231'],
  },
  'an existing operation': {
    fine: metric('tables.payments', 'ThrottledRequests', 'Sum, dimensions: { Operation: Query }', 'threshold: 1'),
    wrong: metric('tables.payments', 'ThrottledRequests', 'Sum, dimensions: { Operation: Read }', 'threshold: 1'),
    codes: ['ENV3232'],
  },
  'a metric of a table without an operation': {
    fine: metric('tables.payments', 'ReadThrottleEvents', 'Sum', 'threshold: 1'),
    wrong: metric('tables.payments', 'ReadThrottleEvents', 'Sum, dimensions: { Operation: Query }', 'threshold: 1'),
    codes: ['ENV3231'],
  },
  "a method of the API's detailed metrics": {
    fine: ['api: { metrics: true }', ...metric('api', 'Count', `Sum, ${METHOD}`, 'threshold: 1')],
    wrong: ['api: { metrics: false }', ...metric('api', 'Count', `Sum, ${METHOD}`, 'threshold: 1')],
    codes: ['ENV3231'],
  },
  'a currency of the payments': {
    fine: [PUBLISHING, ...metric(OWN, 'PaymentAmount', 'Sum, dimensions: { currency: USD }', 'threshold: 1')],
    wrong: [PUBLISHING, ...metric(OWN, 'PaymentAmount', 'Sum, dimensions: { currency: SEK }', 'threshold: 1')],
    codes: ['ENV3232'],
  },
  'any metric of a function other than the payment handler': {
    fine: [
      'functions: { processor: { entry: test/fixture.ts, environment: { METRICS_NAMESPACE: Payments } } }',
      ...metric(OWN, 'Entries', 'Sum, dimensions: { ledger: a }', 'threshold: 1'),
    ],
    wrong: [PUBLISHING, ...metric(OWN, 'Entries', 'Sum, dimensions: { ledger: a }', 'threshold: 1')],
    codes: ['ENV3230'],
  },
  'a statistic that fits the metric': {
    fine: metric('functions.processor', 'ConcurrentExecutions', 'Maximum', 'threshold: 1'),
    wrong: metric('functions.processor', 'ConcurrentExecutions', 'Sum', 'threshold: 1'),
    codes: ['ENV3233'],
  },
  'a duration alarm above the expected duration': {
    fine: [
      'functions: { processor: { expectedDurationMilliseconds: 500 } }',
      ...metric('functions.processor', 'Duration', 'Maximum', 'threshold: 500'),
    ],
    wrong: [
      'functions: { processor: { expectedDurationMilliseconds: 501 } }',
      ...metric('functions.processor', 'Duration', 'Maximum', 'threshold: 500'),
    ],
    codes: ['ENV3037'],
  },
  'a dead-letter queue with a retention of four days': {
    fine: ['queues: { dead-letters: { messageRetentionSeconds: 345600 } }'],
    wrong: ['queues: { dead-letters: { messageRetentionSeconds: 345599 } }'],
    codes: ['ENV3038'],
  },
  'a dead-letter queue that accepts the largest record': {
    fine: ['queues: { dead-letters: { maximumMessageSizeBytes: 64000 } }'],
    wrong: ['queues: { dead-letters: { maximumMessageSizeBytes: 63999 } }'],
    codes: ['ENV3041'],
  },
  'a message hidden for six times the function’s timeout': {
    fine: consumed(60),
    wrong: consumed(59),
    codes: ['ENV3004'],
  },
  'a year of logs in production': {
    fine: [...PRODUCTION, 'logRetentionDays: 365'],
    wrong: [...PRODUCTION, 'logRetentionDays: 180'],
    codes: ['ENV3039'],
  },
  'unlimited retention in production, and any retention elsewhere': {
    fine: [...PRODUCTION, 'logRetentionDays: 0'],
    wrong: [...PRODUCTION, 'logRetentionDays: 1'],
    codes: ['ENV3039'],
  },
  'environment variables of 4 KB': {
    fine: variable(4096 - 'TABLETEXT'.length),
    wrong: variable(4096 - 'TABLETEXT'.length + 1),
    codes: ['ENV3040'],
  },
  'an expression of 1,024 characters': {
    fine: ratio(`errors${' + calls'.repeat(127)}${' '.repeat(2)}`, 'threshold: 5'),
    wrong: ratio(`errors${' + calls'.repeat(127)}${' '.repeat(3)}`, 'threshold: 5'),
    codes: ['ENV3105'],
  },
  'a percentile with two decimals': {
    fine: metric('functions.processor', 'Duration', 'p99.99', 'threshold: 5'),
    wrong: metric('functions.processor', 'Duration', 'p99.999', 'threshold: 5'),
    codes: ['ENV3106'],
  },
  'a percentile rank with one bound, and rejects a bound without digits': {
    fine: metric('functions.processor', 'Duration', '"PR(0.5:)"', 'threshold: 5'),
    wrong: metric('functions.processor', 'Duration', '"PR(.5:1)"', 'threshold: 5'),
    codes: ['ENV3106'],
  },
  'a percentile rank with two bounds, and rejects one without bounds': {
    fine: metric('functions.processor', 'Duration', '"PR(10:300)"', 'threshold: 5'),
    wrong: metric('functions.processor', 'Duration', '"PR(:)"', 'threshold: 5'),
    codes: ['ENV3106'],
  },
  'a caller header of 40 characters': {
    fine: lambdaAuthorizer(40),
    wrong: lambdaAuthorizer(41),
    codes: ['ENV3106'],
  },
  'a path with dots, and rejects a path with a tilde': {
    fine: ['api: { routes: { get-payment: { path: /v1.0/me } } }'],
    wrong: ['api: { routes: { get-payment: { path: /~me } } }'],
    codes: ['ENV3106'],
  },
  'one backup per hour': {
    fine: ['backup: { schedule: "cron(59 * * * ? *)" }'],
    wrong: ['backup: { schedule: "cron(0,59 * * * ? *)" }'],
    codes: ['ENV3204'],
  },
  'a time to live in a numeric key': {
    fine: expiring('N'),
    wrong: expiring('S'),
    codes: ['ENV3205'],
  },
  '* as the only origin': {
    fine: ['api: { cors: { origins: ["*"] } }'],
    wrong: ['api: { cors: { origins: ["http://localhost:8080", "*"] } }'],
    codes: ['ENV3206'],
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
  '300 path resources of an API': {
    fine: paths(298),
    wrong: paths(299),
    codes: ['ENV3200'],
  },
  '300 usage plans': {
    fine: plans(300),
    wrong: plans(301),
    codes: ['ENV3200'],
  },
  'tables up to a quota': {
    fine: ['quotas: { dynamodb: { tables: 1 } }'],
    wrong: [
      'quotas: { dynamodb: { tables: 1 } }',
      'tables: { refunds: { partitionKey: { name: id } } }',
      REFUNDS_IS_USED,
    ],
    codes: ['ENV3200'],
  },
  'roles up to a quota': {
    fine: ['quotas: { iam: { roles: 1 } }'],
    wrong: ['quotas: { iam: { roles: 1 } }', 'functions: { other: { entry: runtime/handler.ts } }', OTHER_IS_USED],
    codes: ['ENV3200'],
  },
  'a permissions boundary of 60 functions': {
    fine: functions(59),
    wrong: functions(60),
    codes: ['ENV3201'],
  },
  'a function that sends to the maximum number of queues for its policies': {
    fine: ['permissionsBoundary: NONE', ...queues(137)],
    wrong: ['permissionsBoundary: NONE', ...queues(138)],
    codes: ['ENV3201'],
  },
  'a resource policy up to a raised quota': {
    fine: restricted(258),
    wrong: restricted(257),
    codes: ['ENV3201'],
  },
  'a description of 1,024 characters': {
    fine: [`alarms: { throttles: { description: ${'x'.repeat(1024)} } }`],
    wrong: [`alarms: { throttles: { description: ${'x'.repeat(1025)} } }`],
    codes: ['ENV3201'],
  },
};

describe('a limit', () => {
  for (const [what, { fine, wrong, codes }] of Object.entries(rows)) {
    it(`allows ${what}`, () => {
      expect(codesOf(fine)).to.deep.equal([]);
      expect(codesOf(wrong)).to.deep.equal(codes);
    });
  }
});

describe('a runtime', () => {
  const days: Record<string, string[]> = {
    '2026-10-31': [],
    '2026-11-01': ['ENV3042'],
    '2027-06-30': ['ENV3042'],
    '2027-07-01': ['ENV3043'],
  };
  for (const [day, codes] of Object.entries(days)) {
    it(`gets ${codes[0] ?? 'no diagnostic'} on ${day}`, () =>
      expect(codesOf(['functions: { processor: { runtime: nodejs22.x } }'], day)).to.deep.equal(codes));
  }
});
