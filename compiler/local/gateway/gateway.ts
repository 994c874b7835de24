// Handles requests as API Gateway does: finds the route, calls the function, and returns its response or an error.

import { randomUUID } from 'node:crypto';
import { ThrottledInvocation } from '../functions/concurrency-limit';
import { type FunctionHost, InvocationError } from '../functions/function-host';
import { createTraceId, type RunObserver } from '../run-observer';
import { MAXIMUM_ANSWER_BYTES, readAnswer } from './answer';
import type { Caller, NamedCheck, Refusal, RoutedRequest } from './checks/check';
import { createEvent, splitTarget } from './event';
import type { GatewayRequest, GatewayResponse } from './gateway-message';
import type { Refuse } from './gateway-responses';
import { matchRoute, type Route } from './routes';
import type { RouteCache } from './stage-cache';

/** Maximum size of a function's event, in bytes of JSON (AWS Lambda, "Lambda quotas": 6 MB; its error names 6,291,456 bytes). */
const MAXIMUM_EVENT_BYTES = 6_291_456;

/** Upper bound of the bytes that one byte of a body takes in JSON (`\u0000` takes six), so that small bodies are not measured. */
const ESCAPED_BYTES = 7;

/** Responds to a request of the API. */
export type Gateway = (request: GatewayRequest) => Promise<GatewayResponse>;

/** An answered request, as metrics count it. */
export interface AnsweredRequest {
  readonly stage: string;
  /** Absent: the API has no such route. */
  readonly route: Route | undefined;
  readonly statusCode: number;
  readonly milliseconds: number;
  /** How long the function took; absent if it was not called. */
  readonly integrationMilliseconds: number | undefined;
  /** Whether a cached response answered; absent on a route without a cache. */
  readonly isCacheHit: boolean | undefined;
}

/** The known facts about a request in progress. */
interface Progress {
  route?: Route;
  integrationMilliseconds?: number;
  isCacheHit?: boolean;
}

/** The parts of a gateway. */
export interface GatewayParts {
  readonly routes: readonly Route[];
  /** Functions by their ARN. */
  readonly functions: ReadonlyMap<string, FunctionHost>;
  /** The checks of a route, in their order. */
  readonly checksOf: (route: Route) => readonly NamedCheck[];
  /** The cache of a route; undefined for a route without one. */
  readonly cacheOf: (route: Route) => RouteCache | undefined;
  readonly refuse: Refuse;
  /** Called with each request that a check refuses. */
  readonly onRefusal: (refusal: Refusal) => void;
  /** Called with each answered request. */
  readonly onAnswer: (answered: AnsweredRequest) => void;
  /** Called with each failure of a function. */
  readonly print: (line: string) => void;
  readonly observer?: RunObserver | undefined;
}

