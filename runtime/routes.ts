// Finds the route of a request by its resource and method.

import type { Replay } from '../contract/dead-letter';
import type { Deadline } from './deadline';
import { RequestError } from './errors';
import type { ApiEvent, ApiResponse } from './event';
import type { Outcome } from './metrics';

/** The data about a request in progress, for the log, the metrics and the failure report. */
export interface Trail {
  readonly requestId: string;
  paymentId?: string;
  fingerprint?: string;
  replay?: Replay | undefined;
  outcome?: Outcome;
  /** Whether the request changes data. */
  isWrite?: boolean;
}

/** Handles a request; throws RequestError for an error of the client. The deadline ends calls to the table. */
export type Route = (event: ApiEvent, trail: Trail, deadline: Deadline) => Promise<ApiResponse>;

/** The routes of each resource, by method. */
export type Routes = Readonly<Record<string, Readonly<Record<string, Route>>>>;

// The message of the previous program for all of these errors.
const UNSUPPORTED = 'Unsupported method or resource';

/** The methods that a resource supports; GET implies HEAD, and OPTIONS is always supported. */
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
