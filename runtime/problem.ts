// Answers, and problems as RFC 9457 has them, with the member that clients read before there were any.

import { REASONS, RequestError } from './errors';
import type { ApiResponse } from './event';
import { renderJson } from './json';

/** The headers of every answer: no cache keeps one customer's payment for another. */
const HEADERS = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };

/** Where a problem's type begins; a reason follows. The names are stable: clients may compare them. */
export const PROBLEM_TYPE = 'urn:payment-spec:problem:';

/** Makes an answer that no cache keeps. */
export function respond(statusCode: number, body: object, headers: Readonly<Record<string, string>> = {}): ApiResponse {
  return { statusCode, headers: { ...HEADERS, ...headers }, body: renderJson(body) };
}

/** Makes the answer to a request that is refused; anything but a RequestError is a failure inside, of which it tells nothing. */
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
  return respond(status, problem, { ...headers, 'Content-Type': 'application/problem+json' });
}