/** Creates a gateway. */
export function createGateway(parts: GatewayParts): Gateway {
  const { routes, functions, checksOf, cacheOf, refuse, onRefusal, onAnswer, print, observer } = parts;
  const checks = new Map(routes.map((route) => [route, checksOf(route)] as const));
  const caches = new Map(routes.map((route) => [route, cacheOf(route)] as const));

  return async (request) => {
    const ids = { requestId: randomUUID(), traceId: createTraceId() };
    observer?.arrived({ ...ids, request });
    const begun = performance.now();
    const progress: Progress = {};
    const response = await answer(request, ids, progress);
    onAnswer({
      stage: request.target.split(/[/?]/, 2)[1] ?? '',
      route: progress.route,
      statusCode: response.statusCode,
      milliseconds: performance.now() - begun,
      integrationMilliseconds: progress.integrationMilliseconds,
      isCacheHit: progress.isCacheHit,
    });
    const identified = { ...response, headers: [...response.headers, ['x-amzn-RequestId', ids.requestId] as const] };
    observer?.responded(ids.traceId, identified);
    return identified;
  };

  async function answer(request: GatewayRequest, ids: RequestIds, progress: Progress): Promise<GatewayResponse> {
    const { requestId, traceId } = ids;
    const { body, target } = request;
    const [path, search] = splitTarget(target);
    if (body === undefined) return refuse('REQUEST_TOO_LARGE', requestId);
    const match = matchRoute(routes, request.method, path);
    const host = match && functions.get(match.route.functionArn);
    if (match === undefined || host === undefined) return refuse('MISSING_AUTHENTICATION_TOKEN', requestId);
    observer?.routed(traceId, match.route);
    progress.route = match.route;
    const routed = { ...request, ...match, body, query: new URLSearchParams(search) };
    const verdict = await runChecks(routed, traceId);
    if ('refusal' in verdict) {
      const { type, message } = verdict.refusal;
      onRefusal(verdict.refusal);
      return refuse(type, requestId, message);
    }
    const { caller } = verdict;
    const cache = caches.get(match.route);
    if (cache?.mustRefuse(routed)) {
      const by = `the cache of ${match.route.method} ${match.route.resourcePath}: Cache-Control: max-age=0`;
      onRefusal({ type: 'ACCESS_DENIED', by });
      return refuse('ACCESS_DENIED', requestId);
    }
    const cached = cache?.get(routed);
    if (cache !== undefined) progress.isCacheHit = cached !== undefined;
    if (cached !== undefined) return cached;
    const event = createEvent(routed, {
      caller,
      requestId,
      extendedRequestId: Buffer.from(requestId).subarray(0, 11).toString('base64'),
      traceId: `Root=${traceId}`,
      time: new Date(),
    });
    // API Gateway accepts requests of up to 10 MB. Lambda then refuses the event if that is too large.
    if (
      body.length > MAXIMUM_EVENT_BYTES / ESCAPED_BYTES &&
      Buffer.byteLength(JSON.stringify(event)) > MAXIMUM_EVENT_BYTES
    ) {
      return refuse('REQUEST_TOO_LARGE', requestId);
    }
    const late = refuse('INTEGRATION_TIMEOUT', requestId);
    const called = performance.now();
    const response = await within(match.route.timeoutMilliseconds, late, callFunction(host, event, ids));
    progress.integrationMilliseconds = performance.now() - called;
    cache?.put(routed, response);
    return response;
  }

  /** Runs the checks of a request until one refuses it. */
  async function runChecks(request: RoutedRequest, traceId: string): Promise<FinalVerdict> {
    let caller: Caller = {};
    for (const { name, check } of checks.get(request.route) ?? []) {
      const begun = performance.now();
      const checked = check(request, caller);
      const verdict = checked instanceof Promise ? await checked : checked;
      const refusal = 'refusal' in verdict ? verdict.refusal : verdict.counted;
      observer?.checked(traceId, { name, milliseconds: performance.now() - begun, refusedBy: refusal?.by });
      if ('refusal' in verdict) return verdict;
      caller = verdict.caller;
    }
    return { caller };
  }

  async function callFunction(host: FunctionHost, event: unknown, ids: RequestIds): Promise<GatewayResponse> {
    const { requestId, traceId } = ids;
    observer?.invoked(traceId, host.name);
    let failure: string | undefined;
    try {
      const payload = await host.invoke(event, traceId);
      const bytes = Buffer.byteLength(payload);
      if (bytes > MAXIMUM_ANSWER_BYTES) {
        print(`${host.name}: the response has ${bytes} bytes; Lambda allows at most ${MAXIMUM_ANSWER_BYTES}`);
        return refuse('DEFAULT_5XX', requestId);
      }
      const response = readAnswer(payload);
      if (response === undefined) print(`${host.name}: malformed Lambda proxy response`);
      return response ?? refuse('DEFAULT_5XX', requestId);
    } catch (error) {
      if (error instanceof ThrottledInvocation) {
        failure = error.message;
        onRefusal({ type: 'INTEGRATION_FAILURE', by: error.by });
        return refuse('INTEGRATION_FAILURE', requestId);
      }
      failure = error instanceof InvocationError ? error.message : String(error);
      print(`${host.name}: ${failure}`);
      return refuse('DEFAULT_5XX', requestId);
    } finally {
      observer?.returned(traceId, { failure });
    }
  }
}

/** Identifies a request: in responses and logs, and in the calls of its function. */
interface RequestIds {
  readonly requestId: string;
  readonly traceId: string;
}

type FinalVerdict = { readonly refusal: Refusal } | { readonly caller: Caller };

/** Returns the response, or the refusal after a timeout. The function continues, as on Lambda. */
async function within(
  timeoutMilliseconds: number,
  refusal: GatewayResponse,
  answer: Promise<GatewayResponse>,
): Promise<GatewayResponse> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<GatewayResponse>((resolve) => {
    timer = setTimeout(resolve, timeoutMilliseconds, refusal);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
