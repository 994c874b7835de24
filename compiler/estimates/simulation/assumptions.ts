// The assumptions of a simulation, in addition to those of the models and of the traffic, and a look-up of all of them for reports.

import type { Capacity, CapacityUnits } from '../../../schema/environment.generated';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import { functionsBehind } from '../../language/expand/throughput';
import type { ExpandedTrigger } from '../../language/expand/triggers';
import { ASSUMPTIONS, type Assumptions } from '../../model/assumptions';
import { scheduleRetryDelay, streamRetryDelay } from '../../model/retry-delays';
import { COST_ASSUMPTIONS, type CostAssumptionName } from '../traffic/assumptions';
import type { Fault, FaultKind } from './scenario';

/** An assumption: its value, its meaning with the unit, and the reason for the value. */
export interface SimulationAssumption {
  readonly value: number | string | boolean;
  readonly meaning: string;
  readonly basis: string;
}

/** The assumptions of the simulation, by name. */
export const SIMULATION_ASSUMPTIONS = {
  evenArrivals: {
    value: true,
    meaning:
      'whether the requests of a second arrive evenly: a simulation has rates, and neither randomness nor single requests',
    basis:
      'the limits of AWS refill continuously, so peaks within a second matter only for buckets of less than a second',
  },
  validRequests: {
    value: true,
    meaning:
      'whether every request is valid, new and allowed: none is rejected, replayed or blocked by a rule of AWS WAF',
    basis: 'the rate limits of AWS WAF apply to each address, and the scenario does not have addresses',
  },
  cacheHits: {
    value: 0,
    meaning: 'the share of requests that the cache of the API answers',
    basis:
      'a cache only answers repeated requests for the same payment; 0 is the greatest load on functions and tables',
  },
  constantDuration: {
    value: true,
    meaning: 'whether all invocations without retries take the same time, and API Gateway adds none to it',
    basis: 'the spec states an expected duration only; cold starts and retries are distributions',
  },
  tableLatencyMilliseconds: {
    value: 5,
    meaning: 'the part of the duration of an invocation, in ms, that each call to a table takes',
    basis: 'DynamoDB answers in single-digit milliseconds; only the slow-table fault uses it',
  },
  sdkPauses: {
    value: 'uniform',
    meaning:
      'the distribution of the pauses of the SDK before its retries; the throttled calls of a second return in the next second',
    basis:
      'the SDK pauses for a random time, at most 1 s before the first and 2 s before the second retry of a throttled call',
  },
  streamShardUnits: {
    value: 1000,
    meaning: 'the write units a second of a table for each shard of its stream',
    basis: 'a stream has a shard for each partition, and a partition serves 1,000 write units a second',
  },
  streamRetryDelays: {
    value: rangeOf(streamRetryDelay),
    meaning: 'the delays between the retries of a batch of changes, which double',
    basis: 'Lambda repeats a failed batch with a delay that AWS does not publish; the local run has the same',
  },
  scheduleRetryDelays: {
    value: rangeOf(scheduleRetryDelay),
    meaning: 'the delays between the retries of a run that EventBridge Scheduler could not start, which double',
    basis:
      'AWS documents "exponential backoff" only; with these delays, the 185 retries of a schedule without its own take the 24 h of its maximum age',
  },
  equalAmounts: {
    value: true,
    meaning: 'whether all payments have the same amount, and each currency as many of them',
    basis: 'a spec does not state amounts; alarms compare them with their average',
  },
} as const satisfies Readonly<Record<string, SimulationAssumption>>;

/** The first delay before a retry, and the longest one. */
function rangeOf(delay: (failures: number) => number): string {
  return `${delay(1)} s to ${delay(Number.POSITIVE_INFINITY)} s`;
}

/** The name of an assumption that a simulation uses. */
export type AssumptionName = keyof typeof SIMULATION_ASSUMPTIONS | keyof Assumptions | CostAssumptionName;

/** An assumption by its name, with the value that a scenario gives to those of the models. */
export function assumptionOf(name: AssumptionName, values: Assumptions): SimulationAssumption {
  if (name in SIMULATION_ASSUMPTIONS) return SIMULATION_ASSUMPTIONS[name as keyof typeof SIMULATION_ASSUMPTIONS];
  if (name in COST_ASSUMPTIONS) return COST_ASSUMPTIONS[name as CostAssumptionName];
  const { meaning, basis } = ASSUMPTIONS[name as keyof Assumptions];
  return { value: values[name as keyof Assumptions], meaning, basis };
}

const ALWAYS: readonly AssumptionName[] = [
  'evenArrivals',
  'validRequests',
  'constantDuration',
  'stageThrottleScope',
  'refusedRequestsCount',
  'invocationRateBurstSeconds',
  'environmentIdleSeconds',
  'initMedianMilliseconds',
  'initP99ToMedian',
  'alarmLookBackPeriods',
  'responseBytes',
  'functionLogBytes',
];

/** The assumptions that a simulation of a system uses. */
export function usedAssumptions(environment: ExpandedEnvironment, faults: readonly Fault[]): readonly AssumptionName[] {
  const { api, functions, facts, tables } = environment;
  const capacities = Object.entries(tables).flatMap(([name, { capacity }]) => [
    capacity,
    ...Object.values(facts.indexes[name] ?? {}).map((index) => index.capacity),
  ]);
  const has = (kind: FaultKind['is']) => faults.some((fault) => fault.is === kind);
  const reads = (source: ExpandedTrigger['source']) => facts.triggers.some((trigger) => trigger.source === source);
  const when = (isUsed: boolean, ...names: AssumptionName[]) => (isUsed ? names : []);
  return [
    ...ALWAYS,
    ...when(api?.cache !== undefined, 'cacheHits'),
    ...when(api?.accessLogging === true, 'accessLogBytes'),
    ...when(
      [...functionsBehind(api)].some((name) => functions[name]?.expectedDurationMilliseconds === undefined),
      'durationMilliseconds',
    ),
    ...when(capacities.length > 0, 'sdkPauses', 'partitionBurstSeconds'),
    ...when(capacities.includes(undefined), 'onDemandPeakSeconds', 'onDemandBurstSeconds'),
    ...when(capacities.some(isAutoscaled), 'metricDelaySeconds', 'updateTableSeconds'),
    ...when(has('slow table'), 'tableLatencyMilliseconds'),
    ...when(reads('table'), 'streamShardUnits'),
    ...when(
      reads('table') && (has('failing function') || has('slow function') || has('failing queue')),
      'streamRetryDelays',
    ),
    ...when(has('failing schedule'), 'scheduleRetryDelays'),
    ...when(has('unusual amount'), 'equalAmounts'),
  ];
}

function isAutoscaled(capacity: Capacity | undefined): boolean {
  const scales = (units: CapacityUnits | undefined) => units?.autoscaling !== undefined;
  return scales(capacity?.read) || scales(capacity?.write);
}
