// What each method of each resource does.

import { RequestError } from './errors';
import { type ApiEvent, type ApiResponse, readBody, respond } from './event';
import { isPaymentId, isSamePayment, type PaymentSource, readPayment } from './payment';
import type { PaymentStore } from './store';

/** What is known of a request while it is handled, for the log and for the report of a failure. */
export interface Trail {
  paymentId?: string;
}

/** Answers a request; throws RequestError if the client is at fault. */
export type Route = (event: ApiEvent, trail: Trail) => Promise<ApiResponse>;

/** Makes the routes, keyed by method and resource: `GET /payments/{id}`. */
export function createRoutes(store: PaymentStore, source: PaymentSource): ReadonlyMap<string, Route> {
  const createPayment: Route = async (event, trail) => {
    const payment = readPayment(readBody(event), source);
    trail.paymentId = payment.id;
    const taken = await store.add(payment);
    if (taken && !isSamePayment(payment, taken)) throw new RequestError(409, 'Payment ID is taken by another payment');
    return respond(200, { payment_id: payment.id, status: 'success' });
  };

  const getPayment: Route = async (event, trail) => {
    const id = event.pathParameters?.id;
    if (!id) throw new RequestError(400, 'Payment ID is required');
    if (isPaymentId(id)) trail.paymentId = id;
    const payment = await store.get(id);
    if (!payment) throw new RequestError(404, 'Payment not found');
    return respond(200, payment);
  };

  const listPayments: Route = async (event) =>
    respond(200, await store.list(event.queryStringParameters?.status || undefined));

  return new Map([
    ['POST /payments', createPayment],
    ['GET /payments', listPayments],
    ['GET /payments/{id}', getPayment],
  ]);
}
