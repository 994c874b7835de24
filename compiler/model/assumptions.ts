// Assumptions of the models: behaviour of AWS that its documentation does not state, with the default of each and its basis.

/** A value that AWS does not document. */
interface Assumption<T extends number | boolean | string> {
  readonly default: T;
  /** The meaning of the value, with its unit. */
  readonly meaning: string;
  /** The reason for the default: a measurement, an observation, or the natural reading of a document. */
  readonly basis: string;
}

const assume = <T extends number | boolean | string>(value: T, meaning: string, basis: string): Assumption<T> => ({
  default: value,
  meaning,
  basis,
});

/** All assumptions, by name. Models read their values from `Assumptions`; reports list this table. */
export const ASSUMPTIONS = {
  stageThrottleScope: assume<'method' | 'stage'>(
    'method',
    'whether each method of a stage has a token bucket of its own, or all methods under the common setting share one',
    'API Gateway applies stage throttles "at the API method level"; a bucket for each method is the natural reading',
  ),
  refusedRequestsCount: assume<boolean>(
    false,
    'whether a request that one throttle refuses takes tokens of the throttles before it, and counts towards a quota',
    'not documented; a refused request that costs nothing is the simplest reading',
  ),
  invocationRateBurstSeconds: assume<number>(
    1,
    'the seconds of its limit of requests that a concurrency admits at once',
    'Lambda documents the limit as requests a second; a second is the shortest time that the limit can be about',
  ),
  growthRefusalReason: assume<'ConcurrentInvocationLimitExceeded' | 'FunctionInvocationRateLimitExceeded'>(
    'FunctionInvocationRateLimitExceeded',
    'the reason of a refusal because a function has gained 1,000 environments within 10 s',
    'none of the reasons of the API names the growth; this one names a rate of the function',
  ),
  environmentIdleSeconds: assume<number>(
    360,
    'the seconds after which Lambda removes an idle environment',
    'measurements by third parties: 25 to 60 minutes until 2019, then 10 minutes, recently 5 to 7',
  ),
  environmentReuse: assume<'newest' | 'oldest'>(
    'newest',
    'whether a request uses the environment that was idle for the shortest or for the longest time',
    'published simulations that match measurements reuse the newest (pacslab/simfaas)',
  ),
  initMedianMilliseconds: assume<number>(
    225,
    'the median of the initialization of a Node.js function, in ms',
    'measurements by third parties for bundles of 300 to 460 KB with the DynamoDB client: 200 to 270 ms',
  ),
  initP99ToMedian: assume<number>(
    1.4,
    'the 99th percentile of the initialization as a multiple of its median',
    'maxday/lambda-perf, 2026-06 to 2026-08: 1.35 to 1.5 on all Node.js runtimes and sizes',
  ),
  onDemandPeakSeconds: assume<number>(
    60,
    'the seconds over which the traffic of a table on demand is averaged to find its peak',
    'CloudWatch reports consumption by the minute',
  ),
  onDemandBurstSeconds: assume<number>(
    1,
    'the seconds of its throughput that a table on demand accepts at once',
    'DynamoDB documents throughput by the second',
  ),
  partitionBurstSeconds: assume<number>(
    1,
    'the seconds of its maximum that a partition accepts at once; each partition key counts as a partition of its own',
    'DynamoDB documents the maximum by the second, and isolates frequently used items by adaptive capacity',
  ),
  metricDelaySeconds: assume<number>(
    120,
    'the seconds after the end of a minute at which its consumption reaches the alarms of autoscaling',
    'observed delays of DynamoDB metrics: 1 to 3 minutes',
  ),
  updateTableSeconds: assume<number>(
    60,
    'the seconds that a change of provisioned capacity takes',
    'observed: half a minute to 2 minutes for increases within the warm throughput',
  ),
  alarmLookBackPeriods: assume<number>(
    2,
    'the periods before those of an alarm that CloudWatch reads in place of missing ones',
    'the examples of CloudWatch read 5 periods for an alarm of 3',
  ),
  cacheEviction: assume<'least recently used' | 'oldest'>(
    'least recently used',
    'which response a full cache removes',
    'not documented; the usual policy of caches',
  ),
  blockedRequestsCount: assume<boolean>(
    true,
    'whether a rate-based rule of AWS WAF counts the requests that it blocks',
    'a rule blocks until the rate of requests falls below the limit, so blocked requests are part of the rate',
  ),
} as const;

/** A value for each assumption. */
export type Assumptions = { readonly [K in keyof typeof ASSUMPTIONS]: (typeof ASSUMPTIONS)[K]['default'] };

/** The defaults of all assumptions. */
export const DEFAULT_ASSUMPTIONS = Object.fromEntries(
  Object.entries(ASSUMPTIONS).map(([name, { default: value }]) => [name, value]),
) as unknown as Assumptions;
