// ENV30xx: the mistakes of the rules between fields.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const RULES = {
  'function-outlives-integration': {
    code: 'ENV3001',
    severity: 'error',
    summary:
      'A function behind the API may run longer than API Gateway waits for it: its work goes on, its answer is lost.',
    explanation:
      'If a function runs longer than API Gateway waits, its answer is lost: the caller receives 504 while the payment may still be made. API Gateway waits 29 s at most by default (Amazon API Gateway quotas for REST APIs). The second in between is for the answer that the function gives when it runs out of time. Shorten `timeoutSeconds`, or raise `api.integrationTimeoutMilliseconds`.',
    message: (p: { name: string; timeoutSeconds: number; integrationTimeoutMilliseconds: number }) =>
      `the function ${p.name} may take ${p.timeoutSeconds} s, but API Gateway waits ${p.integrationTimeoutMilliseconds} ms; it must end 1 s before that`,
  },
  'unknown-part': {
    code: 'ENV3002',
    severity: 'error',
    summary: 'A field names a table, index, queue or function that the spec does not have.',
    explanation:
      'Parts are referred to by their logical names, the keys of the spec. AWS would refuse the reference in the middle of a deployment, or an alarm would watch nothing. Add the part, or take the name of one that is there.',
    message: (p: { part: string; name: string; known: readonly string[] }) =>
      `there is no ${p.part} ${p.name}; there ${p.known.length > 0 ? `is: ${p.known.join(', ')}` : 'is none'}`,
  },
  'capacity-and-billing': {
    code: 'ENV3003',
    severity: 'error',
    summary: 'Billing mode PROVISIONED requires a capacity, PAY_PER_REQUEST forbids one.',
    explanation:
      'DynamoDB charges provisioned tables by capacity and the others by request: a capacity under PAY_PER_REQUEST would have no effect, and PROVISIONED has no capacity to begin with (CreateTable, BillingMode). Change the billing mode, or add or remove `capacity`. An environment removes an inherited capacity with `capacity: null`.',
    message: (p: { name: string; billingMode: string; present: boolean }) =>
      p.present
        ? `${p.name} has a capacity, which billing mode ${p.billingMode} does not take`
        : `${p.name} has no capacity, which billing mode ${p.billingMode} requires`,
  },
  'visibility-below-timeout': {
    code: 'ENV3004',
    severity: 'warning',
    summary: 'A queue gives a message out again while the function that received it may still be at it.',
    explanation:
      'A received message is hidden for the visibility timeout, and then received again. AWS asks for six times the timeout of the function that consumes the queue, so that a message that is throttled or fails is tried again by itself and not beside its first try (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS"). A function consumes a queue where its `access` has ReceiveMessage.',
    message: (p: { queue: string; name: string; seconds: number; timeoutSeconds: number }) =>
      `messages of ${p.queue} are received again after ${p.seconds} s; ${p.name}, which consumes them, may take ${p.timeoutSeconds} s`,
  },
  'capacity-range': {
    code: 'ENV3005',
    severity: 'error',
    summary: 'Capacities run from a minimum over the units at creation to a maximum.',
    explanation:
      'Autoscaling moves the capacity between its minimum and its maximum, and begins at `units`: outside of them Application Auto Scaling refuses the target, or changes it at once. A capacity is `units`, `autoscaling`, or both.',
    message: (p: { problem: string }) => p.problem,
  },
  'repeated-route': {
    code: 'ENV3006',
    severity: 'error',
    summary: 'Two routes have the same method and path, or paths that differ only in the names of parameters.',
    explanation:
      'API Gateway has one method for a path, and tells parameters apart by their place and not by their names: `/payments/{id}` and `/payments/{payment}` are one path. Remove one route, or change its method or path.',
    message: (p: { route: string; other: string }) => `the route ${p.route} answers the same requests as ${p.other}`,
  },
  'metric-or-math': {
    code: 'ENV3007',
    severity: 'error',
    summary: 'An alarm watches one metric or one expression.',
    explanation:
      'An alarm compares one number with its threshold: a metric, or an expression over several. With neither there is nothing to compare, with both it is in doubt which one. Keep one of `metric` and `math`; an environment removes an inherited one with null.',
    message: (p: { name: string; both: boolean }) =>
      p.both ? `the alarm ${p.name} has both metric and math` : `the alarm ${p.name} has neither metric nor math`,
  },
  'unknown-currency': {
    code: 'ENV3008',
    severity: 'error',
    summary: 'A currency that ISO 4217 does not list as in use, or that has no minor unit.',
    explanation:
      'Amounts are kept in the minor unit of their currency, whose decimals come from ISO 4217. A code that is not in its list, or that has no minor unit (gold, XAU), could be stored but not counted.',
    message: (p: { currency: string }) => `${p.currency} is no currency of ISO 4217`,
  },
  'conflicting-key-types': {
    code: 'ENV3009',
    severity: 'error',
    summary: 'An attribute has one type in all keys of a table.',
    explanation:
      'DynamoDB declares the type of each key attribute once for a table and all its indexes (CreateTable, AttributeDefinitions). Give the attribute the same type everywhere, or another name.',
    message: (p: { attribute: string; type: string; other: string }) =>
      `the attribute ${p.attribute} is ${p.type} here and ${p.other} in another key of the table`,
  },
  'index-attributes': {
    code: 'ENV3010',
    severity: 'error',
    summary: 'nonKeyAttributes goes with projection INCLUDE, and only with it.',
    explanation:
      'An index holds all attributes, the keys alone, or the keys and those that it names: only the last, INCLUDE, takes `nonKeyAttributes`, and it needs them (CreateTable, Projection).',
    message: (p: { name: string; projection: string; present: boolean }) =>
      p.present
        ? `the index ${p.name} has nonKeyAttributes, which projection ${p.projection} does not take`
        : `the index ${p.name} has no nonKeyAttributes, which projection ${p.projection} requires`,
  },
  'datapoints-beyond-periods': {
    code: 'ENV3011',
    severity: 'error',
    summary: 'An alarm cannot need more data points than it looks at.',
    explanation:
      'CloudWatch looks at the last `evaluationPeriods` periods, of which `datapointsToAlarm` must be over the threshold: more of them than there are can never be, and PutMetricAlarm refuses it.',
    message: (p: { name: string; datapoints: number; periods: number }) =>
      `the alarm ${p.name} needs ${p.datapoints} data points of ${p.periods} periods`,
  },
  'example-parameters': {
    code: 'ENV3012',
    severity: 'error',
    summary: "An example gives each of the path's parameters a value, and no other.",
    explanation:
      'The example is printed as a curl line by the local run. With a value missing the line would call another route; one too many would be ignored.',
    message: (p: { route: string; expected: readonly string[] }) =>
      p.expected.length > 0
        ? `the example of ${p.route} must give just these path parameters: ${p.expected.join(', ')}`
        : `the path of ${p.route} has no parameters`,
  },
  'dead-letter-access': {
    code: 'ENV3013',
    severity: 'error',
    summary: 'A function may not send to its own dead-letter queue; Lambda refuses to create such a function.',
    explanation:
      "Lambda checks when it creates a function that its role may send to its dead-letter queue, and refuses the function otherwise (CreateFunction, DeadLetterConfig). Add SendMessage to the function's access to the queue.",
    message: (p: { name: string; queue: string }) =>
      `the function ${p.name} has the dead-letter queue ${p.queue}, to which it may not SendMessage`,
  },
  'body-schema': {
    code: 'ENV3014',
    severity: 'error',
    summary: 'The JSON Schema of bodies is missing where routes validate by it, cannot be found, or is no JSON object.',
    explanation:
      'The handler and API Gateway validate bodies by one schema, the file that payment.bodySchema names, relative to the spec that names it. Without it API Gateway would be deployed with a validator that validates nothing. Name the file, or leave validateBody out.',
    message: (p: { problem: string }) => p.problem,
  },
  'amount-limit': {
    code: 'ENV3015',
    severity: 'error',
    summary:
      'Limits of amounts are for accepted currencies, have no more decimals than they, and leave room between them.',
    explanation:
      'A limit of a currency that payment.currencies does not have, or one with more decimals than ISO 4217 gives the currency, can never matter: most likely another currency or amount was meant. With a minimum above the maximum no amount at all would be accepted.',
    message: (p: { problem: string }) => p.problem,
  },
  'unknown-data-part': {
    code: 'ENV3016',
    severity: 'warning',
    summary: 'allowReplacement names a part that the spec does not have.',
    explanation:
      'allowReplacement accepts that a deployment deletes or replaces the data of a part. A part that the spec does not have is either misspelled, and the deployment stays refused, or it is deployed and the spec has removed it. In that case, remove the path after the deployment that deletes the part: a new part of the same name would not be protected.',
    message: (p: { path: string }) => `allowReplacement names ${p.path}, which the spec does not have`,
  },
  'waiver-expired': {
    code: 'ENV3050',
    severity: 'warning',
    summary: 'An expired waiver: its finding counts again.',
    explanation:
      'A waiver accepts a finding until the day in `expires`. After that day its finding counts again, with its own severity: a warning is a warning, and an error stops the compilation. Fix the finding and remove the waiver, or move the date if the reason still applies. Where the reason is permanent by design, use `reviewBy` in place of `expires`: the waiver then holds after that day too.',
    message: (p: { name: string; expires: string; today: string }) =>
      `waiver "${p.name}" expired on ${p.expires}; today is ${p.today}`,
  },
  'waiver-too-long': {
    code: 'ENV3051',
    severity: 'error',
    summary: 'A waiver whose end or review is more than a year ahead.',
    explanation:
      'Somebody must read the reason of a waiver at least once a year, so `expires` and `reviewBy` are at most 366 days ahead.',
    message: (p: { name: string; field: 'expires' | 'reviewBy'; day: string; last: string }) =>
      `waiver "${p.name}": ${p.field} is ${p.day}; ${p.last} is the latest day allowed`,
  },
  'waiver-date': {
    code: 'ENV3052',
    severity: 'error',
    summary: 'A waiver with a date that does not exist.',
    explanation: 'The date is written as YYYY-MM-DD and counts in UTC; the waiver still holds on that day.',
    message: (p: { found: string }) => `the date ${p.found} does not exist`,
  },
  'waiver-days': {
    code: 'ENV3240',
    severity: 'error',
    summary: 'A waiver has exactly one of expires and reviewBy.',
    explanation:
      '`expires` is for a finding that will be fixed: after that day the finding counts again. `reviewBy` is for a reason that is permanent by design: the waiver holds after that day too, and the reports show the day, so that somebody reads the reason again.',
    message: (p: { name: string; found: string }) => `waiver "${p.name}" has ${p.found}`,
  },
  'waiver-code': {
    code: 'ENV3053',
    severity: 'error',
    summary: 'A waiver of an error that none lifts, or of a code that there is not.',
    explanation:
      'Warnings can be waived, and of errors ENV3090 alone, an API that anybody may call: the others say that the system would not deploy, or would not work. `payment-spec explain CODE` says what a code means. Codes of linters are not checked here, since they come with the linter.',
    message: (p: { code: string; isError: boolean }) =>
      p.isError ? `${p.code} is an error, which no waiver lifts` : `there is no diagnostic ${p.code}`,
  },
  'waiver-path': {
    code: 'ENV3054',
    severity: 'error',
    summary: 'A waiver of a part that the spec does not have.',
    explanation:
      'The path is that of a field, as `payment-spec plan --resolved` prints it; it covers the field and all that is in it. When a part is removed, its waivers go with it.',
    message: (p: { path: string }) => `the spec has nothing at ${p.path}`,
  },
  'unused-waiver': {
    code: 'ENV3055',
    severity: 'warning',
    summary: 'A waiver that covers no warning.',
    explanation: 'Its warning was mended, or stands at another path. Left in place, it would hide the next one.',
    message: (p: { name: string; code: string; path: string }) =>
      `the waiver ${p.name} covers nothing: there is no ${p.code} at ${p.path}`,
  },
} as const satisfies Record<string, CatalogueEntry>;
