// Responses that API Gateway itself sends: the gateway responses of the graph, and API Gateway's defaults for all others.

import type { LocalResources } from '../local-values';
import { type GatewayResponse, refuse } from './gateway-message';

/** The default responses, by response type (Amazon API Gateway, "Gateway response types"). */
const REFUSALS = {
  MISSING_AUTHENTICATION_TOKEN: [403, 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
  INVALID_SIGNATURE: [
    403,
    'InvalidSignatureException',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  ],
  UNAUTHORIZED: [401, 'UnauthorizedException', 'Unauthorized'],
  WAF_FILTERED: [403, 'ForbiddenException', 'Forbidden'],
  AUTHORIZER_FAILURE: [500, 'AuthorizerFailureException', 'Internal server error'],
  ACCESS_DENIED: [403, 'AccessDeniedException', 'Access denied'],
  BAD_REQUEST_PARAMETERS: [400, 'BadRequestException', 'Bad request'],
  INVALID_API_KEY: [403, 'ForbiddenException', 'Forbidden'],
  THROTTLED: [429, 'TooManyRequestsException', 'Too Many Requests'],
  QUOTA_EXCEEDED: [429, 'LimitExceededException', 'Limit Exceeded'],
  BAD_REQUEST_BODY: [400, 'BadRequestException', 'Invalid request body'],
  REQUEST_TOO_LARGE: [413, 'RequestTooLargeException', 'Request Too Long'],
  INTEGRATION_TIMEOUT: [504, 'InternalServerErrorException', 'Endpoint request timed out'],
  // The documented default is 504, but a REST API responds with 500 if Lambda throttles the function (AWS re:Post, Stack Overflow 36363280).
  INTEGRATION_FAILURE: [500, 'InternalServerErrorException', 'Internal server error'],
  // API Gateway has no separate response type for a function that fails.
  DEFAULT_5XX: [502, 'InternalServerErrorException', 'Internal server error'],
} as const satisfies Readonly<Record<string, readonly [statusCode: number, errorType: string, message: string]>>;

/** A type of response. */
export type ResponseType = keyof typeof REFUSALS;

/** Creates the response of a type. `message` replaces the default message. */
export type Refuse = (type: ResponseType, requestId: string, message?: string) => GatewayResponse;

/** Derives the responses of an API from its gateway responses. */
export function deriveRefusals(resources: LocalResources): Refuse {
  const responses = new Map(
    resources.of('aws:apigateway/response:Response').map(({ inputs }) => [inputs.responseType, inputs] as const),
  );
  return (type, requestId, message = REFUSALS[type][2]) => {
    const [statusCode, errorType] = REFUSALS[type];
    const plain = refuse(statusCode, errorType, message);
    const form = responses.get(type) ?? responses.get(statusCode < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
    if (form === undefined) return plain;
    const template = form.responseTemplates?.['application/json'];
    const values: Readonly<Record<string, string>> = { 'error.message': message, requestId };
    return {
      statusCode: Number(form.statusCode ?? statusCode),
      headers: mergeHeaders(plain.headers, headersOf(form.responseParameters ?? {})),
      body: template?.replace(/\$context\.([a-zA-Z.]+)/g, (_, name: string) => values[name] ?? '') ?? plain.body,
    };
  };
}

/** The headers with literal values, which are in quotes. Headers with values from the request are left out. */
function headersOf(parameters: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(parameters).flatMap(([name, value]): [string, string][] => {
    const literal = /^'(.*)'$/.exec(value)?.[1];
    return literal === undefined ? [] : [[name.replace('gatewayresponse.header.', ''), literal]];
  });
}

function mergeHeaders(
  before: GatewayResponse['headers'],
  after: readonly (readonly [string, string])[],
): GatewayResponse['headers'] {
  const named = new Set(after.map(([name]) => name.toLowerCase()));
  return [...before.filter(([name]) => !named.has(name.toLowerCase())), ...after];
}
