// Cross-origin requests (Fetch Standard, "CORS protocol"): which pages may call, as the spec says.

import { type ApiEvent, type ApiResponse, headerOf } from './event';

/** What a page may send and read beyond what every page may. */
const REQUEST_HEADERS = 'Authorization, Content-Type, Idempotency-Key, If-Match, X-Api-Key, X-Correlation-Id';
const RESPONSE_HEADERS = 'ETag, Idempotent-Replayed, Link, Retry-After, X-Correlation-Id, X-Request-Id';

/** How long a browser may keep the answer to a preflight, in seconds: what Chromium takes at most is 7,200. */
const MAX_AGE_SECONDS = 7_200;

/** The headers that let a page of an accepted origin read an answer. */
export function corsHeaders(event: ApiEvent, origins: readonly string[]): Record<string, string> {
  if (origins.length === 0) return {};
  const origin = headerOf(event, 'Origin');
  const allowed = origins.includes('*') ? '*' : origins.find((each) => each === origin);
  return {
    // One answer for each origin: a cache between must not mix them up.
    Vary: 'Origin',
    ...(allowed !== undefined && {
      'Access-Control-Allow-Origin': allowed,
      'Access-Control-Expose-Headers': RESPONSE_HEADERS,
    }),
  };
}

/** The answer to OPTIONS: the methods of a resource, for clients and for the preflights of browsers. */
export function respondOptions(methods: readonly string[], origins: readonly string[]): ApiResponse {
  const allow = methods.join(', ');
  const headers = { Allow: allow, 'Cache-Control': 'no-store' };
  const preflight = {
    'Access-Control-Allow-Methods': allow,
    'Access-Control-Allow-Headers': REQUEST_HEADERS,
    'Access-Control-Max-Age': String(MAX_AGE_SECONDS),
  };
  return { statusCode: 204, headers: origins.length === 0 ? headers : { ...headers, ...preflight }, body: '' };
}
