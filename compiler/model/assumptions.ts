// Assumptions of the models: behaviour of AWS that its documentation does not state, with the default of each and its basis.

/** A value that AWS does not document. */
interface Assumption<T extends number | boolean | string> {
  readonly default: T;
  /** The meaning of the value, with its unit. */
  readonly meaning: string;
  /** The reason for the default: a measurement, an observation, or the natural reading of a document. */
  readonly basis: string;
  /** The other values that fit the basis: the lowest and the highest number, or all other choices. Empty: none is known. */
  readonly others: readonly T[];
}

const assume = <T extends number | boolean | string>(
  value: T,
  meaning: string,
  basis: string,
  others: readonly T[] = [],
): Assumption<T> => ({ default: value, meaning, basis, others });

/** All assumptions, by name. Models read their values from `Assumptions`; reports list this table. */
export const ASSUMPTIONS = {
  stageThrottleScope: assume<'method' | 'stage'>(
    'method',
    'whether each method of a stage has a token bucket of its own, or all methods under the common setting share one',
    'API Gateway applies stage throttles "at the API method level"; a bucket for each method is the natural reading',
    ['stage'],
  ),
  refusedRequestsCount: assume<boolean>(
    false,
    'whether a request that one throttle refuses takes tokens of the throttles before it, and counts towards a quota',
    'not documented; a refused request that costs nothing is the simplest reading',
    [true],
  ),
  invocationRateBurstSeconds: assume<number>(
    1,
    'the burst of the limit of requests a second on a reservation or an account, as seconds of that limit',
    'Lambda documents the limit as requests a second; a burst of one second is the smallest that fits this unit',
  ),
  growthRefusalReason: assume<'ConcurrentInvocationLimitExceeded' | 'FunctionInvocationRateLimitExceeded'>(
    'FunctionInvocationRateLimitExceeded',
    'the reason that Lambda gives when a function cannot add more than 1,000 environments within 10 s',
    'no reason of the API names the scaling rate; this one names a rate of the function',
    ['ConcurrentInvocationLimitExceeded'],
  ),
  environmentIdleSeconds: assume<number>(
    360,
    'the seconds after which Lambda removes an idle environment',
    'measurements by third parties: 25 to 60 minutes until 2019, then 10 minutes, recently 5 to 7',
    [300, 3600],
  ),
  environmentReuse: assume<'newest' | 'oldest'>(
    'newest',
    'whether a request uses the environment that was idle for the shortest or for the longest time',
    'published simulations that match measurements reuse the newest (pacslab/simfaas)',
    ['oldest'],
  ),
  initMedianMilliseconds: assume<number>(
    225,
    'the median of the initialization of a Node.js function, in ms',
    'measurements by third parties for bundles of 300 to 460 KB with the DynamoDB client: 200 to 270 ms',
    [200, 270],
  ),
  initP99ToMedian: assume<number>(
    1.4,
    'the 99th percentile of the initialization as a multiple of its median',
    'maxday/lambda-perf, 2026-06 to 2026-08: 1.35 to 1.5 on all Node.js runtimes and sizes',
    [1.35, 1.5],
  ),
  onDemandPeakSeconds: assume<number>(
    60,
    'the seconds over which the traffic of an on-demand table is averaged to find its peak',
    'CloudWatch reports the consumption of each minute',
  ),
  onDemandBurstSeconds: assume<number>(
    1,
    'the burst of an on-demand table, as seconds of its throughput',
    'DynamoDB documents throughput in units a second',
  ),
  partitionBurstSeconds: assume<number>(
    1,
    'the burst of a partition, as seconds of its maximum throughput; each partition key counts as a separate partition',
    'DynamoDB documents the maximum in units a second, and adaptive capacity isolates frequently used items',
  ),
  metricDelaySeconds: assume<number>(
    120,
    'the seconds from the end of a minute until the alarms of autoscaling receive its consumption',
    'observed delays of DynamoDB metrics: 1 to 3 minutes',
    [60, 180],
  ),
  updateTableSeconds: assume<number>(
    60,
    'the seconds that a change of provisioned capacity takes',
    'observed: half a minute to 2 minutes for increases within the warm throughput',
    [30, 120],
  ),
  alarmLookBackPeriods: assume<number>(
    2,
    'the number of earlier periods that CloudWatch also reads, to replace missing data points',
    'in the examples of CloudWatch, an alarm over 3 periods reads 5',
  ),
  expiredItemSeconds: assume<number>(
    2 * 86_400,
    'the seconds after its expiry at which DynamoDB deletes an item',
    'DynamoDB documents "within a few days"',
  ),
  cacheEviction: assume<'least recently used' | 'oldest'>(
    'least recently used',
    'which response a full cache removes',
    'not documented; the usual policy of caches',
    ['oldest'],
  ),
  blockedRequestsCount: assume<boolean>(
    true,
    'whether a rate-based rule of AWS WAF counts the requests that it blocks',
    'a rule blocks until the rate of requests falls below the limit, so blocked requests are part of the rate',
    [false],
  ),
} as const;

/** A value for each assumption. */
export type Assumptions = { readonly [K in keyof typeof ASSUMPTIONS]: (typeof ASSUMPTIONS)[K]['default'] };

/** The defaults of all assumptions. */
export const DEFAULT_ASSUMPTIONS = Object.fromEntries(
  Object.entries(ASSUMPTIONS).map(([name, { default: value }]) => [name, value]),
) as unknown as Assumptions;
