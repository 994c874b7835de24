// Creates the API of a graph: its routes, the checks of their requests, and its responses.

import type { AccountQuotas } from '../../graph/graph';
import { deriveUserPools } from '../cognito/user-pools';
import { type ConcurrencyParts, deriveLambdaSettings, limitConcurrency } from '../functions/concurrency-limit';
import type { FunctionHost } from '../functions/function-host';
import type { LocalResources } from '../local-values';
import { meterFunction } from '../metrics/function-metrics';
import { gatewayMetrics } from '../metrics/gateway-metrics';
import type { RunMetrics } from '../metrics/run-metrics';
import type { RunLimits } from '../run-limits';
import type { RunObserver } from '../run-observer';
import type { Refusal } from './checks/check';
import { type CheckParts, checksOf } from './checks/checks';
import { authorizeByFunctions, deriveLambdaAuthorizers } from './checks/lambda-authorizer';
import { deriveResourcePolicy } from './checks/resource-policy';
import { deriveRateRule } from './checks/web-acl';
import { createGateway, type Gateway } from './gateway';
import { deriveRefusals } from './gateway-responses';
import type { Route } from './routes';
import { createCaches } from './stage-cache';
import { deriveGatewaySettings } from './stage-throttle';
import { type ApiKey, deriveApiKeys } from './usage-plans';

/** An API. */
export interface LocalApi {
  readonly apiKeys: readonly ApiKey[];
  /** Answers a request. */
  readonly serve: Gateway;
  /** The functions by their ARN, with their limits and metrics. */
  readonly functions: ReadonlyMap<string, FunctionHost>;
}

/** The parts of an API, besides its resources. */
export interface ApiParts {
  readonly routes: readonly Route[];
  /** Functions by their ARN. */
  readonly functions: ReadonlyMap<string, FunctionHost>;
  readonly quotas: AccountQuotas;
  readonly limits: RunLimits;
  readonly metrics: RunMetrics;
  /** Called with each failure of a function, and with the first request of each reason that is refused. */
  readonly print: (line: string) => void;
  readonly observer?: RunObserver | undefined;
}

/** Creates an API. */
export function createApi(resources: LocalResources, parts: ApiParts): LocalApi {
  const { routes, functions, quotas, limits, metrics, print, observer } = parts;
  const { mode, clock, refusals, tokens, stageLimits, functionLimits, webAclLimits } = limits;
  const refuse = deriveRefusals(resources);
  const onRefusal = ({ type, by }: Refusal) => {
    const { statusCode } = refuse(type, '');
    if (refusals.add(statusCode, by))
      print(`${mode === 'count' ? 'Would be refused' : 'Refused'} with ${statusCode} by ${by}`);
  };
  const concurrency: ConcurrencyParts = {
    limits: functionLimits(deriveLambdaSettings(resources, quotas)),
    mode,
    clock,
    countRefusal: (by) => onRefusal({ type: 'INTEGRATION_FAILURE', by }),
  };
  const limited = [...functions].map(([arn, host]): [string, FunctionHost] => [
    arn,
    meterFunction(limitConcurrency(host, concurrency), metrics),
  ]);
  const callable = new Map(limited);
  const rateRule = deriveRateRule(resources);
  const apiKeys = deriveApiKeys(resources);
  const checkParts: CheckParts = {
    region: resources.region,
    apiKeys,
    webAcl: rateRule && webAclLimits(rateRule),
    resourcePolicy: deriveResourcePolicy(resources),
    userPools: deriveUserPools(resources),
    tokens,
    authorizerOf: authorizeByFunctions(deriveLambdaAuthorizers(resources), callable, resources.region, clock),
    limits: stageLimits(deriveGatewaySettings(resources, quotas)),
    mode,
    clock,
    countRefusal: onRefusal,
  };
  const checks = (route: Route) => checksOf(route, checkParts);
  const serve = createGateway({
    routes,
    functions: callable,
    checksOf: checks,
    cacheOf: createCaches(resources, clock),
    refuse,
    onRefusal,
    onAnswer: gatewayMetrics(resources, metrics),
    print,
    observer,
  });
  return { apiKeys, serve, functions: callable };
}
