// API Gateway on this machine: from a request to its route, the function, and the answer or the refusal that AWS would give.

import { randomBytes, randomUUID } from 'node:crypto';
import { type FunctionHost, InvocationError } from '../functions/function-host';
import { readAnswer } from './answer';
import { createEvent, splitTarget } from './event';
import { type GatewayRequest, type GatewayResponse, refuse } from './gateway-message';
import { matchRoute, type Route } from './routes';

/** Answers a request of the API. */
export type Gateway = (request: GatewayRequest) => Promise<GatewayResponse>;

const INTERNAL_ERROR = refuse(502, 'InternalServerErrorException', 'Internal server error');

/** Makes a gateway of routes and of functions by their ARN. A function's failures go to `print`. */
export function createGateway(
  routes: readonly Route[],
  functions: ReadonlyMap<string, FunctionHost>,
  print: (line: string) => void,
): Gateway {
  return async (request) => {
    const requestId = randomUUID();
    const response = await answer(request, requestId);
    return { ...response, headers: [...response.headers, ['x-amzn-RequestId', requestId]] };
  };

  async function answer(request: GatewayRequest, requestId: string): Promise<GatewayResponse> {
    const [path, search] = splitTarget(request.target);
    const match = matchRoute(routes, request.method, path);
    const host = match && functions.get(match.route.functionArn);
    if (match === undefined || host === undefined) {
      return refuse(403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
    }
    const query = new URLSearchParams(search);
    const missing = match.route.requiredQueryParameters.filter((name) => !query.has(name));
    if (missing.length > 0) {
      return refuse(400, 'BadRequestException', `Missing required request parameters: [${missing.join(', ')}]`);
    }
    const time = new Date();
    const event = createEvent(match, request, {
      requestId,
      extendedRequestId: Buffer.from(requestId).subarray(0, 11).toString('base64'),
      traceId: `Root=1-${Math.floor(time.getTime() / 1000).toString(16)}-${randomBytes(12).toString('hex')}`,
      time,
    });
    return within(match.route.timeoutMilliseconds, callFunction(host, event));
  }

  async function callFunction(host: FunctionHost, event: unknown): Promise<GatewayResponse> {
    try {
      const response = readAnswer(await host.invoke(event));
      if (response === undefined) print(`${host.name}: malformed Lambda proxy response`);
      return response ?? INTERNAL_ERROR;
    } catch (error) {
      print(`${host.name}: ${error instanceof InvocationError ? error.message : String(error)}`);
      return INTERNAL_ERROR;
    }
  }
}

/** The answer, or the refusal of API Gateway if there is none in time; the function goes on, as on Lambda. */
async function within(timeoutMilliseconds: number, answer: Promise<GatewayResponse>): Promise<GatewayResponse> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<GatewayResponse>((resolve) => {
    const refusal = refuse(504, 'InternalServerErrorException', 'Endpoint request timed out');
    timer = setTimeout(resolve, timeoutMilliseconds, refusal);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
