// Lambda's Invoke API, and the URLs of the run's services, for clients that operate the run as they operate a deployed system.

import { refuseForeignPage } from './foreign-page';
import { ThrottledInvocation } from './functions/concurrency-limit';
import { InvocationError } from './functions/function-host';
import { type GatewayRequest, type GatewayResponse, refuse } from './gateway/gateway-message';
import { ENDPOINTS_PATH, LOCAL_ACCOUNT } from './local-values';
import { createTraceId } from './run-observer';

/** The path of an invocation (AWS Lambda API Reference, Invoke). */
const INVOCATION = /^\/2015-03-31\/functions\/([^/?]+)\/invocations$/;

/** The maximum payload of a synchronous invocation ("Lambda quotas"). */
const MOST_BYTES = 6 * 1024 * 1024;

/** The parts of a run that the API uses. */
export interface LambdaApiParts {
  readonly region: string;
  /** Invokes a function. Rejects with InvocationError or ThrottledInvocation. */
  readonly invoke: (functionArn: string, event: unknown, traceId: string) => Promise<string>;
  /** The URLs of the other services. */
  readonly endpoints: () => Promise<Readonly<Record<string, string>>>;
}

/** Answers an invocation or a request for the URLs; undefined for all other requests. */
export function serveLambda(request: GatewayRequest, parts: LambdaApiParts): Promise<GatewayResponse> | undefined {
  const { method, target, port } = request;
  const [path = ''] = target.split('?');
  const isEndpoints = method === 'GET' && path === ENDPOINTS_PATH;
  const [, name] = (method === 'POST' && INVOCATION.exec(path)) || [];
  if (!isEndpoints && name === undefined) return undefined;
  const foreign = refuseForeignPage({ host: headerOf(request, 'host'), origin: headerOf(request, 'origin') }, port);
  if (foreign !== undefined) return Promise.resolve(refuse(403, 'ForbiddenException', foreign));
  return name === undefined ? answerEndpoints(request, parts) : answerInvocation(name, request, parts);
}

function headerOf({ headers }: GatewayRequest, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

async function answerEndpoints({ port }: GatewayRequest, { endpoints }: LambdaApiParts): Promise<GatewayResponse> {
  const urls = { lambda: `http://127.0.0.1:${port}`, ...(await endpoints()) };
  return json(200, JSON.stringify({ schemaVersion: 1, endpoints: urls }, undefined, 2));
}

async function answerInvocation(
  encodedName: string,
  request: GatewayRequest,
  { region, invoke }: LambdaApiParts,
): Promise<GatewayResponse> {
  const { body } = request;
  if (body === undefined || body.length > MOST_BYTES)
    return refuse(413, 'RequestTooLargeException', `the payload must be at most ${MOST_BYTES} bytes`);
  const type = headerOf(request, 'x-amz-invocation-type') ?? 'RequestResponse';
  if (type !== 'RequestResponse')
    return refuse(400, 'InvalidParameterValueException', `the local run has no invocations of the type ${type}`);
  let event: unknown;
  try {
    event = body.length === 0 ? {} : JSON.parse(body.toString());
  } catch {
    return refuse(400, 'InvalidRequestContentException', 'the payload is not JSON');
  }
  try {
    const name = encodedName.replaceAll('%3A', ':');
    const arn = name.startsWith('arn:') ? name : `arn:aws:lambda:${region}:${LOCAL_ACCOUNT}:function:${name}`;
    return json(200, await invoke(arn, event, createTraceId()));
  } catch (error) {
    if (error instanceof ThrottledInvocation) return refuse(429, 'TooManyRequestsException', error.message);
    if (!(error instanceof InvocationError)) throw error;
    const failure = { errorType: error.name, errorMessage: error.message.split('\n')[0] };
    return json(200, JSON.stringify(failure), ['X-Amz-Function-Error', 'Unhandled']);
  }
}

function json(statusCode: number, body: string, ...more: readonly (readonly [string, string])[]): GatewayResponse {
  const headers = [['Content-Type', 'application/json'], ['Cache-Control', 'no-store'], ...more] as const;
  return { statusCode, headers, body };
}
