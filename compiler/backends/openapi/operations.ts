// The operations of the payment handler, by method and path: what each takes and answers.

import type { JsonObject, JsonValue } from '../../graph/value';
import { component, HEADERS, headersOf, PAYMENT, type RefusalStatus, receipt, refusal, STATUS_QUERY } from './answers';

/** What operations take from the spec. */
export interface OperationContext {
  readonly hasCors: boolean;
  /** Most payments of a page, unless the request asks for fewer. */
  readonly pageSize: number;
  readonly body: JsonObject;
}

/** How a handler that is not the payments' is described: by its route alone. */
export const UNKNOWN_OPERATION: JsonObject = { responses: { default: { description: 'What the function answers.' } } };

/** The refusals that each operation can end with. */
const ANY: readonly RefusalStatus[] = [400, 403, 429, 500, 503, 504];

const query = (name: string, description: string, schema: JsonObject): JsonObject => ({
  name,
  in: 'query',
  description,
  // It counts as none.
  allowEmptyValue: true,
  schema,
});
const TIME: JsonObject = {
  anyOf: [
    { type: 'string', format: 'date-time' },
    { type: 'integer', minimum: 0, maximum: 99_999_999_999 },
  ],
};

/** Parameters that several operations take. */
export const PARAMETERS: Readonly<Record<string, JsonObject>> = {
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
    description: 'Names the request: a repeat with the same key is answered alike and stored once.',
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
      'Names what the request is a part of, in 1 to 64 letters, digits and hyphens; it is logged and answered. ' +
      'Instead of any other the id of the request is.',
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

/** Where a stored payment goes on, by the id that was answered. */
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
    description: 'It is, or was before.',
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
      description: 'It is stored, or was before.',
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
      query('status', 'Those in a state.', STATUS_QUERY),
      query('from', 'Those stored then or later.', TIME),
      query('to', 'Those stored before.', TIME),
      query('limit', 'Most payments in the answer.', { type: 'integer', minimum: 1, maximum: 100, default: pageSize }),
      query('cursor', 'Where the page before this one ended, as its Link says.', { type: 'string' }),
    ],
    success: {
      description: 'Payments.',
      schema: { type: 'array', items: component('schemas', 'Payment'), maxItems: 100 },
      headers: ['Link'],
    },
    refusals: [],
  },
  'GET /payments/{id}': {
    operationId: 'readPayment',
    summary: 'Reads a payment as it is now',
    parameters: byId,
    success: { description: 'The payment.', schema: component('schemas', 'Payment'), headers: ['ETag'] },
    refusals: [404],
  },
  'POST /payments/{id}/refund': action('refund', 'refunded'),
  'POST /payments/{id}/cancel': action('cancel', 'cancelled'),
};

/** The operation of a route of the payment handler; undefined where it has none. */
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
    summary: isHead ? `${summary}: the headers alone` : summary,
    parameters: [...(parameters?.(context) ?? []), component('parameters', 'CorrelationId')],
    ...(body && { requestBody: body(context) }),
    responses: isHead ? withoutBodies(responses) : responses,
  };
}

function optionsOf({ hasCors }: OperationContext): JsonObject {
  const description = 'The methods of the resource, for clients and the preflights of browsers.';
  return { summary: 'Tells the methods', responses: { 204: { description, headers: headersOf(hasCors, 'Allow') } } };
}

/** Answers to HEAD have no body. */
function withoutBodies(responses: Readonly<Record<string, JsonObject>>): JsonObject {
  return Object.fromEntries(
    Object.entries(responses).map(([status, { content: _content, ...response }]) => [status, response]),
  );
}

/** The schemas and headers that operations refer to. */
export const COMPONENTS = { headers: HEADERS, parameters: PARAMETERS, schemas: { Payment: PAYMENT } } as const;
