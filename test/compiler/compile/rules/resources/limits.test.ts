// The limits of compiled resources.

import { numbers, OTHER_IS_USED, testLimits } from '../limits';

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

const restricted = (characters: number) => [
  `quotas: { apiGateway: { resourcePolicyCharacters: ${characters} } }`,
  'api: { resourcePolicy: { sourceCidrs: [203.0.113.0/24] } }',
];

const REFUNDS_IS_USED = 'outputs: { refunds: "{{ tables.refunds.arn }}" }';

testLimits({
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
});
