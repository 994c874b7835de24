// The range of a metric, from the settings of the part that publishes it.

import type { Environment, Metric } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import type { ExpandedEnvironment } from '../../../language/expand/expand';
import { factsOf, watchedPart } from '../../../monitoring/metrics/metrics';
import type { PathStep } from '../../../source/spec-node';
import { sumBound } from './metric-sum';

/** The minimum and maximum value, and the field of the spec that sets the maximum. */
export interface MetricRange {
  readonly least: number;
  readonly greatest: number;
  readonly bound?: { readonly what: string; readonly path: readonly PathStep[] };
  /** The calculation of the maximum from targets such as a throttle; absent if AWS enforces the maximum exactly. */
  readonly arithmetic?: readonly string[];
}

/** 0 or more: the range of all metrics of the services in the language. */
export const COUNT: MetricRange = { least: 0, greatest: Number.POSITIVE_INFINITY };

/** 0 or 1 for each request, so that only sums and sample counts exceed 1. */
const SHARE: MetricRange = { least: 0, greatest: 1 };

/** A percentile rank, or a metric in percent. */
const PERCENT: MetricRange = { least: 0, greatest: 100 };

/**
 * The time of API Gateway itself in a latency, in addition to the integration. AWS does not publish a number. It is in the
 * order of milliseconds, so that a second is a safe bound.
 */
const OVERHEAD_MILLISECONDS = 1000;

/** The range of a metric under its statistic, in a period; undefined for metrics that the code of a function publishes. */
export function metricRange(
  environment: ExpandedEnvironment,
  metric: Metric,
  periodSeconds: number,
): MetricRange | undefined {
  if (metric.statistic.startsWith('PR(')) return PERCENT;
  const part = watchedPart(metric.resource);
  if (part.kind === 'own') return undefined;
  if (metric.statistic === 'Sum' || metric.statistic === 'SampleCount') {
    const sum = sumBound(environment, metric, periodSeconds);
    if (sum === undefined) return COUNT;
    const { greatest, arithmetic, ...bound } = sum;
    return { least: 0, greatest, bound, arithmetic: [arithmetic] };
  }
  const facts = factsOf(environment, metric);
  if (facts?.isShare) return SHARE;
  if (facts?.unit === 'Percent') return PERCENT;
  switch (part.kind) {
    case 'function':
      return functionRange(environment, part.name, metric.name);
    case 'queue':
      return queueRange(environment, part.name, metric.name);
    case 'api':
      return apiRange(environment, metric.name);
    default:
      return COUNT;
  }
}

function functionRange({ functions, quotas }: Environment, part: string, name: string): MetricRange {
  const lambda = functions[part];
  if (lambda !== undefined && name === 'Duration') {
    const bound = {
      what: `the timeout of ${lambda.timeoutSeconds} s`,
      path: specPath('functions', part, 'timeoutSeconds'),
    };
    return { least: 0, greatest: lambda.timeoutSeconds * 1000, bound };
  }
  if (lambda === undefined || name !== 'ConcurrentExecutions') return COUNT;
  if (lambda.reservedConcurrency === undefined) {
    const bound = { what: "the account's quota", path: specPath('quotas', 'lambda', 'concurrentExecutions') };
    return { least: 0, greatest: quotas.lambda.concurrentExecutions, bound };
  }
  const bound = { what: 'the reserved concurrency', path: specPath('functions', part, 'reservedConcurrency') };
  return { least: 0, greatest: lambda.reservedConcurrency, bound };
}

function queueRange({ queues }: Environment, part: string, name: string): MetricRange {
  const queue = queues[part];
  if (queue !== undefined && name === 'ApproximateAgeOfOldestMessage') {
    const bound = { what: 'the retention', path: specPath('queues', part, 'messageRetentionSeconds') };
    return { least: 0, greatest: queue.messageRetentionSeconds, bound };
  }
  if (queue === undefined || name !== 'SentMessageSize') return COUNT;
  const bound = { what: 'the largest message', path: specPath('queues', part, 'maximumMessageSizeBytes') };
  return { least: 0, greatest: queue.maximumMessageSizeBytes, bound };
}

function apiRange({ api }: Environment, name: string): MetricRange {
  if (api === undefined) return COUNT;
  const waits = api.integrationTimeoutMilliseconds;
  const bound = { what: 'the integration timeout', path: specPath('api', 'integrationTimeoutMilliseconds') };
  if (name === 'IntegrationLatency') return { least: 0, greatest: waits, bound };
  // The time of a Lambda authorizer is part of the latency.
  if (name !== 'Latency' || api.lambdaAuthorizer !== undefined) return COUNT;
  const arithmetic = `${waits} ms of the integration + ${OVERHEAD_MILLISECONDS} ms of API Gateway`;
  return { least: 0, greatest: waits + OVERHEAD_MILLISECONDS, bound, arithmetic: [arithmetic] };
}
