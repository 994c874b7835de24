// The billing of API Gateway and its traces (Amazon API Gateway pricing, "REST APIs" and "Caching"; AWS X-Ray pricing).

import { resourcesOf } from '../../../graph/graph';
import { assumed, SECONDS_PER_MONTH } from '../../traffic/assumptions';
import { meanOf } from '../../traffic/traffic';
import { RATES, type RateName } from '../prices/rates';
import type { BillingContext, BillingTable, Usage } from './usage';

const BYTES_PER_GIGABYTE = 1024 ** 3;

/** The metrics of each method with detailed metrics: Count, 4XXError, 5XXError, Latency and IntegrationLatency, and two of a cache. */
const METHOD_METRICS = 5;
const CACHE_METRICS = 2;

/** The sampling of AWS X-Ray without a rule of its own: the first request of a second, and 5 % of the others. */
const DEFAULT_SAMPLING = { reservoirSize: 1, fixedRate: 0.05 };

/** The billing, by kind. */
export const API_GATEWAY = {
  'aws:apigateway/restApi:RestApi': (_node, { load, assume }) => [
    { rate: 'apigateway.requests', what: 'requests', amount: load.requests },
    {
      rate: 'dataTransfer.out',
      what: 'responses',
      amount: (load.requests * assume('responseBytes')) / BYTES_PER_GIGABYTE,
    },
  ],
  'aws:apigateway/stage:Stage': ({ inputs }, context) => [
    ...(inputs.cacheClusterEnabled === true ? cacheOf(String(inputs.cacheClusterSize)) : []),
    ...(inputs.xrayTracingEnabled === true ? [tracesOf(context)] : []),
  ],
  'aws:apigateway/methodSettings:MethodSettings': ({ inputs }, { environment, load }) => {
    const { metricsEnabled, cachingEnabled } = inputs.settings as {
      readonly metricsEnabled?: boolean;
      readonly cachingEnabled?: boolean;
    };
    if (metricsEnabled !== true || inputs.methodPath !== '*/*') return [];
    const each = METHOD_METRICS + (cachingEnabled === true ? CACHE_METRICS : 0);
    const amount = load.requests === 0 ? 0 : environment.facts.methods.length * each;
    return [{ rate: 'cloudwatch.metrics', what: 'detailed metrics of the methods', amount }];
  },
} as const satisfies BillingTable;

/** A cache is billed by the hour, with and without requests. */
function cacheOf(gigabytes: string): Usage[] {
  const rate = `apigateway.cache.${gigabytes}`;
  if (!Object.hasOwn(RATES, rate)) return [];
  return [{ rate: rate as RateName, what: `cache of ${gigabytes} GB`, amount: assumed('hoursPerMonth') }];
}

function tracesOf({ graph, load }: BillingContext): Usage {
  const [rule] = resourcesOf(graph, 'aws:xray/samplingRule:SamplingRule');
  const reservoir = Number(rule?.inputs.reservoirSize ?? DEFAULT_SAMPLING.reservoirSize);
  const share = Number(rule?.inputs.fixedRate ?? DEFAULT_SAMPLING.fixedRate);
  const sampled = (rate: number) => Math.min(rate, reservoir) + Math.max(0, rate - reservoir) * share;
  return { rate: 'xray.traces', what: 'traces', amount: meanOf(load.requestsBySecond, sampled) * SECONDS_PER_MONTH };
}
