// The routes that read a payment or a list.

import { tagOf } from './conditions';
import { readCursor, writeCursor } from './cursor';
import type { CursorKey } from './cursor-key';
import { RequestError } from './errors';
import type { ApiEvent } from './event';
import { isPayment, renderPayment, versionOf } from './item';
import { type ListQuery, queryKey, readListQuery } from './list-query';
import type { ListPayments } from './listing';
import { isPaymentId } from './payment';
import { respond } from './problem';
import type { Route } from './routes';
import type { PaymentStore } from './store';

/** The dependencies of lists. */
export interface ListSource {
  readonly list: ListPayments;
  readonly cursorKey: CursorKey;
  readonly pageSize: number;
}

/** The id in a request's path. Throws RequestError 400 if it is missing, 404 if it cannot be the id of a payment. */
export function paymentIdOf({ pathParameters }: ApiEvent): string {
  const id = pathParameters?.id;
  if (!id) throw new RequestError('malformed-request', 'Payment ID is required');
  // The ids of internal items.
  if (id.startsWith('#')) throw new RequestError('not-found', 'Payment not found');
  return id;
}

/** Creates the route that reads a payment. */
export function readPaymentRoute(store: PaymentStore): Route {
  return async (event, trail, deadline) => {
    const id = paymentIdOf(event);
    if (isPaymentId(id)) trail.paymentId = id;
    const payment = await store.get(id, deadline);
    if (!payment || !isPayment(payment)) throw new RequestError('not-found', 'Payment not found');
    // Ignores conditional headers: API Gateway's cache would return one client's 304 to all others.
    return respond(200, renderPayment(payment), { ETag: tagOf(versionOf(payment)) });
  };
}

/** Creates the route that lists payments. */
export function listPaymentsRoute({ list, cursorKey, pageSize }: ListSource): Route {
  return async (event, _trail, deadline) => {
    const query = readListQuery(event, pageSize);
    const key = queryKey(query);
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor, key, await cursorKey(deadline));
    const { payments, end } = await list(query, after, deadline);
    const link = end === undefined ? undefined : linkTo(event, query, writeCursor(end, key, await cursorKey(deadline)));
    return respond(200, payments.map(renderPayment), link === undefined ? {} : { Link: link });
  };
}

/** A link to the next page (RFC 8288), as a path that is valid for any host name of the API. */
function linkTo(event: ApiEvent, { status, from, to, limit }: ListQuery, cursor: string): string {
  const path = event.requestContext?.path ?? event.path ?? '';
  const parameters = {
    status,
    from: from?.toISOString(),
    to: to?.toISOString(),
    limit: String(limit),
    cursor,
  };
  const search = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  return `<${path}?${search}>; rel="next"`;
}
