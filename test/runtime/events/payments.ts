// Payments, changes and records of a stream, for tests of events.

import { toAttributes } from '../../../runtime/attributes';
import type { StreamRecord } from '../../../runtime/events/stream-record';
import type { StoredPayment } from '../../../runtime/item';
import { createJsonNumber } from '../../../runtime/json';

/** The source of events in tests. */
export const SOURCE = '/payment/test';

/** A payment as the handler stores it. */
export function storedPayment(id = 'pay-1', changes: StoredPayment = {}): StoredPayment {
  return {
    id,
    amount: createJsonNumber('10.25'),
    currency: 'USD',
    payment_method: 'tok_visa',
    customer_id: 'jane.doe@example.com',
    status: 'processed',
    timestamp: 1_796_036_400,
    fingerprint: 'f'.repeat(64),
    version: 1,
    status_shard: 'processed#0',
    position: `2026-11-30T11:00:00.123Z#${id}`,
    ...changes,
  };
}

/** The payment after a change of its state. */
export function changed(item: StoredPayment, status: 'refunded' | 'cancelled', at: string): StoredPayment {
  const entry = { from: item.status, to: status, at, request_id: 'request-1', caller: 'arn:aws:iam::1:user/jane' };
  return {
    ...item,
    status,
    status_shard: `${status}#0`,
    version: Number(item.version ?? 1) + 1,
    history: [...((item.history as object[] | undefined) ?? []), entry],
  };
}

/** A record of the stream. */
export function recordOf(before: StoredPayment | undefined, after: StoredPayment | undefined, at = 1): StreamRecord {
  return {
    eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
    dynamodb: {
      ApproximateCreationDateTime: 1_796_036_401,
      SequenceNumber: String(at).padStart(21, '1'),
      ...(before && { OldImage: toAttributes(before) }),
      ...(after && { NewImage: toAttributes(after) }),
    },
  };
}
