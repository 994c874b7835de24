// Responses, and problems in the format of RFC 9457 with the member `error` for older clients.

import { PROBLEM_MEDIA_TYPE, PROBLEM_TYPE, REASONS } from '../contract/problems';
import { RequestError } from './errors';
import type { ApiResponse } from './event';
import { renderJson } from './json';

/** The headers of every response; caches must not return one customer's payment to another. */
const HEADERS = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };

/** Creates a response that must not be cached. */
export function respond(statusCode: number, body: object, headers: Readonly<Record<string, string>> = {}): ApiResponse {
  return { statusCode, headers: { ...HEADERS, ...headers }, body: renderJson(body) };
}

/** Creates the response to a rejected request; any other error is an internal failure, whose details are not returned. */
export function respondProblem(error: unknown, requestId: string): ApiResponse {
  const known = error instanceof RequestError;
  const reason = known ? error.reason : 'internal-error';
  const [status, title] = REASONS[reason];
  const message = known ? error.message : 'Internal server error';
  const { faults, headers } = known ? error.details : {};
  const problem = {
    error: message,
    type: PROBLEM_TYPE + reason,
    title,
    status,
    detail: message,
    ...(faults && { errors: faults }),
    requestId,
  };
  return respond(status, problem, { ...headers, 'Content-Type': PROBLEM_MEDIA_TYPE });
}
