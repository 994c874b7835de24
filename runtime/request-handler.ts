// The core of the function: a request to its answer, a line of the log, and if need be a message to the dead-letter queue.

import type { DeadLetter } from './dead-letter';
import { RequestError } from './errors';
import { type ApiEvent, type ApiResponse, respond } from './event';
import type { Log } from './log';
import type { PaymentSource } from './payment';
import { createRoutes, type Route, type Trail } from './routes';
import type { PaymentStore } from './store';

/** What the core works with. */
export interface Dependencies extends PaymentSource {
  readonly store: PaymentStore;
  readonly deadLetter: DeadLetter;
  readonly log: Log;
}

/** Answers an event; a failure inside is answered with 500 and reported to the dead-letter queue. */
export type RequestHandler = (event: ApiEvent, context: { readonly awsRequestId: string }) => Promise<ApiResponse>;

/** Makes the handler. */
export function createRequestHandler(dependencies: Dependencies): RequestHandler {
  const { store, deadLetter, log, now } = dependencies;
  const routes = createRoutes(store, dependencies);

  return async (event, { awsRequestId: requestId }) => {
    const started = now();
    const { httpMethod: method = '', resource = '' } = event;
    const trail: Trail = {};
    const { response, error } = await attempt(routes.get(`${method} ${resource}`) ?? unsupported, event, trail);
    const { statusCode } = response;
    const failed = statusCode === 500;

    const request = { requestId, method: bounded(method), resource: bounded(resource), ...trail };
    if (failed) {
      try {
        await deadLetter({ ...request, time: started.toISOString(), error });
      } catch (reason) {
        log('error', { message: 'failure not reported', ...request, statusCode, errorName: nameOf(reason) });
      }
    }
    log(failed ? 'error' : 'info', {
      message: 'request handled',
      ...request,
      statusCode,
      durationMilliseconds: now().getTime() - started.getTime(),
      errorName: error === undefined ? undefined : nameOf(error),
    });
    return response;
  };
}

const unsupported: Route = async () => {
  throw new RequestError(400, 'Unsupported method or resource');
};

async function attempt(
  route: Route,
  event: ApiEvent,
  trail: Trail,
): Promise<{ response: ApiResponse; error?: unknown }> {
  try {
    return { response: await route(event, trail) };
  } catch (error) {
    const [statusCode, message] =
      error instanceof RequestError ? [error.statusCode, error.message] : [500, 'Internal server error'];
    return { response: respond(statusCode, { error: message }), error };
  }
}

// The gateway's own methods and resources are short; a direct invocation can say anything.
function bounded(text: string): string {
  return text.slice(0, 128);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
