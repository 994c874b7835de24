// The metrics of a REST API's stage. Source: Amazon API Gateway Developer Guide, "Amazon API Gateway dimensions and metrics".

import { type MetricFacts, partMetrics, STATISTICS } from './service';

/** All metrics exist for the stage, and with detailed metrics also for each method. */
const ofStageOrMethod = { statistics: STATISTICS, dimensions: [[], ['Method', 'Resource']] } as const;

/** Sum is the number of requests, Average their share of all requests. */
const share: MetricFacts = {
  ...ofStageOrMethod,
  unit: 'Count',
  statistics: ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount'],
  isShare: true,
  partOf: 'Count',
};

const latency: MetricFacts = { ...ofStageOrMethod, unit: 'Milliseconds' };

/** The metrics of the API. */
export const API_METRICS = partMetrics({
  what: 'a REST API',
  namespace: 'AWS/ApiGateway',
  identity: ['ApiName', 'Stage'],
  metrics: {
    '4XXError': share,
    '5XXError': share,
    CacheHitCount: share,
    CacheMissCount: share,
    Count: { ...ofStageOrMethod, unit: 'Count', statistics: ['Sum', 'SampleCount'] },
    IntegrationLatency: latency,
    Latency: latency,
  },
  elsewhere: { '4xx': 'HTTP APIs', '5xx': 'HTTP APIs', DataProcessed: 'HTTP APIs' },
  ignoresMissingData: false,
});
