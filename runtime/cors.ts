// Cross-origin requests (Fetch Standard, "CORS protocol"): the headers for pages of allowed origins.

import { REQUEST_HEADERS, RESPONSE_HEADERS } from '../contract/headers';
import { type ApiEvent, type ApiResponse, headerOf } from './event';

/** The time for which a browser may cache a preflight response, in seconds; Chromium's maximum is 7,200. */
const MAX_AGE_SECONDS = 7_200;

/** The headers that let a page of an allowed origin read a response. */
export function corsHeaders(event: ApiEvent, origins: readonly string[]): Record<string, string> {
  if (origins.length === 0) return {};
  const origin = headerOf(event, 'Origin');
  const allowed = origins.includes('*') ? '*' : origins.find((each) => each === origin);
  return {
    // Responses differ by origin; caches must keep them apart.
    Vary: 'Origin',
    ...(allowed !== undefined && {
      'Access-Control-Allow-Origin': allowed,
      'Access-Control-Expose-Headers': RESPONSE_HEADERS.join(', '),
    }),
  };
}

/** The response to OPTIONS: the methods of a resource, for clients and for preflight requests of browsers. */
export function respondOptions(methods: readonly string[], origins: readonly string[]): ApiResponse {
  const allow = methods.join(', ');
  const headers = { Allow: allow, 'Cache-Control': 'no-store' };
  const preflight = {
    'Access-Control-Allow-Methods': allow,
    'Access-Control-Allow-Headers': REQUEST_HEADERS.join(', '),
    'Access-Control-Max-Age': String(MAX_AGE_SECONDS),
  };
  return { statusCode: 204, headers: origins.length === 0 ? headers : { ...headers, ...preflight }, body: '' };
}
