// Handles requests: returns a response, writes a log line, and reports failures to the dead-letter queue.

import { containsCardNumber } from './card-number';
import { corsHeaders, respondOptions } from './cors';
import type { DeadLetter } from './dead-letter';
import { tableDeadline } from './deadline';
import { RequestError } from './errors';
import { type ApiEvent, type ApiResponse, headerOf } from './event';
import { errorName, type Log } from './log';
import type { Outcome } from './metrics';
import { isOutage, RETRY_AFTER_SECONDS } from './outage';
import { respondProblem } from './problem';
import { type ListSource, listPaymentsRoute, readPaymentRoute } from './read-routes';
import { findRoute, methodsOf, type Routes, type Trail } from './routes';
import type { PaymentStore } from './store';
import { createActionRoute, createPaymentRoute, type PaymentSource } from './write-routes';

/** The dependencies of the handler. */
export interface Dependencies extends PaymentSource, ListSource {
  readonly store: PaymentStore;
  readonly deadLetter: DeadLetter;
  readonly log: Log;
  readonly corsOrigins: readonly string[];
}

/** Lambda's context of an invocation, as far as the handler uses it. */
export interface InvocationContext {
  readonly awsRequestId: string;
  readonly getRemainingTimeInMillis?: () => number;
}

/** Handles an event; an internal failure returns 500 and is reported to the dead-letter queue. */
export type RequestHandler = (event: ApiEvent, context: InvocationContext) => Promise<ApiResponse>;

/** Creates the handler. */
export function createRequestHandler(dependencies: Dependencies): RequestHandler {
  const { store, deadLetter, log, now, corsOrigins } = dependencies;
  let isCold = true;
  const routes: Routes = {
    '/payments': { GET: listPaymentsRoute(dependencies), POST: createPaymentRoute(store, dependencies) },
    '/payments/{id}': { GET: readPaymentRoute(store) },
    '/payments/{id}/refund': { POST: createActionRoute(store, 'refund', dependencies) },
    '/payments/{id}/cancel': { POST: createActionRoute(store, 'cancel', dependencies) },
  };

  return async (event, context) => {
    const started = now();
    const coldStart = isCold;
    isCold = false;
    const { httpMethod: method = '', resource = '' } = event;
    const { requestId, correlationId } = readIds(event, context.awsRequestId);
    const trail: Trail = { requestId };
    const { response, error } = await attempt(event, trail, context);
    const { statusCode } = response;
    const failed = statusCode === 500;

    const request = { requestId, correlationId, method: bounded(method), resource: bounded(resource) };
    let isReported = true;
    if (failed) {
      const { paymentId, fingerprint, replay } = trail;
      try {
        await deadLetter({ ...request, time: started.toISOString(), paymentId, fingerprint, replay, error });
      } catch (reason) {
        isReported = false;
        log('error', { message: 'failure not reported', ...request, statusCode, errorName: errorName(reason) });
      }
    }
    log(
      failed ? 'error' : 'info',
      {
        message: 'request handled',
        ...request,
        paymentId: trail.paymentId,
        statusCode,
        durationMilliseconds: now().getTime() - started.getTime(),
        coldStart,
        reason: error instanceof RequestError ? error.reason : undefined,
        errorName: error === undefined ? undefined : errorName(causeOf(error)),
      },
      outcomeOf(trail, error, isReported),
    );
    const ids = { 'X-Request-Id': requestId, 'X-Correlation-Id': correlationId };
    const headers = { ...response.headers, ...ids, ...safeCorsHeaders(event) };
    return { ...response, headers, body: method === 'HEAD' ? '' : response.body };
  };

  async function attempt(
    event: ApiEvent,
    trail: Trail,
    context: InvocationContext,
  ): Promise<{ response: ApiResponse; error?: unknown }> {
    try {
      const { httpMethod: method = '', resource = '' } = event;
      if (method === 'OPTIONS' && Object.hasOwn(routes, resource)) {
        return { response: respondOptions(methodsOf(routes, resource), corsOrigins) };
      }
      const route = findRoute(routes, method, resource);
      return { response: await route(event, trail, tableDeadline(context)) };
    } catch (thrown) {
      const error = isOutage(thrown) ? unavailable(thrown) : thrown;
      return { response: respondProblem(error, trail.requestId), error };
    }
  }

  // A malformed header already has an error response, which must not fail because of the header.
  function safeCorsHeaders(event: ApiEvent): Record<string, string> {
    try {
      return corsHeaders(event, corsOrigins);
    } catch {
      return { Vary: 'Origin' };
    }
  }
}

const CORRELATION_ID = /^[A-Za-z0-9-]{1,64}$/;

/** The gateway's id of the request, and the client's correlation id. */
function readIds(event: ApiEvent, awsRequestId: string) {
  const named = event.requestContext?.requestId ?? awsRequestId;
  const requestId = containsCardNumber(named) ? awsRequestId : named;
  let given: string | undefined;
  try {
    given = headerOf(event, 'X-Correlation-Id');
  } catch {
    // Two different values cannot be used.
  }
  return { requestId, correlationId: given !== undefined && isCorrelationId(given) ? given : requestId };
}

function isCorrelationId(text: string): boolean {
  return CORRELATION_ID.test(text) && !containsCardNumber(text);
}

function unavailable(cause: unknown): RequestError {
  const headers = { 'Retry-After': String(RETRY_AFTER_SECONDS) };
  const error = new RequestError(
    'unavailable',
    'Service is unavailable: try again with the same Idempotency-Key or id',
    {
      headers,
    },
  );
  error.cause = cause;
  return error;
}

function outcomeOf(trail: Trail, error: unknown, isReported: boolean): Outcome | undefined {
  if (error === undefined) return trail.outcome;
  if (!(error instanceof RequestError)) return { is: 'failed', isReported };
  if (error.reason === 'unavailable') return { is: 'unavailable' };
  return trail.isWrite ? { is: 'refused', reason: error.reason } : undefined;
}

// Values of the gateway are short, but a direct invocation can contain any text.
function bounded(text: string): string {
  return text.slice(0, 128);
}

/** The cause of an outage, instead of the error for the client. */
function causeOf(error: unknown): unknown {
  return error instanceof RequestError && error.cause !== undefined ? error.cause : error;
}
