// Sends requests to the API of the run in this process, with the credentials that their routes require.

import type { CallerNetwork } from '../gateway/caller-network';
import type { GatewayRequest, GatewayResponse } from '../gateway/gateway-message';
import { CALLER } from '../gateway/identities';
import { matchRoute, type Route } from '../gateway/routes';
import { computeSignature } from '../gateway/signature';
import type { ApiKey } from '../gateway/usage-plans';

/** The API as the console calls it. */
export interface CalledApi {
  readonly routes: readonly Route[];
  readonly apiKeys: readonly ApiKey[];
  readonly region: string;
  readonly network: CallerNetwork;
  /** Returns a token that a route with a Cognito authorizer accepts. */
  readonly tokenFor: (route: Route) => string;
  readonly port: number;
  readonly serve: (request: GatewayRequest) => Promise<GatewayResponse>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A request without credentials. */
export interface SentRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: Buffer | undefined;
  /** Where the request comes from (default: a network that the resource policy does not deny). */
  readonly network?: CallerNetwork;
}

/** Headers that a repeated request does not copy. */
const OWN_HEADERS =
  /^(host|authorization|x-amz-date|x-amz-security-token|x-amz-content-sha256|connection|content-length|accept-encoding|expect|x-amzn-trace-id)$/i;

/** The headers of a request that a repetition sends again. */
export function repeatableHeaders(headers: SentRequest['headers']): SentRequest['headers'] {
  return headers.filter(([name]) => !OWN_HEADERS.test(name));
}

/** Sends a request. Returns the response and the id of the request. */
export async function send(request: SentRequest, api: CalledApi): Promise<{ response: GatewayResponse; id: string }> {
  const { method, target, body = Buffer.alloc(0) } = request;
  const [path = '', search = ''] = target.split(/\?(.*)/s);
  const route = matchRoute(api.routes, method, path)?.route;
  const key = route?.apiKeyRequired ? api.apiKeys.find(({ stages }) => stages.includes(route.stage)) : undefined;
  const hasKey = request.headers.some(([name]) => name.toLowerCase() === 'x-api-key');
  const headers: (readonly [string, string])[] = [
    ['Host', `127.0.0.1:${api.port}`],
    ...repeatableHeaders(request.headers),
    ...(key === undefined || hasKey ? [] : [['x-api-key', key.value] as const]),
  ];
  if (route?.authorization === 'COGNITO_USER_POOLS') headers.push(['Authorization', api.tokenFor(route)]);
  if (route?.authorization === 'AWS_IAM') headers.push(...sign({ method, path, search, headers, body }, api));
  const response = await api.serve({
    method,
    target,
    protocol: 'HTTP/1.1',
    headers,
    body,
    sourceIp: '127.0.0.1',
    port: api.port,
    ...(request.network ?? api.network),
  });
  const id = response.headers.find(([name]) => name === 'x-amzn-RequestId')?.[1] ?? '';
  return { response, id };
}

/** The headers that sign a request as the local test user who may call the API. */
export function sign(
  request: Parameters<typeof computeSignature>[0],
  { region, now }: Pick<CalledApi, 'region' | 'now'>,
): (readonly [string, string])[] {
  const time = new Date(now()).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = { date: time.slice(0, 8), region, service: 'execute-api', signedHeaders: ['host', 'x-amz-date'] };
  const dated = { ...request, headers: [...request.headers, ['X-Amz-Date', time] as const] };
  const signature = computeSignature(dated, scope, time, CALLER.secretAccessKey);
  const credential = `${CALLER.accessKeyId}/${scope.date}/${region}/execute-api/aws4_request`;
  return [
    ['X-Amz-Date', time],
    [
      'Authorization',
      `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host;x-amz-date, Signature=${signature}`,
    ],
  ];
}
