// ENV323x: metrics that do not exist, and thresholds that the throttle puts out of reach.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const METRICS = {
  'unknown-metric': {
    code: 'ENV3230',
    severity: 'error',
    summary: 'An alarm watches a metric that its resource does not publish.',
    explanation:
      'CloudWatch accepts an alarm on any name, and an alarm on a metric without data never fires. The names are those of Amazon API Gateway Developer Guide, "Amazon API Gateway dimensions and metrics"; AWS Lambda Developer Guide, "Types of metrics for Lambda functions"; Amazon SQS Developer Guide, "Available CloudWatch metrics for Amazon SQS"; Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions". A function whose entry is runtime/handler.ts publishes the metrics of contract/handler-metrics.ts. Metrics that other code publishes are not checked.',
    message: (p: { name: string; what: string; owner: string | undefined }) =>
      p.owner === undefined
        ? `unknown metric "${p.name}" of ${p.what}`
        : `metric "${p.name}" is published for ${p.owner}, not for ${p.what}`,
  },
  'metric-dimensions': {
    code: 'ENV3231',
    severity: 'error',
    summary: 'An alarm watches a metric under dimensions that it is not published under.',
    explanation:
      'CloudWatch treats each set of dimensions as a metric of its own, and an alarm on a set that is never published has no data. The compiler sets the dimensions that identify the resource. DynamoDB publishes errors and latencies of requests for each operation only, so that SystemErrors and ThrottledRequests need Operation (Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions"). API Gateway publishes metrics of each method only with detailed metrics, which is api.metrics.',
    message: (p: { name: string; what: string; given: readonly string[] }) =>
      `metric "${p.name}" of ${p.what} is not published ${
        p.given.length === 0 ? 'without another dimension' : `under ${p.given.join(' and ')}`
      }`,
  },
  'metric-dimension-value': {
    code: 'ENV3232',
    severity: 'error',
    summary: 'An alarm watches a metric under a value that its dimension cannot have.',
    explanation:
      'No data is published under such a value, so that the alarm never fires. Operation is an operation of DynamoDB (Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions"); Method and Resource are those of a route; currency is one of payment.currencies.',
    message: (p: { name: string; dimension: string; value: string }) =>
      `unknown ${p.dimension} "${p.value}" of the metric "${p.name}"`,
  },
  'metric-statistic': {
    code: 'ENV3233',
    severity: 'warning',
    summary: 'An alarm uses a statistic that has no meaning for its metric.',
    explanation:
      'CloudWatch calculates any statistic of any metric. The sum of a level such as ConcurrentExecutions depends on how often it was measured, and a percentile of zeros and ones is 0 or 1. The services list the statistics that are valid for each metric; Lambda says which to view.',
    message: (p: { name: string; statistic: string }) => `${p.statistic} has no meaning for the metric "${p.name}"`,
  },
  'threshold-beyond-throttle': {
    code: 'ENV3234',
    severity: 'warning',
    summary: 'The throttle, the concurrency or the integration timeout puts the threshold of an alarm out of reach.',
    explanation:
      'An alarm that cannot fire looks like safety. A method lets through its rate for each second of a period, and its burst once; all methods together are limited by the throttle of the account; an instance of a function answers 10 requests a second at most. A latency ends at the integration timeout, but for the milliseconds of API Gateway itself. This is a warning because throttles are targets and no guaranteed ceilings (Amazon API Gateway Developer Guide, "Throttle requests to your REST APIs for better throughput"), and because API Gateway may count requests that the throttle refuses. Waive it for an alarm that is meant for these.',
    message: (p: {
      name: string;
      what: string;
      words: string;
      threshold: number;
      greatest: number;
      arithmetic: readonly string[];
      fires: 'never' | 'always';
    }) =>
      `alarm "${p.name}" ${p.fires} fires: ${p.what} is at most ${p.greatest} (${p.arithmetic.join('; ')}), ${p.fires} ${p.words} ${p.threshold}`,
  },
} as const satisfies Record<string, CatalogueEntry>;
