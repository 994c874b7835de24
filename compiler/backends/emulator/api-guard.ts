// Refuses requests that a web page of another origin makes to the API of the local run.

import { type ResourceGraph, resourcesOf } from '../../graph/graph';
import { refuseHost, refuseOrigin } from './foreign-page';
import { type GatewayRequest, type GatewayResponse, refuse } from './gateway/gateway-message';

type GuardedRequest = Pick<GatewayRequest, 'method' | 'headers' | 'port'>;

/**
 * Answers a request that must not be served; undefined for all others. An API with CORS serves pages of other origins,
 * where a browser asks beforehand: for what it sends without asking, a JSON content type is required.
 */
export function guardApi({ method, headers, port }: GuardedRequest, hasCors: boolean): GatewayResponse | undefined {
  const headerOf = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const otherHost = refuseHost(headerOf('host'), port);
  if (otherHost !== undefined) return refuse(403, 'ForbiddenException', otherHost);
  const foreign = refuseOrigin(headerOf('origin'), port);
  if (foreign === undefined) return undefined;
  if (!hasCors) return refuse(403, 'ForbiddenException', `${foreign}: the API has no cors`);
  const isJson = /^application\/([a-z.-]+\+)?json\s*(;|$)/i.test(headerOf('content-type') ?? '');
  if (isJson || method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return undefined;
  return refuse(403, 'ForbiddenException', `${foreign} without Content-Type: application/json`);
}

/** Whether pages of other origins may call a graph's API. */
export function allowsOtherOrigins(graph: ResourceGraph): boolean {
  return resourcesOf(graph, 'aws:apigateway/response:Response').some(({ inputs }) =>
    Object.keys(inputs.responseParameters ?? {}).some((name) => /\.access-control-allow-origin$/i.test(name)),
  );
}
