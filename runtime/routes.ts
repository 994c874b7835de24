// Which route a request takes, by its resource and method.

import type { Replay } from './dead-letter';
import { RequestError } from './errors';
import type { ApiEvent, ApiResponse } from './event';
import type { Outcome } from './metrics';

/** What is known of a request while it is handled, for the log, the metrics and the report of a failure. */
export interface Trail {
  readonly requestId: string;
  paymentId?: string;
  fingerprint?: string;
  replay?: Replay | undefined;
  outcome?: Outcome;
  /** Whether the request would change something. */
  isWrite?: boolean;
}

/** Answers a request; throws RequestError if the client is at fault. Calls of the table end with the signal. */
export type Route = (event: ApiEvent, trail: Trail, signal: AbortSignal | undefined) => Promise<ApiResponse>;

/** The routes of each resource, by method. */
export type Routes = Readonly<Record<string, Readonly<Record<string, Route>>>>;

// As the program before this one said it, whatever was wrong.
const UNSUPPORTED = 'Unsupported method or resource';

/** The methods that a resource answers; HEAD goes with GET, and OPTIONS with all. */
export function methodsOf(routes: Routes, resource: string): string[] {
  const methods = Object.hasOwn(routes, resource) ? Object.keys(routes[resource] ?? {}) : [];
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
}

/** Finds the route of a request. Throws RequestError 400, 404 or 405. */
export function findRoute(routes: Routes, method: string, resource: string): Route {
  if (method === '' || resource === '') throw new RequestError('malformed-request', UNSUPPORTED);
  if (!Object.hasOwn(routes, resource)) throw new RequestError('not-found', UNSUPPORTED);
  const byMethod = routes[resource] ?? {};
  const wanted = method === 'HEAD' ? 'GET' : method;
  const route = Object.hasOwn(byMethod, wanted) ? byMethod[wanted] : undefined;
  if (route === undefined) {
    const headers = { Allow: methodsOf(routes, resource).join(', ') };
    throw new RequestError('method-not-allowed', UNSUPPORTED, { headers });
  }
  return route;
}
