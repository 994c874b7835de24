// The responses of the payment handler and API Gateway in OpenAPI 3.1: headers, schemas and errors.

import type { ResponseHeader } from '../../../contract/headers';
import { PROBLEM_MEDIA_TYPE, PROBLEM_TYPE } from '../../../contract/problems';
import { STATUSES } from '../../../contract/states';
import type { JsonObject } from '../../graph/value';

/** A reference to a component of the document. */
export const component = (kind: 'headers' | 'parameters' | 'responses' | 'schemas', name: string): JsonObject => ({
  $ref: `#/components/${kind}/${name}`,
});

const text = (description: string, more: JsonObject = {}): JsonObject => ({
  description,
  schema: { type: 'string', ...more },
});

/** The headers of responses. */
export const HEADERS: Readonly<Record<string, JsonObject> & Record<ResponseHeader, JsonObject>> = {
  'Access-Control-Allow-Origin': text('The allowed origin whose pages may read the response.'),
  'Access-Control-Expose-Headers': text('The headers that pages may read.'),
  Allow: text('The methods that the resource supports.'),
  'Cache-Control': text('Responses must not be cached.', { const: 'no-store' }),
  ETag: text('The version of the payment, for If-Match.', { pattern: '^"[1-9][0-9]*"$' }),
  'Idempotent-Replayed': text('Present if the request had already been processed; it was not processed again.', {
    const: 'true',
  }),
  Link: text('The next page, if there are more payments (RFC 8288): `<…>; rel="next"`.', {
    pattern: '^<[^>]+>; rel="next"$',
  }),
  'Retry-After': text('The number of seconds to wait before a retry with the same Idempotency-Key or id.', {
    pattern: '^[0-9]+$',
  }),
  Vary: text('The response depends on the origin of the page.', { const: 'Origin' }),
  'X-Correlation-Id': text('The correlation id of the client, or the id of the request.'),
  'X-Request-Id': text('The id of the request, which is also in the log.'),
};

/** The headers of each response of the handler, and of cross-origin responses if the spec allows origins. */
const COMMON_HEADERS = ['Cache-Control', 'X-Request-Id', 'X-Correlation-Id'];
const CORS_HEADERS = ['Vary', 'Access-Control-Allow-Origin', 'Access-Control-Expose-Headers'];

/** References to the headers of a response. */
export function headersOf(hasCors: boolean, ...names: readonly string[]): JsonObject {
  const all = [...names, ...COMMON_HEADERS, ...(hasCors ? CORS_HEADERS : [])];
  return Object.fromEntries(all.map((name) => [name, component('headers', name)]));
}

/** The error responses by status: a description and their headers. */
const REFUSALS = {
  400: ['The request is invalid; `errors` lists all errors.'],
  403: ['The caller is not allowed, or the route does not exist.'],
  404: ['The payment does not exist.'],
  405: ['The resource does not support the method.', 'Allow'],
  409: ['Another payment has the id, or the payment is in another state.'],
  412: ['The version of the payment does not match If-Match.'],
  413: ['The body is too large.'],
  415: ['The body is not JSON.'],
  422: ['The Idempotency-Key was already used for another request.'],
  429: ['The request rate is above the limit.', 'Retry-After'],
  500: ['The request failed because of an internal error.'],
  503: [
    'The service is not available; a retry with the same Idempotency-Key or id completes the request.',
    'Retry-After',
  ],
  504: ['The request timed out; a retry with the same Idempotency-Key or id completes it.'],
} as const satisfies Readonly<Record<number, readonly [description: string, ...headers: string[]]>>;

/** The status of an error response. */
export type RefusalStatus = keyof typeof REFUSALS;

/** The errors that API Gateway returns itself, without the handler's headers. */
const OF_GATEWAY: readonly RefusalStatus[] = [403, 429, 504];

/** An error response. */
export function refusal(status: RefusalStatus, hasCors: boolean): JsonObject {
  const [description, ...headers] = REFUSALS[status];
  return {
    description,
    headers: OF_GATEWAY.includes(status)
      ? Object.fromEntries(headers.map((name) => [name, component('headers', name)]))
      : headersOf(hasCors, ...headers),
    content: { [PROBLEM_MEDIA_TYPE]: { schema: component('schemas', 'Problem') } },
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

/** A problem (RFC 9457), with the member `error` for older clients. API Gateway's own problems have no `status`. */
export const PROBLEM: JsonObject = {
  title: 'Problem',
  type: 'object',
  required: ['error', 'type', 'title', 'detail', 'requestId'],
  properties: {
    error: { type: 'string', description: 'A description of the problem in one sentence; the same as `detail`.' },
    type: {
      type: 'string',
      pattern: `^${PROBLEM_TYPE}[a-z-]+$`,
      description: 'The type of the problem, for programs.',
    },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: { type: 'array', items: FAULT, description: 'All errors of the request.' },
    requestId: { type: 'string' },
  },
};

const STATUS: JsonObject = { enum: STATUSES };

/** A payment in a response. The amount is an exact decimal, which many JSON parsers convert to a binary float. */
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
    timestamp: { type: 'integer', description: 'The time at which it was stored, in epoch seconds.' },
    history: { type: 'array', items: { type: 'object' }, description: 'All changes of the state.' },
  },
};

/** The response for a payment that was stored or changed. */
export const receipt = (...statuses: readonly string[]): JsonObject => ({
  type: 'object',
  required: ['payment_id', 'status'],
  properties: { payment_id: { type: 'string' }, status: { enum: statuses } },
  additionalProperties: false,
});

/** The states for the filter of a list. */
export const STATUS_QUERY: JsonObject = STATUS;
