// The limits of alarms.

import { OTHER_IS_USED, ratio, testLimits, throttled } from '../limits';

const metric = (resource: string, name: string, statistic: string, rest: string) => [
  `alarms: { watched: { metric: { resource: ${resource}, name: ${name}, statistic: ${statistic} }, ${rest} } }`,
];

const ANOTHER_METHOD = 'api: { routes: { list: { method: GET, path: /payments, function: processor } } }';

const ACCOUNT_THROTTLE = 'quotas: { apiGateway: { throttleRateLimit: 100, throttleBurstLimit: 500 } }';

const FIVE_INSTANCES = 'functions: { other: { entry: runtime/handler.ts, reservedConcurrency: 5 } }';

const PUBLISHING = 'functions: { processor: { environment: { METRICS_NAMESPACE: Payments } } }';

const OWN = 'functions.processor.metrics';

const METHOD = 'dimensions: { Method: GET, Resource: "/payments/{id}" }';

testLimits({
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
  'an alarm without a notification as a part of a composite alarm that notifies': {
    fine: [
      'alarms: { throttles: { notify: NONE } }',
      'compositeAlarms: { failing: { anyOf: [throttles], notify: PAGE } }',
    ],
    wrong: [
      'alarms: { throttles: { notify: NONE } }',
      'compositeAlarms: { failing: { anyOf: [throttles], notify: NONE } }',
    ],
    codes: ['ENV3080', 'ENV3080'],
  },
});
