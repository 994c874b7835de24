// Compares the price of the stage's cache with the most that its hits can save.

import { specPath } from '../../../../schema/spec-path';
import { mixOf } from '../../traffic/traffic';
import { dollars } from '../dollars';
import { type CostLine, type Estimate, estimateCost } from '../estimate';
import type { Advice, AdvisedSystem } from './advice';
import { expectedCost } from './expected-cost';

/** The removal of a cache that costs more than hits on all requests to its routes save. */
export function cacheAdvice(system: AdvisedSystem): readonly Advice[] {
  const { environment, estimate } = system;
  if (environment.api?.cache === undefined) return [];
  const routes = Object.entries(environment.api.routes).flatMap(([name, { cache }]) => (cache ? [name] : []));
  const price = expectedCost(estimate, ({ rate }) => rate.startsWith('apigateway.cache.'));
  const most = behindRequests(estimate) - behindRequests(withoutRequestsTo(routes, system));
  return [
    {
      what: 'remove the cache of the stage',
      usd: price - most,
      field: specPath('api', 'cache'),
      condition: `it costs ${dollars(price)}, and hits on all requests to ${routes.join(', ')} would save ${dollars(most)}, because API Gateway also bills requests that the cache answers; keep it for latency or to protect a table`,
    },
  ];
}

/** The cost that a hit avoids: that of functions and tables. */
function behindRequests(estimate: Estimate): number {
  return expectedCost(estimate, ({ part }: CostLine) => /^(functions|tables)\./.test(part));
}

/** The estimate with the same requests to all other routes. */
function withoutRequestsTo(routes: readonly string[], { graph, environment }: AdvisedSystem): Estimate {
  const { traffic } = environment;
  if (traffic === undefined) return estimateCost({ graph, environment });
  const kept = [...mixOf(environment, traffic.routes)].flatMap(([{ part }, share]) => {
    const name = part[1] === 'routes' ? part[2] : undefined;
    return name === undefined || routes.includes(name) ? [] : [[name, share] as const];
  });
  const share = kept.reduce((sum, [, own]) => sum + own, 0);
  const requestsPerSecond = traffic.requestsPerSecond * share;
  return estimateCost({
    graph,
    environment: { ...environment, traffic: { ...traffic, requestsPerSecond, routes: Object.fromEntries(kept) } },
  });
}
