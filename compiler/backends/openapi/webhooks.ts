// The webhooks of a system that sends events: one operation for each type of event, which receivers implement.

import { PAYMENT_EVENT_SCHEMA } from '../../../contract/event-schema.generated';
import { EVENT_TYPES } from '../../../contract/events';
import { type ResourceGraph, resourcesOf } from '../../graph/graph';
import type { JsonObject } from '../../graph/value';
import { component } from './answers';

/** Whether a function of the graph publishes events. */
export function hasEvents(graph: ResourceGraph): boolean {
  return resourcesOf(graph, 'aws:lambda/function:Function').some(
    ({ inputs }) => (inputs.code as { readonly entry?: string }).entry === 'runtime/publisher.ts',
  );
}

/** The schemas that the operations refer to. */
export const EVENT_COMPONENTS: JsonObject = { PaymentEvent: PAYMENT_EVENT_SCHEMA };

const header = (name: string, description: string, schema: JsonObject): JsonObject => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string', ...schema },
});

/** The headers of Standard Webhooks 1.0.0. */
const HEADERS: readonly JsonObject[] = [
  header('webhook-id', 'The id of the event. Receivers process an id once.', { pattern: '^evt_[0-9a-f]{32}$' }),
  header('webhook-timestamp', 'When this attempt was sent, in seconds since 1970.', { pattern: '^[0-9]+$' }),
  header(
    'webhook-signature',
    'One or more signatures, separated by spaces: v1, a comma, and the base64 of the HMAC-SHA256 of the id, the timestamp and the body, ' +
      'joined by dots. One of them is by the secret of the receiver.',
    { pattern: '^v1,[A-Za-z0-9+/=]+( v1,[A-Za-z0-9+/=]+)*$' },
  ),
];

const RESPONSES: JsonObject = {
  '2XX': { description: 'The event is received. Any other response, or none in time, is tried again later.' },
  '410': { description: 'The receiver wants no more events. The webhook is disabled.' },
};

/** The operation of each type of event, by the type. */
export const WEBHOOKS: JsonObject = Object.fromEntries(
  Object.entries(EVENT_TYPES).map(([status, type]) => [
    type,
    {
      post: {
        operationId: `on${status.charAt(0).toUpperCase()}${status.slice(1)}`,
        summary: `A payment was ${status}`,
        parameters: HEADERS,
        requestBody: {
          required: true,
          content: {
            'application/cloudevents+json': {
              schema: { allOf: [component('schemas', 'PaymentEvent'), { properties: { type: { const: type } } }] },
            },
          },
        },
        responses: RESPONSES,
        // A signature authenticates the sender, so that no scheme of the API applies.
        security: [],
      },
    },
  ]),
);
