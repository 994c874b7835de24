// Creates the event that API Gateway sends to a function (input format of a Lambda function for proxy integration).

import type { APIGatewayProxyEvent } from 'aws-lambda';
import { LOCAL_ACCOUNT } from '../local-values';
import type { Caller, RoutedRequest } from './checks/check';
import { eventHeaders, valuesOf } from './event-headers';

/** The data that API Gateway adds to a request. */
export interface RequestIdentity {
  readonly caller: Caller;
  readonly requestId: string;
  readonly extendedRequestId: string;
  readonly traceId: string;
  readonly time: Date;
}

/** Creates the event of a request. As in REST APIs, only query parameters are decoded; path parameters stay percent-encoded. */
export function createEvent(request: RoutedRequest, { caller, ...identity }: RequestIdentity) {
  const { route, pathParameters } = request;
  const [fullPath = '/'] = splitTarget(request.target);
  const path = fullPath.slice(route.stage.length + 1) || '/';
  const headers = eventHeaders(request.headers, { ...request, traceId: identity.traceId });
  const query = groupValues([...request.query]);
  const header = (name: string) => valuesOf(request.headers, name)[0];
  const event: APIGatewayProxyEvent = {
    resource: route.resourcePath,
    path,
    httpMethod: request.method,
    headers: lastValues(headers),
    multiValueHeaders: headers,
    queryStringParameters: nullIfEmpty(lastValues(query)),
    multiValueQueryStringParameters: nullIfEmpty(query),
    pathParameters: nullIfEmpty(pathParameters),
    stageVariables: route.stageVariables,
    requestContext: {
      resourceId: route.resourceId,
      resourcePath: route.resourcePath,
      httpMethod: request.method,
      extendedRequestId: identity.extendedRequestId,
      requestTime: formatRequestTime(identity.time),
      path: fullPath,
      accountId: LOCAL_ACCOUNT,
      protocol: request.protocol,
      stage: route.stage,
      domainPrefix: route.apiId,
      requestTimeEpoch: identity.time.getTime(),
      requestId: identity.requestId,
      identity: {
        cognitoIdentityPoolId: null,
        accountId: null,
        cognitoIdentityId: null,
        caller: null,
        sourceIp: request.sourceIp,
        principalOrgId: null,
        accessKey: null,
        cognitoAuthenticationType: null,
        cognitoAuthenticationProvider: null,
        userArn: null,
        userAgent: header('user-agent') ?? null,
        user: null,
        apiKey: null,
        apiKeyId: null,
        clientCert: null,
        ...caller.identity,
      },
      domainName: header('host') ?? '',
      apiId: route.apiId,
      authorizer: caller.authorizer,
    },
    body: request.body.length === 0 ? null : request.body.toString('utf8'),
    isBase64Encoded: false,
  };
  return event;
}

/** Splits a request target into path and query. */
export function splitTarget(target: string): [path: string, search: string] {
  const at = target.indexOf('?');
  return at === -1 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
}

function groupValues(pairs: readonly (readonly [string, string])[]): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
}

function lastValues(values: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));
}

function nullIfEmpty<T extends object>(values: T): T | null {
  return Object.keys(values).length === 0 ? null : values;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Formats a time, such as `09/Apr/2015:12:34:56 +0000`. */
function formatRequestTime(time: Date): string {
  const [date = '', clock = ''] = time.toISOString().split('T');
  const [year, , day] = date.split('-');
  return `${day}/${MONTHS[time.getUTCMonth()]}/${year}:${clock.slice(0, 8)} +0000`;
}
