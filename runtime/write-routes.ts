// The routes that create, refund or cancel a payment.

import { type Action, TRANSITIONS } from '../contract/states';
import { readBody } from './body';
import { readVersions, tagOf } from './conditions';
import { replayOf } from './dead-letter';
import { RequestError } from './errors';
import { type ApiEvent, callerOf, headerValuesOf } from './event';
import { type Fingerprinted, fingerprintOf, type IdempotencyMode, identifyPayment } from './identity';
import { createItem, type StoredPayment, versionOf } from './item';
import { isPaymentId, type PaymentRules, readPayment } from './payment';
import { respond } from './problem';
import { paymentIdOf } from './read-routes';
import type { Route } from './routes';
import type { PaymentStore } from './store';

/** The dependencies for new payments. */
export interface PaymentSource extends PaymentRules {
  readonly idempotencyMode: IdempotencyMode;
  readonly listingShards: number;
  readonly createId: () => string;
  readonly now: () => Date;
}

/** The header of the response to a request that was already processed. */
const REPLAYED = { 'Idempotent-Replayed': 'true' };

/** Creates the route that creates payments. */
export function createPaymentRoute(store: PaymentStore, source: PaymentSource): Route {
  return async (event, trail, deadline) => {
    trail.isWrite = true;
    const payment = readPayment(readBody(event), source);
    const identity = identifyPayment(event, payment, source.idempotencyMode, source.createId);
    const { paymentId, fingerprint, keyRecord } = identity;
    Object.assign(trail, { paymentId, fingerprint });
    // A replay of a payment without a client's id or key would create a second payment after the client's own retry.
    if (identity.isRepeatable) trail.replay = replayOf(payment, paymentId);

    // The key is stored first: if a later step fails, a retry still finds the key's request.
    const bound = keyRecord && (await store.add(keyRecord, deadline));
    if (bound && bound.fingerprint !== keyRecord?.fingerprint) throw keyReused();

    const item = createItem(payment, identity, { now: source.now(), shards: source.listingShards });
    const taken = await store.add(item, deadline);
    if (taken && fingerprintOfStored(taken) !== fingerprint) {
      if (payment.id === undefined) throw keyReused();
      throw new RequestError('conflict', 'Payment ID is taken by another payment');
    }
    const { currency, amount } = payment;
    trail.outcome = taken ? { is: 'replayed' } : { is: 'processed', currency, amount };
    return respond(200, { payment_id: paymentId, status: 'success' }, taken ? REPLAYED : {});
  };
}

/** Creates the route for an action on a payment. */
export function createActionRoute(store: PaymentStore, action: Action, { now }: Pick<PaymentSource, 'now'>): Route {
  const { from, to } = TRANSITIONS[action];
  return async (event, trail, deadline) => {
    trail.isWrite = true;
    const id = paymentIdOf(event);
    if (isPaymentId(id)) trail.paymentId = id;
    refuseMembers(event, action);
    const versions = readVersions(event);
    refuseIfNoneMatch(event);
    trail.replay = isPaymentId(id) ? { operation: action, paymentId: id } : undefined;
    const caller = callerOf(event);
    const entry = { from, to, at: now().toISOString(), request_id: trail.requestId, ...(caller && { caller }) };
    const { changed, item } = await store.change(id, { from, to, versions, entry }, deadline);

    if (item === undefined || typeof item.status !== 'string') throw new RequestError('not-found', 'Payment not found');
    // If the payment already has the new state, this request or an equal one has set it.
    if (!changed && item.status !== to) throw refusal(item, from, to);
    trail.outcome = changed ? { is: 'changed', action } : { is: 'replayed' };
    const headers = { ETag: tagOf(versionOf(item)), ...(changed ? {} : REPLAYED) };
    return respond(200, { payment_id: id, status: to }, headers);
  };
}

function keyReused(): RequestError {
  const detail = 'Idempotency-Key was used for another request';
  return new RequestError('idempotency-key-reused', detail, { faults: [{ header: 'Idempotency-Key', detail }] });
}

function refusal({ status }: StoredPayment, from: string, to: string): RequestError {
  return status === from
    ? new RequestError('version-mismatch', 'Payment version does not match If-Match')
    : new RequestError('conflict', `Payment is ${status}, and cannot be ${to}`);
}

/** The fingerprint of an item. It is computed for an item of the previous program, which does not have one. */
function fingerprintOfStored(item: StoredPayment): string {
  return typeof item.fingerprint === 'string' ? item.fingerprint : fingerprintOf(item as unknown as Fingerprinted);
}

// A client that sends an amount means a partial refund; treating it as a full refund would be a costly mistake.
function refuseMembers(event: ApiEvent, action: Action): void {
  if (event.body && Object.keys(readBody(event)).length > 0) {
    throw new RequestError('malformed-request', `A ${action} applies to the whole payment: its body must be empty`);
  }
}

// A condition on non-existence is not useful here, and a false condition must not be ignored (RFC 9110, section 13.1.2).
function refuseIfNoneMatch(event: ApiEvent): void {
  if (headerValuesOf(event, 'If-None-Match').length === 0) return;
  const detail = 'If-None-Match is not supported here; use If-Match';
  throw new RequestError('malformed-request', detail, { faults: [{ header: 'If-None-Match', detail }] });
}
