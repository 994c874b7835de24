// Refuses requests that web pages of other origins make to the API of the local run.

import { type ResourceGraph, resourcesOf } from '../graph/graph';
import { refuseHost, refuseOrigin } from './foreign-page';
import { type GatewayRequest, type GatewayResponse, refuse } from './gateway/gateway-message';

type GuardedRequest = Pick<GatewayRequest, 'method' | 'headers' | 'port'>;

/**
 * Returns the refusal of a request that must not be served; undefined for all other requests.
 * An API with CORS serves pages of other origins, and browsers send a preflight request first. Browsers send simple
 * requests without a preflight request, so a request from another origin that can change data must have a JSON content type.
 */
export function guardApi({ method, headers, port }: GuardedRequest, hasCors: boolean): GatewayResponse | undefined {
  const headerOf = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const otherHost = refuseHost(headerOf('host'), port);
  if (otherHost !== undefined) return refuse(403, 'ForbiddenException', otherHost);
  const foreign = refuseOrigin(headerOf('origin'), port);
  if (foreign === undefined) return undefined;
  if (!hasCors) return refuse(403, 'ForbiddenException', `${foreign}: the API does not set cors`);
  const isJson = /^application\/([a-z.-]+\+)?json\s*(;|$)/i.test(headerOf('content-type') ?? '');
  if (isJson || method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return undefined;
  return refuse(403, 'ForbiddenException', `${foreign} without the header Content-Type: application/json`);
}

/** Whether pages of other origins may call a graph's API. */
export function allowsOtherOrigins(graph: ResourceGraph): boolean {
  return resourcesOf(graph, 'aws:apigateway/response:Response').some(({ inputs }) =>
    Object.keys(inputs.responseParameters ?? {}).some((name) => /\.access-control-allow-origin$/i.test(name)),
  );
}
