// The headers of the API that pages of other origins may send and read (Fetch Standard, "CORS protocol").

/** The headers of requests, in addition to those that are always allowed. */
export const REQUEST_HEADERS = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'X-Api-Key',
  'X-Correlation-Id',
] as const;

/** The headers of responses, in addition to those that are always readable. */
export const RESPONSE_HEADERS = [
  'ETag',
  'Idempotent-Replayed',
  'Link',
  'Retry-After',
  'X-Correlation-Id',
  'X-Request-Id',
] as const;

/** A header that pages of other origins may send. */
export type RequestHeader = (typeof REQUEST_HEADERS)[number];

/** A header that pages of other origins may read. */
export type ResponseHeader = (typeof RESPONSE_HEADERS)[number];
