// The operations of the payment handler, by method and path, with their requests and responses.

import type { JsonObject, JsonValue } from '../../graph/value';
import { component, HEADERS, headersOf, PAYMENT, type RefusalStatus, receipt, refusal, STATUS_QUERY } from './answers';

/** The settings of the spec that operations depend on. */
export interface OperationContext {
  readonly hasCors: boolean;
  /** The maximum number of payments on a page, unless the request sets a lower limit. */
  readonly pageSize: number;
  readonly body: JsonObject;
}

/** The description of a function other than the payment handler, whose operations are unknown. */
export const UNKNOWN_OPERATION: JsonObject = {
  responses: { default: { description: 'The response of the function.' } },
};

/** The error responses of every operation. */
const ANY: readonly RefusalStatus[] = [400, 403, 429, 500, 503, 504];

const query = (name: string, description: string, schema: JsonObject): JsonObject => ({
  name,
  in: 'query',
  description,
  // An empty value counts as absent.
  allowEmptyValue: true,
  schema,
});
const TIME: JsonObject = {
  anyOf: [
    { type: 'string', format: 'date-time' },
    { type: 'integer', minimum: 0, maximum: 99_999_999_999 },
  ],
};

/** The parameters of several operations. */
const PARAMETERS: Readonly<Record<string, JsonObject>> = {
  PaymentId: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The id of a payment.',
    schema: { type: 'string', minLength: 1 },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Identifies the request: a retry with the same key gets the same response and is stored once.',
    schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag that the payment must have.',
    schema: { type: 'string', pattern: '^("[1-9][0-9]{0,8}"|[*])$' },
  },
  CorrelationId: {
    name: 'X-Correlation-Id',
    in: 'header',
    description:
      'Identifies a group of requests, with 1 to 64 letters, digits and hyphens; it is logged and returned. ' +
      'Any other value is replaced by the id of the request.',
    schema: { type: 'string' },
  },
};

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: (context: OperationContext) => readonly JsonObject[];
  readonly body?: (context: OperationContext) => JsonObject;
  readonly success: {
    readonly description: string;
    readonly schema: JsonObject;
    readonly headers: readonly string[];
    readonly links?: JsonObject;
  };
  readonly refusals: readonly RefusalStatus[];
}

/** The operations on a stored payment, by the id in the response. */
const LINKS: JsonObject = Object.fromEntries(
  ['readPayment', 'refundPayment', 'cancelPayment'].map((operationId) => [
    operationId,
    { operationId, parameters: { id: '$response.body#/payment_id' } },
  ]),
);

const json = (schema: JsonValue): JsonObject => ({ 'application/json': { schema } });
const byId = () => [component('parameters', 'PaymentId')];

const action = (name: 'refund' | 'cancel', status: string): Operation => ({
  operationId: `${name}Payment`,
  summary: `${name === 'refund' ? 'Refunds' : 'Cancels'} a payment, once`,
  parameters: () => [...byId(), component('parameters', 'IfMatch')],
  success: {
    description: 'The payment is in the new state, or was already in it.',
    schema: receipt(status),
    headers: ['ETag', 'Idempotent-Replayed'],
  },
  refusals: [404, 409, 412, 413, 415],
});

const OPERATIONS: Readonly<Record<string, Operation>> = {
  'POST /payments': {
    operationId: 'createPayment',
    summary: 'Stores a payment, once',
    parameters: () => [component('parameters', 'IdempotencyKey')],
    body: ({ body }) => ({ required: true, content: json(body) }),
    success: {
      description: 'The payment is stored, or was already stored.',
      schema: receipt('success'),
      headers: ['Idempotent-Replayed'],
      links: LINKS,
    },
    refusals: [409, 413, 415, 422],
  },
  'GET /payments': {
    operationId: 'listPayments',
    summary: 'Lists payments, newest first',
    parameters: ({ pageSize }) => [
      query('status', 'Only payments in this state.', STATUS_QUERY),
      query('from', 'Only payments stored at this time or later.', TIME),
      query('to', 'Only payments stored before this time.', TIME),
      query('limit', 'The maximum number of payments in the response.', {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        default: pageSize,
      }),
      query('cursor', 'The end of the previous page, from its Link header.', { type: 'string' }),
    ],
    success: {
      description: 'A page of payments.',
      schema: { type: 'array', items: component('schemas', 'Payment'), maxItems: 100 },
      headers: ['Link'],
    },
    refusals: [],
  },
  'GET /payments/{id}': {
    operationId: 'readPayment',
    summary: 'Reads the current state of a payment',
    parameters: byId,
    success: { description: 'The payment.', schema: component('schemas', 'Payment'), headers: ['ETag'] },
    refusals: [404],
  },
  'POST /payments/{id}/refund': action('refund', 'refunded'),
  'POST /payments/{id}/cancel': action('cancel', 'cancelled'),
};

/** The operation of a route of the payment handler; undefined for an unknown route. */
export function operationOf(method: string, path: string, context: OperationContext): JsonObject | undefined {
  if (method === 'OPTIONS') return { ...optionsOf(context) };
  const operation = OPERATIONS[`${method === 'HEAD' ? 'GET' : method} ${path}`];
  if (operation === undefined) return undefined;
  const { operationId, summary, parameters, body, success, refusals } = operation;
  const { description, schema, headers, links } = success;
  const responses = {
    200: {
      description,
      headers: headersOf(context.hasCors, ...headers),
      content: json(schema),
      ...(links && { links }),
    },
    ...Object.fromEntries([...ANY, ...refusals].map((status) => [status, refusal(status, context.hasCors)])),
  };
  const isHead = method === 'HEAD';
  return {
    operationId: isHead ? `${operationId}Head` : operationId,
    summary: isHead ? `${summary}; only headers` : summary,
    parameters: [...(parameters?.(context) ?? []), component('parameters', 'CorrelationId')],
    ...(body && { requestBody: body(context) }),
    responses: isHead ? withoutBodies(responses) : responses,
  };
}

function optionsOf({ hasCors }: OperationContext): JsonObject {
  const description = 'The methods that the resource supports, for clients and the preflight requests of browsers.';
  return { summary: 'Lists the methods', responses: { 204: { description, headers: headersOf(hasCors, 'Allow') } } };
}

/** Removes the bodies, which responses to HEAD do not have. */
function withoutBodies(responses: Readonly<Record<string, JsonObject>>): JsonObject {
  return Object.fromEntries(
    Object.entries(responses).map(([status, { content: _content, ...response }]) => [status, response]),
  );
}

/** The schemas and headers that operations refer to. */
export const COMPONENTS = { headers: HEADERS, parameters: PARAMETERS, schemas: { Payment: PAYMENT } } as const;
