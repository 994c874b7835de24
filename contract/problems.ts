// The problems that the API returns (RFC 9457), from the payment handler and from API Gateway itself.

/** The media type of a problem. */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** The prefix of a problem's type, before the reason. Reasons are stable: clients may compare them. */
export const PROBLEM_TYPE = 'urn:payment-spec:problem:';

/** The status and the title of a problem. */
type StatusAndTitle = readonly [statusCode: number, title: string];

/** The reasons for rejecting a request, the last part of a problem's type: each with its status and title. */
export const REASONS = {
  'malformed-request': [400, 'The request cannot be read'],
  'invalid-payment': [400, 'The payment is invalid'],
  'card-number': [400, 'Card numbers are not accepted'],
  'invalid-query': [400, 'The query is invalid'],
  'missing-idempotency-key': [400, 'An Idempotency-Key is required'],
  'not-found': [404, 'The resource does not exist'],
  'method-not-allowed': [405, 'The resource does not support the method'],
  conflict: [409, 'The request conflicts with the state of the payment'],
  'version-mismatch': [412, 'The payment has changed'],
  'body-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The media type of the body is not supported'],
  'idempotency-key-reused': [422, 'The Idempotency-Key belongs to another request'],
  'internal-error': [500, 'The request failed because of an internal error'],
  unavailable: [503, 'The service is temporarily unavailable'],
} as const satisfies Record<string, StatusAndTitle>;

/** The reason for rejecting a request. */
export type Reason = keyof typeof REASONS;

/** The reasons of responses that API Gateway generates before it calls the handler. */
export const GATEWAY_REASONS = {
  throttled: [429, 'The request rate is above the limit'],
  refused: [403, 'The request is rejected'],
} as const satisfies Record<string, StatusAndTitle>;
