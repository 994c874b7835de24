// ENV3020 to ENV3049: numbers that do not go together, or not with what AWS grants.

import type { CatalogueEntry } from './entry';

/** The comparison of an alarm: the range of a metric, the reason for its bound, and a threshold. */
interface WatchedValues {
  readonly name: string;
  readonly what: string;
  readonly least: number;
  readonly greatest: number;
  readonly bound: string | undefined;
  readonly words: string;
  readonly threshold: number;
}

/** By slug; in the order of their codes. */
export const LIMITS = {
  'beyond-quota': {
    code: 'ENV3020',
    severity: 'error',
    summary: 'A value is above a quota of the AWS account.',
    explanation:
      'AWS refuses what is above a quota, or never lets it be reached. The quotas stand under quotas, with the defaults of AWS (Amazon API Gateway quotas; Quotas in Amazon DynamoDB). Lower the value, or ask AWS for more in Service Quotas and write down what it granted.',
    message: (p: { what: string; found: number; quota: number; unit: string }) =>
      `${p.what} is ${p.found} ${p.unit}; AWS grants the account ${p.quota}`,
  },
  'edge-integration-timeout': {
    code: 'ENV3021',
    severity: 'error',
    summary: 'An edge-optimized API has an integration timeout that AWS grants regional APIs alone.',
    explanation:
      'AWS raises the integration timeout beyond 29,000 ms for regional and private APIs only (Amazon API Gateway quotas for REST APIs). Make the API regional, or keep to 29,000 ms.',
    message: (p: { found: number; longest: number }) =>
      `an edge-optimized API cannot wait ${p.found} ms; ${p.longest} ms is the longest, whatever the quota`,
  },
  'reservations-beyond-account': {
    code: 'ENV3022',
    severity: 'error',
    summary: 'Functions reserve more concurrency than the account may reserve.',
    explanation:
      'Lambda keeps 100 instances for functions without a reservation, and refuses a reservation that leaves fewer (AWS Lambda Developer Guide, "Configuring reserved concurrency"). Other stacks of the account and Region reserve from the same quota, which the compiler does not see.',
    message: (p: { names: readonly string[]; reserved: number; available: number; quota: number }) =>
      `${p.names.join(' and ')} reserve${p.names.length === 1 ? 's' : ''} ${p.reserved} instances; of the account's ${p.quota}, ${p.available} can be reserved`,
  },
  'burst-below-rate': {
    code: 'ENV3023',
    severity: 'warning',
    summary: "The throttle's burst is so small that its rate cannot be reached.",
    explanation:
      'The throttle is a bucket of burst tokens that fills at the rate. Requests do not come evenly: with a bucket smaller than a tenth of a second of the rate, bunches of them are refused (429) although fewer come than the rate allows.',
    message: (p: { burstLimit: number; rateLimit: number }) =>
      `a burst of ${p.burstLimit} is ${Math.floor((p.burstLimit * 1000) / p.rateLimit)} ms of ${p.rateLimit} requests/s; requests in bunches are refused long before that rate`,
  },
  'burst-beyond-concurrency': {
    code: 'ENV3024',
    severity: 'warning',
    summary: 'The throttle lets more requests through at once than the function has instances for.',
    explanation:
      'What the throttle refuses, the client sees as 429 and tries again. What it lets through and Lambda refuses for want of instances, the client sees as 500 (API Gateway never tries again). A burst of no more than the concurrency keeps the refusals at the throttle.',
    message: (p: { burstLimit: number; name: string; instances: number }) =>
      `${p.burstLimit} requests may come at once, but ${p.name} has ${p.instances} instances; the rest fails with 500 instead of 429`,
  },
  'concurrency-before-throttle': {
    code: 'ENV3025',
    severity: 'warning',
    summary: 'As requests grow, the concurrency of a function is exhausted before the throttle refuses any.',
    explanation:
      'By Little\'s law a function of N instances that take D seconds each answers N / D requests a second, and by Lambda\'s own limit 10 N at most, however short they are (AWS Lambda Developer Guide, "Understanding concurrency and requests per second"). Beyond that Lambda refuses, which the client sees as 500; the throttle would answer 429. Lower the throttle, reserve more, or answer faster.',
    message: (p: {
      name: string;
      instances: number;
      /** Absent where requests are so short that Lambda's own limit of 10 a second is met first. */
      millisecondsEach: number | undefined;
      reachable: number;
      rateLimit: number;
    }) =>
      `at ${p.reachable} requests/s ${p.name} runs out of instances (${p.instances}, ${
        p.millisecondsEach === undefined ? 'of 10 requests/s at most each' : `at ${p.millisecondsEach} ms a request`
      }), before the throttle refuses any (at ${p.rateLimit}); the rest fails with 500 instead of 429`,
  },
  'expected-duration-beyond-timeout': {
    code: 'ENV3026',
    severity: 'error',
    summary: 'A function is expected to take longer than its timeout allows.',
    explanation:
      'Lambda ends an invocation at its timeout: were the expectation right, none would answer. Either is wrong, most often by its unit: the expectation is in milliseconds, the timeout in seconds.',
    message: (p: { name: string; expectedDurationMilliseconds: number; timeoutSeconds: number }) =>
      `${p.name} is expected to take ${p.expectedDurationMilliseconds} ms, and is ended after ${p.timeoutSeconds} s`,
  },
  'writes-beyond-capacity': {
    code: 'ENV3027',
    severity: 'warning',
    summary: 'The throttle lets more writes through than the table can take at its largest capacity.',
    explanation:
      'A write takes one unit for each started KB of the item (Amazon DynamoDB Developer Guide, "DynamoDB read and write operations"). Beyond the capacity DynamoDB refuses writes; the SDK tries again for a while, and then the request fails. Raise the capacity, lower the throttle, or bill by request.',
    message: (p: { name: string; routes: readonly string[]; rate: number; most: number; borne: number }) =>
      `the table ${p.name} takes ${p.borne} writes/s at its most (${p.most} units), and the throttle lets ${p.rate} through to ${p.routes.join(', ')}; DynamoDB refuses the rest`,
  },
  'index-capacity-below-table': {
    code: 'ENV3028',
    severity: 'warning',
    summary: 'An index has less write capacity than its table, and holds its writes back.',
    explanation:
      'Each write of an indexed attribute is a write of the index too. An index without the capacity for it throttles the writes of the table, whatever capacity the table has (Amazon DynamoDB Developer Guide, "Using Global Secondary Indexes").',
    message: (p: {
      name: string;
      table: string;
      below: readonly { end: 'least' | 'most'; ofTable: number; ofIndex: number }[];
    }) =>
      `the index ${p.name} has ${p.below.map(({ end, ofIndex, ofTable }) => `at ${end} ${ofIndex} write units where ${p.table} has ${ofTable}`).join(', and ')}; it throttles the table`,
  },
  'page-beyond-capacity': {
    code: 'ENV3029',
    severity: 'warning',
    summary: 'One full page of a list costs more than a second of the read capacity.',
    explanation:
      'A page costs half a read unit for each started 4 KB of all its items together (Amazon DynamoDB Developer Guide, "DynamoDB read and write operations"). Where one page exceeds what a second brings, lists throttle each other and the reads of single items.',
    message: (p: { what: string; cost: number; units: number; pageSize: number; itemSizeBytes: number }) =>
      `a page of ${p.pageSize} items of ${p.itemSizeBytes} bytes takes ${p.cost} read units; ${p.what} has ${p.units} a second at its most`,
  },
  'rise-beyond-burst-capacity': {
    code: 'ENV3030',
    severity: 'warning',
    summary: 'A sudden rise of writes from rest exhausts the reserve of a table before autoscaling acts.',
    explanation:
      'DynamoDB keeps the unused capacity of the last 300 s in reserve (Amazon DynamoDB Developer Guide, "Burst capacity"), and autoscaling adds some after two minutes above its target at the soonest. A higher minimum makes the reserve last that long; PAY_PER_REQUEST needs none.',
    message: (p: { name: string; fewest: number; rate: number; seconds: number }) =>
      `from rest at ${p.fewest} units, the table ${p.name} bears the ${p.rate} writes/s that the throttle lets through for ${p.seconds} s; autoscaling takes 120 s or more to add capacity`,
  },
  'cache-keeps-nothing': {
    code: 'ENV3031',
    severity: 'warning',
    summary: 'A cache cluster is paid for and keeps no answer.',
    explanation:
      'A TTL of 0 turns caching off (Amazon API Gateway Developer Guide, "Cache settings for REST APIs"); the cluster is billed by the hour all the same.',
    message: (p: { clusterSizeGigabytes: string }) =>
      `the cache of ${p.clusterSizeGigabytes} GB keeps answers for 0 s, and is billed by the hour`,
  },
  'cache-without-route': {
    code: 'ENV3032',
    severity: 'warning',
    summary: 'A cache cluster is paid for and no route uses it.',
    explanation:
      'The cache keeps the answers of routes that say `cache: true`, and of no others; the cluster is billed by the hour all the same (Amazon API Gateway Developer Guide, "Cache settings for REST APIs").',
    message: (p: { clusterSizeGigabytes: string }) =>
      `the cache of ${p.clusterSizeGigabytes} GB keeps the answers of no route, and is billed by the hour`,
  },
  'alarm-looks-too-far-back': {
    code: 'ENV3033',
    severity: 'error',
    summary: 'An alarm looks back over more time than CloudWatch allows.',
    explanation:
      'All periods of an alarm together are a day at most, or a week where a period is an hour or longer (CloudWatch API Reference, PutMetricAlarm: EvaluationPeriods).',
    message: (p: { name: string; periodSeconds: number; evaluationPeriods: number; longest: number }) =>
      `the alarm ${p.name} looks at ${p.evaluationPeriods} periods of ${p.periodSeconds} s, ${p.evaluationPeriods * p.periodSeconds} s in all; with that period ${p.longest} s are the most`,
  },
  'alarm-period-below-resolution': {
    code: 'ENV3034',
    severity: 'error',
    summary: "An alarm's period is shorter than the minute at which AWS services publish.",
    explanation:
      'Periods of 10, 20 and 30 s are for metrics that an application publishes at high resolution. On those of AWS services such an alarm finds no data in most periods, falls into INSUFFICIENT_DATA, and costs more (CloudWatch API Reference, PutMetricAlarm: Period).',
    message: (p: { name: string; periodSeconds: number }) =>
      `the alarm ${p.name} looks each ${p.periodSeconds} s, and its metrics have a value each 60 s`,
  },
  'threshold-out-of-reach': {
    code: 'ENV3035',
    severity: 'error',
    summary: 'An alarm has a threshold that its metric never crosses.',
    explanation:
      "An alarm that cannot fire looks like safety. A metric's values end where the spec ends what it measures: durations at the timeout, ages at the retention, concurrency at the reservation; a share of requests is at most 1, and 100 in percent.",
    message: (p: WatchedValues) =>
      `the alarm ${p.name} never fires: ${p.what} is ${valuesFrom(p)}, never ${p.words} ${p.threshold}`,
  },
  'threshold-always-crossed': {
    code: 'ENV3036',
    severity: 'error',
    summary: 'An alarm has a threshold that every value of its metric crosses.',
    explanation:
      'An alarm that never ends is soon ignored, with the others. Counts, durations and ages are never below 0, so that any of them is above a negative threshold, and at or above 0.',
    message: (p: WatchedValues) =>
      `the alarm ${p.name} fires all the time: ${p.what} is ${valuesFrom(p)}, always ${p.words} ${p.threshold}`,
  },
  'alarm-below-expected-duration': {
    code: 'ENV3037',
    severity: 'warning',
    summary: 'A duration alarm fires at the duration that is expected.',
    explanation:
      'The slowest requests take the expected duration by its definition: an alarm on them needs a threshold between it and the timeout.',
    message: (p: { name: string; threshold: number; expectedDurationMilliseconds: number }) =>
      `the alarm ${p.name} fires from ${p.threshold} ms on, and requests are expected to take ${p.expectedDurationMilliseconds} ms`,
  },
  'short-dead-letter-retention': {
    code: 'ENV3038',
    severity: 'warning',
    summary: 'A dead-letter queue forgets its messages before somebody may have looked.',
    explanation:
      'A message of a dead-letter queue is a request that failed, and often the only trace of it. Less than four days do not reach over a long weekend; SQS keeps messages up to 14 (Amazon SQS Developer Guide, "Amazon SQS message quotas").',
    message: (p: { queue: string; name: string; seconds: number }) =>
      `the queue ${p.queue} keeps what ${p.name} failed to handle for ${p.seconds} s; a long weekend takes 345600`,
  },
  'short-log-retention': {
    code: 'ENV3039',
    severity: 'warning',
    summary: 'A production environment keeps its logs for less than a year.',
    explanation:
      'PCI DSS 4.0.1 asks for twelve months of audit logs (requirement 10.5.1), and so do the usual linters (CKV_AWS_338). An environment whose name begins with "prod" is taken to be one.',
    message: (p: { environment: string; logRetentionDays: number }) =>
      `${p.environment} keeps its logs for ${p.logRetentionDays} days; PCI DSS asks for 365`,
  },
  'environment-too-large': {
    code: 'ENV3040',
    severity: 'error',
    summary: 'The environment variables of a function are larger than Lambda takes.',
    explanation:
      'Names and values of all variables together are 4 KB at most (AWS Lambda quotas, "Function configuration"); Lambda refuses the function otherwise. Names and ARNs that are known only after deployment come on top of what is counted here.',
    message: (p: { name: string; bytes: number; most: number }) =>
      `the environment variables of ${p.name} take ${p.bytes} bytes or more; Lambda takes ${p.most}`,
  },
  'small-dead-letter-queue': {
    code: 'ENV3041',
    severity: 'warning',
    summary: 'A dead-letter queue takes messages that are smaller than the record of a failure may be.',
    explanation:
      'SQS refuses a message beyond the queue\'s own limit, and Lambda drops an event that is too large for its dead-letter queue (AWS Lambda Developer Guide, "Adding a dead-letter queue"): of that failure nothing is left but a log. SQS takes up to 1 MiB (Amazon SQS Developer Guide, "Amazon SQS message quotas").',
    message: (p: { queue: string; name: string; bytes: number; largest: number }) =>
      `the queue ${p.queue} takes messages of ${p.bytes} bytes; the record of a failure of ${p.name} has up to ${p.largest}`,
  },
  'runtime-deprecated': {
    code: 'ENV3042',
    severity: 'warning',
    summary: 'AWS ends the support of a runtime within 180 days, or has ended it.',
    explanation:
      'A deprecated runtime gets no security patches; a month later Lambda creates no function with it, and after another one changes none (AWS Lambda Developer Guide, "Runtime deprecation policy"). AWS tells its users 180 days before, and so does this warning.',
    message: (p: {
      name: string;
      runtime: string;
      deprecated: string;
      createBlocked: string;
      updateBlocked: string;
      days: number;
    }) =>
      `the runtime ${p.runtime} of ${p.name} ${
        p.days > 0 ? `is deprecated on ${p.deprecated}, in ${p.days} days` : `is deprecated since ${p.deprecated}`
      }; Lambda creates no function with it from ${p.createBlocked} on, and changes none from ${p.updateBlocked} on`,
  },
  'runtime-blocked': {
    code: 'ENV3043',
    severity: 'warning',
    summary: 'By the published schedule, Lambda neither creates nor changes functions with this runtime any more.',
    explanation:
      'Some two months after the deprecation of a runtime, Lambda refuses each change of a function that has it (AWS Lambda Developer Guide, "Runtime deprecation policy"): a deployment fails half way. Choose a newer runtime; the bundle is made for it. This is a warning because the dates are projected ones, which AWS has moved before, and because a spec that did not change still compiles, runs locally and can be compared.',
    message: (p: { name: string; runtime: string; updateBlocked: string }) =>
      `function "${p.name}" has the runtime ${p.runtime}; Lambda refuses changes of it since ${p.updateBlocked}`,
  },
  'few-shards': {
    code: 'ENV3044',
    severity: 'warning',
    summary: 'An index is cut into fewer shards than its write capacity can be spread over.',
    explanation:
      'All items of one partition key share a partition, which takes 1,000 write units a second (Amazon DynamoDB Developer Guide, "Designing partition keys"). An index whose partition key is its shard takes no more than that for each shard, whatever capacity it has, and then throttles the table. Leave `shardCount` out, and there are as many as the largest write capacity needs.',
    message: (p: { name: string; shardCount: number; needed: number }) =>
      `the index ${p.name} has ${p.shardCount} ${p.shardCount === 1 ? 'shard' : 'shards'}, and write capacity for ${p.needed}: each takes 1,000 write units a second`,
  },
  'unprotected-data': {
    code: 'ENV3045',
    severity: 'warning',
    summary: 'A table of production can be deleted by mistake, or not be restored.',
    explanation:
      'A table with deletion protection cannot be deleted until the protection is removed (Amazon DynamoDB Developer Guide, "Using deletion protection"); one with point-in-time recovery can be restored to any second of the last 35 days. Payments are worth both. Where they are not, in an environment that is made for a pull request and destroyed with it, a waiver says so.',
    message: (p: { name: string; protection: 'deletionProtection' | 'pointInTimeRecovery'; environment: string }) =>
      p.protection === 'deletionProtection'
        ? `the table ${p.name} of ${p.environment} can be deleted by mistake, with all that it holds`
        : `the table ${p.name} of ${p.environment} cannot be restored to a moment before a mistake`,
  },
  'replica-region': {
    code: 'ENV3046',
    severity: 'error',
    summary: 'A copy of a table in the Region of the table itself, or in one that it cannot be copied to.',
    explanation:
      'A global table has one replica in a Region, and the table is that of its own; Regions of China and of AWS GovCloud (US) are partitions by themselves, between which nothing is replicated (Amazon DynamoDB Developer Guide, "Global tables").',
    message: (p: { table: string; place: string; region: string }) =>
      p.place === p.region
        ? `the table ${p.table} is in ${p.region} itself`
        : `the table ${p.table} is in ${p.region}, which is another partition of AWS than ${p.place}`,
  },
  'replica-capacity': {
    code: 'ENV3047',
    severity: 'error',
    summary: 'A table with provisioned capacity has copies in other Regions.',
    explanation:
      'Each copy takes all writes of the table. With provisioned capacity, AWS asks for autoscaling of the writes of each copy (Amazon DynamoDB Developer Guide, "Global tables"), which is set up in its own Region; on demand there is nothing to keep in step.',
    message: (p: { table: string }) => `the table ${p.table} has copies in other Regions, and provisioned capacity`,
  },
  'replica-key': {
    code: 'ENV3048',
    severity: 'error',
    summary: 'A copy of a table has no key of its Region, where the table has a key of its own.',
    explanation:
      'All replicas of a global table have the same kind of key, each of its own Region: a key cannot be used from another one (Amazon DynamoDB Developer Guide, "Encryption at rest"). Under `encryption.key: CUSTOMER_MANAGED` each copy needs the ARN of a key in its Region, made before.',
    message: (p: { table: string; place: string; isThere: boolean }) =>
      p.isThere
        ? `the key of the copy of ${p.table} in ${p.place} is in another Region`
        : `the copy of ${p.table} in ${p.place} needs a key of that Region, since the table has one of its own`,
  },
  'replica-key-unused': {
    code: 'ENV3049',
    severity: 'warning',
    summary: 'A copy of a table names a key, and the table has none of its own.',
    explanation:
      'All replicas of a global table have the same kind of key (Amazon DynamoDB Developer Guide, "Encryption at rest"): unless `encryption.key` is CUSTOMER_MANAGED, AWS has the keys of all of them, and the one that is named is not used.',
    message: (p: { key: string }) =>
      `nothing is encrypted with this key: under encryption.key ${p.key} AWS has the keys`,
  },
} as const satisfies Record<string, CatalogueEntry>;

function valuesFrom({ least, greatest, bound }: WatchedValues): string {
  if (!Number.isFinite(greatest)) return `${least} or more`;
  return bound === undefined ? `${least} to ${greatest}` : `${least} to ${greatest} (${bound})`;
}
