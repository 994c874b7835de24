// The values that a metric can have, by what the spec says of the part that publishes it.

import type { Environment, Metric } from '../../schema/environment.generated';
import type { PathStep } from '../source/spec-node';

/** The least and the greatest value, and the field of the spec that sets the greatest. */
export interface MetricRange {
  readonly least: number;
  readonly greatest: number;
  readonly bound?: { readonly what: string; readonly path: readonly PathStep[] };
}

/** From 0 on: so are all metrics of the services that the language knows. */
export const COUNT: MetricRange = { least: 0, greatest: Number.POSITIVE_INFINITY };

/** 1 for a request that it happened to and 0 for any other, so that only sums and numbers of samples go beyond 1. */
const SHARE: MetricRange = { least: 0, greatest: 1 };

/** A percentile rank: the share of values within bounds, in percent. */
const PERCENT: MetricRange = { least: 0, greatest: 100 };

/** AWS Lambda, "Types of metrics for Lambda functions": invocation metrics are binary. */
const FUNCTION_SHARES: readonly string[] = ['Invocations', 'Errors', 'Throttles', 'DeadLetterErrors'];

/** Amazon API Gateway, "API Gateway metrics": the Average statistic is the rate. */
const API_SHARES: readonly string[] = ['4XXError', '5XXError', 'CacheHitCount', 'CacheMissCount'];

/** The values that a metric can have under its statistic; undefined of those that a function's own code publishes. */
export function metricRange(environment: Environment, { resource, name, statistic }: Metric): MetricRange | undefined {
  if (statistic.startsWith('PR(')) return PERCENT;
  const [section, part = '', own] = resource.split('.');
  if (own === 'metrics') return undefined;
  if (statistic === 'Sum' || statistic === 'SampleCount') return COUNT;
  switch (section) {
    case 'functions':
      return FUNCTION_SHARES.includes(name) ? SHARE : functionRange(environment, part, name);
    case 'queues':
      return queueRange(environment, part, name);
    case 'api':
      return API_SHARES.includes(name) ? SHARE : apiRange(environment, name);
    default:
      return COUNT;
  }
}

function functionRange({ functions, quotas }: Environment, part: string, name: string): MetricRange {
  const lambda = functions[part];
  if (lambda !== undefined && name === 'Duration') {
    const bound = { what: `the timeout of ${lambda.timeoutSeconds} s`, path: ['functions', part, 'timeoutSeconds'] };
    return { least: 0, greatest: lambda.timeoutSeconds * 1000, bound };
  }
  if (lambda === undefined || name !== 'ConcurrentExecutions') return COUNT;
  if (lambda.reservedConcurrency === undefined) {
    const bound = { what: "the account's quota", path: ['quotas', 'lambda', 'concurrentExecutions'] };
    return { least: 0, greatest: quotas.lambda.concurrentExecutions, bound };
  }
  const bound = { what: 'the reserved concurrency', path: ['functions', part, 'reservedConcurrency'] };
  return { least: 0, greatest: lambda.reservedConcurrency, bound };
}

function queueRange({ queues }: Environment, part: string, name: string): MetricRange {
  const queue = queues[part];
  if (queue !== undefined && name === 'ApproximateAgeOfOldestMessage') {
    const bound = { what: 'the retention', path: ['queues', part, 'messageRetentionSeconds'] };
    return { least: 0, greatest: queue.messageRetentionSeconds, bound };
  }
  if (queue === undefined || name !== 'SentMessageSize') return COUNT;
  const bound = { what: 'the largest message', path: ['queues', part, 'maximumMessageSizeBytes'] };
  return { least: 0, greatest: queue.maximumMessageSizeBytes, bound };
}

function apiRange({ api }: Environment, name: string): MetricRange {
  if (api === undefined || name !== 'IntegrationLatency') return COUNT;
  const bound = { what: 'the integration timeout', path: ['api', 'integrationTimeoutMilliseconds'] };
  return { least: 0, greatest: api.integrationTimeoutMilliseconds, bound };
}
