// Events of payments: one for each new state, by the schema, without data of the customer.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { expect } from 'chai';
import { eventId, eventOfChange, eventsOfPayment, UnpublishableError } from '../../../runtime/events/payment-events';
import type { StoredPayment } from '../../../runtime/item';
import { createJsonNumber } from '../../../runtime/json';
import { fc } from '../../random';
import { ROOT } from '../../spec';
import { changed, SOURCE, storedPayment } from './payments';

const schema = JSON.parse(readFileSync(join(ROOT, 'spec/schemas/payment-event.schema.json'), 'utf8'));
const isEvent = new Ajv({ validateFormats: false }).compile(schema);

const CONTEXT = { source: SOURCE, changedAt: '2026-11-30T12:00:00.000Z' };
const eventOf = (before?: StoredPayment, after?: StoredPayment) => eventOfChange(before, after, CONTEXT);

describe('the event of a change', () => {
  it('describes a new payment', () => {
    expect(eventOf(undefined, storedPayment())).to.deep.equal({
      specversion: '1.0',
      id: eventId('pay-1', 1),
      source: SOURCE,
      type: 'payment.processed',
      subject: 'pay-1',
      time: '2026-11-30T11:00:00.123Z',
      datacontenttype: 'application/json',
      timestamp: '2026-11-30T11:00:00.123Z',
      data: {
        payment_id: 'pay-1',
        version: 1,
        status: 'processed',
        amount: '10.25',
        currency: 'USD',
        created_at: '2026-11-30T11:00:00.123Z',
      },
    });
  });

  for (const status of ['refunded', 'cancelled'] as const) {
    it(`describes a ${status} payment with its next version and the time of the change`, () => {
      const after = changed(storedPayment(), status, '2026-11-30T11:30:00.000Z');
      const event = eventOf(storedPayment(), after);
      expect(event).to.include({
        type: `payment.${status}`,
        id: eventId('pay-1', 2),
        time: '2026-11-30T11:30:00.000Z',
      });
      expect(event?.data).to.include({ status, version: 2, amount: '10.25', created_at: '2026-11-30T11:00:00.123Z' });
    });
  }

  it('satisfies the schema, which rejects other members', () => {
    const event = eventOf(undefined, storedPayment());
    expect(isEvent(event), JSON.stringify(isEvent.errors)).to.equal(true);
    expect(isEvent({ ...event, data: { ...event?.data, customer_id: 'c-1' } })).to.equal(false);
    expect(isEvent({ ...event, id: 'a.b' })).to.equal(false);
  });

  it('contains no data of the customer, of the card or of the caller', () => {
    const text = JSON.stringify(eventOf(storedPayment(), changed(storedPayment(), 'refunded', CONTEXT.changedAt)));
    for (const secret of ['jane', 'tok_visa', 'request-1', 'ffff']) expect(text).not.to.include(secret);
  });

  it('keeps every digit of an amount', () => {
    const amount = '12345678901234567890.12345678901234567';
    const event = eventOf(undefined, storedPayment('pay-1', { amount: createJsonNumber(amount) }));
    expect(event?.data.amount).to.equal(amount);
  });

  const ignored: Readonly<Record<string, readonly [StoredPayment | undefined, StoredPayment | undefined]>> = {
    'the cursor key': [undefined, { id: '#cursor-key', secret: 'abc' }],
    'the record of shards': [
      { id: '#listing-shards', shards: 2 },
      { id: '#listing-shards', shards: 3 },
    ],
    'the record of an Idempotency-Key': [undefined, { id: 'key#1', fingerprint: 'f' }],
    'a backfill of attributes': [storedPayment('pay-1', { position: undefined }), storedPayment()],
    'a removal by a time to live': [storedPayment(), undefined],
    'a restored payment in a later state': [undefined, changed(storedPayment(), 'refunded', CONTEXT.changedAt)],
  };
  for (const [what, [before, after]] of Object.entries(ignored)) {
    it(`does not exist for ${what}`, () => expect(eventOf(before, after)).to.equal(undefined));
  }

  it('exists for a payment of the previous program, which has no version and no position', () => {
    const item = {
      id: 'order.1',
      amount: createJsonNumber('5'),
      currency: 'EUR',
      status: 'processed',
      timestamp: 1_796_036_400,
    };
    expect(eventOf(undefined, item)).to.include({ id: eventId('order.1', 1), time: '2026-11-30T11:00:00.000Z' });
    expect(eventOf(item, changed(item, 'refunded', CONTEXT.changedAt))?.data.version).to.equal(2);
  });

  it('cannot exist for a state without a new version, an id with a card number, or a payment without an amount', () => {
    const unversioned = { ...changed(storedPayment(), 'refunded', CONTEXT.changedAt), version: 1 };
    expect(() => eventOf(storedPayment(), unversioned)).to.throw(UnpublishableError);
    expect(() => eventOf(undefined, storedPayment('4111111111111111'))).to.throw(UnpublishableError);
    expect(() => eventOf(undefined, storedPayment('pay-1', { amount: undefined }))).to.throw(UnpublishableError);
  });
});

describe('the events of a payment', () => {
  it('are those of its changes, for any sequence of changes', () => {
    const changes = fc.array(fc.constantFrom('refunded' as const, 'cancelled' as const), { maxLength: 4 });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), changes, (id, statuses) => {
        const items: StoredPayment[] = [storedPayment(`p${id.replace(/\d/g, '')}`)];
        for (const [index, status] of statuses.entries()) {
          const last = items.at(-1) as StoredPayment;
          if (last.status !== status) items.push(changed(last, status, `2026-12-0${index + 1}T00:00:00.000Z`));
        }
        const published = items.map((item, index) => eventOf(items[index - 1], item));
        expect(eventsOfPayment(items.at(-1) as StoredPayment, SOURCE)).to.deep.equal(published);
        expect(new Set(published.map((event) => event?.id)).size).to.equal(items.length);
      }),
      { numRuns: 50 },
    );
  });

  it('are none for an internal item and for an item that cannot have events', () => {
    expect(eventsOfPayment({ id: '#cursor-key', secret: 'abc' }, SOURCE)).to.deep.equal([]);
    expect(eventsOfPayment(storedPayment('pay-1', { amount: undefined }), SOURCE)).to.deep.equal([]);
  });
});
