// The responses of the console, with headers that keep its page and its data on this machine.

import type { ServedResponse } from '../gateway/http-server';

/** The page loads and calls this server only, and no page of another origin may embed it or read its responses. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Creates a response. */
export function respond(
  statusCode: number,
  type: string,
  body: ServedResponse['body'],
  more: readonly (readonly [string, string])[] = [],
): ServedResponse {
  return {
    statusCode,
    headers: [
      ['Content-Type', type],
      ['Cache-Control', 'no-store'],
      ['Content-Security-Policy', POLICY],
      ['Cross-Origin-Resource-Policy', 'same-origin'],
      ['Cross-Origin-Opener-Policy', 'same-origin'],
      ['Referrer-Policy', 'no-referrer'],
      ['X-Content-Type-Options', 'nosniff'],
      ...more,
    ],
    body,
  };
}

/** Creates a response with a JSON value. */
export function respondJson(value: unknown, statusCode = 200): ServedResponse {
  return respond(statusCode, 'application/json', JSON.stringify(value));
}

/** Creates the response to a request that the console cannot answer. The problem is one sentence. */
export function problem(statusCode: number, message: string): ServedResponse {
  return respondJson({ message }, statusCode);
}
