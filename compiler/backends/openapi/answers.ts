// What the payment handler and API Gateway answer, as OpenAPI 3.1 has it: headers, schemas, and each refusal.

import type { JsonObject } from '../../graph/value';

/** A reference to a component of the document. */
export const component = (kind: 'headers' | 'parameters' | 'responses' | 'schemas', name: string): JsonObject => ({
  $ref: `#/components/${kind}/${name}`,
});

const text = (description: string, more: JsonObject = {}): JsonObject => ({
  description,
  schema: { type: 'string', ...more },
});

/** The headers of answers. */
export const HEADERS: Readonly<Record<string, JsonObject>> = {
  'Access-Control-Allow-Origin': text('The origin whose pages may read the answer, of those that the spec names.'),
  'Access-Control-Expose-Headers': text('The headers that such a page may read.'),
  Allow: text('The methods of the resource.'),
  'Cache-Control': text('No cache keeps an answer.', { const: 'no-store' }),
  ETag: text('The version of the payment, for If-Match.', { pattern: '^"[1-9][0-9]*"$' }),
  'Idempotent-Replayed': text('There where the request had been done before: nothing was done again.', {
    const: 'true',
  }),
  Link: text('Where there are more payments, the next page (RFC 8288): `<…>; rel="next"`.', {
    pattern: '^<[^>]+>; rel="next"$',
  }),
  'Retry-After': text('Seconds after which to try again, with the same Idempotency-Key or id.', {
    pattern: '^[0-9]+$',
  }),
  Vary: text('Answers differ by the origin of the page that asks.', { const: 'Origin' }),
  'X-Correlation-Id': text('The id that the client gave, or that of the request.'),
  'X-Request-Id': text('The id of the request, which the log has too.'),
};

/** The headers of each answer of the handler; those of cross-origin requests where the spec names origins. */
const COMMON_HEADERS = ['Cache-Control', 'X-Request-Id', 'X-Correlation-Id'];
const CORS_HEADERS = ['Vary', 'Access-Control-Allow-Origin', 'Access-Control-Expose-Headers'];

/** References to the headers of an answer. */
export function headersOf(hasCors: boolean, ...names: readonly string[]): JsonObject {
  const all = [...names, ...COMMON_HEADERS, ...(hasCors ? CORS_HEADERS : [])];
  return Object.fromEntries(all.map((name) => [name, component('headers', name)]));
}

/** The refusals, by status: what they mean, and the headers that they have. */
export const REFUSALS = {
  400: ['The request has faults: all are in `errors`.'],
  403: ['The caller is not allowed, or there is no such route.'],
  404: ['There is no such payment.'],
  405: ['The resource has no such method.', 'Allow'],
  409: ['The id is taken by another payment, or the payment is in another state.'],
  412: ['The payment has another version than If-Match says.'],
  413: ['The body is larger than is read.'],
  415: ['The body is not JSON.'],
  422: ['The Idempotency-Key was used for another request.'],
  429: ['There are too many requests.', 'Retry-After'],
  500: ['The request failed inside.'],
  503: ['The service is not available: a retry with the same Idempotency-Key or id completes it.', 'Retry-After'],
  504: ['There was no answer in time: a retry with the same Idempotency-Key or id completes it.'],
} as const satisfies Readonly<Record<number, readonly [description: string, ...headers: string[]]>>;

/** A status of a refusal. */
export type RefusalStatus = keyof typeof REFUSALS;

/** The refusals that API Gateway gives by itself: they have none of the handler's headers. */
const OF_GATEWAY: readonly RefusalStatus[] = [403, 429, 504];

/** The answer of a refusal. */
export function refusal(status: RefusalStatus, hasCors: boolean): JsonObject {
  const [description, ...headers] = REFUSALS[status];
  return {
    description,
    headers: OF_GATEWAY.includes(status)
      ? Object.fromEntries(headers.map((name) => [name, component('headers', name)]))
      : headersOf(hasCors, ...headers),
    content: { 'application/problem+json': { schema: component('schemas', 'Problem') } },
  };
}

const FAULT: JsonObject = {
  type: 'object',
  required: ['detail'],
  properties: {
    detail: { type: 'string' },
    pointer: { type: 'string', description: 'A JSON pointer into the body (RFC 6901).' },
    parameter: { type: 'string', description: 'The name of a query parameter.' },
    header: { type: 'string', description: 'The name of a header.' },
  },
};

/** A problem (RFC 9457) with the member that clients read before there were any. API Gateway's own leave `status` out. */
export const PROBLEM: JsonObject = {
  title: 'Problem',
  type: 'object',
  required: ['error', 'type', 'title', 'detail', 'requestId'],
  properties: {
    error: { type: 'string', description: 'What is wrong, in a sentence; the same as `detail`.' },
    type: { type: 'string', pattern: '^urn:payment-spec:problem:[a-z-]+$', description: 'Why, for programs.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: { type: 'array', items: FAULT, description: 'All faults of the request.' },
    requestId: { type: 'string' },
  },
};

const STATUS: JsonObject = { enum: ['processed', 'refunded', 'cancelled'] };

/** A payment, as it is read. The amount is an exact decimal: many a parser of JSON makes a binary float of it. */
export const PAYMENT: JsonObject = {
  title: 'Payment',
  type: 'object',
  required: ['id', 'amount', 'currency', 'payment_method', 'customer_id', 'status', 'timestamp'],
  properties: {
    id: { type: 'string' },
    amount: { type: 'number', description: 'An exact decimal of up to 38 digits.' },
    currency: { type: 'string' },
    payment_method: { type: 'string' },
    customer_id: { type: 'string' },
    status: STATUS,
    timestamp: { type: 'integer', description: 'When it was stored, in epoch seconds.' },
    history: { type: 'array', items: { type: 'object' }, description: 'Each change of the state.' },
  },
};

/** What tells of a payment that was stored or changed. */
export const receipt = (...statuses: readonly string[]): JsonObject => ({
  type: 'object',
  required: ['payment_id', 'status'],
  properties: { payment_id: { type: 'string' }, status: { enum: statuses } },
  additionalProperties: false,
});

/** The states that a list can be asked for. */
export const STATUS_QUERY: JsonObject = STATUS;
