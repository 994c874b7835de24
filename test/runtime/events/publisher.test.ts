// The publisher: batches in order per payment, per-entry failures, and the first record to repeat.

import { expect } from 'chai';
import type { Delivery, PaymentEvent } from '../../../contract/events';
import { batchesInOrder } from '../../../runtime/events/batches';
import type { EventLogEntry, MetricCounts } from '../../../runtime/events/event-log';
import { createPublisher } from '../../../runtime/events/publisher';
import { createSender } from '../../../runtime/events/sender';
import type { StreamRecord } from '../../../runtime/events/stream-record';
import { changed, recordOf, SOURCE, storedPayment } from './payments';

const ALL = ['payment.processed', 'payment.refunded', 'payment.cancelled'] as const;

describe('the publisher', () => {
  let sent: Delivery[];
  let recorded: PaymentEvent[];
  let lines: (EventLogEntry & MetricCounts)[];
  let failing: (delivery: Delivery) => boolean;
  let ledgerFails: boolean;
  beforeEach(() => {
    [sent, recorded, lines] = [[], [], []];
    failing = () => false;
    ledgerFails = false;
  });

  function publisher(subscriptions = new Map([['merchant', { events: ALL as readonly (typeof ALL)[number][] }]])) {
    const log = (_level: string, entry: EventLogEntry, counts: MetricCounts = {}) =>
      void lines.push({ ...entry, ...counts });
    const send = createSender({
      subscriptions,
      log,
      async sendBatch(bodies) {
        const deliveries = bodies.map((body) => JSON.parse(body) as Delivery);
        sent.push(...deliveries.filter((delivery) => !failing(delivery)));
        return deliveries.flatMap((delivery, index) => (failing(delivery) ? [index] : []));
      },
      ledger: {
        async record(events) {
          if (ledgerFails) throw new Error('throttled');
          recorded.push(...events);
        },
      },
    });
    return createPublisher({ source: SOURCE, send, log });
  }

  const idOf = (at: number) => String(at).padStart(21, '1');
  const additions = (count: number): StreamRecord[] =>
    Array.from({ length: count }, (_, at) => recordOf(undefined, storedPayment(`pay-${at}`), at));
  const always = () => true;
  const subjects = () => sent.map(({ event }) => event.subject);

  it('sends a delivery to each webhook that subscribes to the event, and records the event once', async () => {
    const subscriptions = new Map([
      ['refunds', { events: ['payment.refunded' as const] }],
      ['all', { events: ALL }],
    ]);
    const refund = changed(storedPayment(), 'refunded', '2026-11-30T11:30:00.000Z');
    const records = [recordOf(undefined, storedPayment(), 1), recordOf(storedPayment(), refund, 2)];
    expect(await publisher(subscriptions)(records, always)).to.deep.equal({ batchItemFailures: [] });
    expect(sent.map(({ webhook, attempt, event }) => [webhook, attempt, event.type])).to.deep.equal([
      ['all', 1, 'payment.processed'],
      ['refunds', 1, 'payment.refunded'],
      ['all', 1, 'payment.refunded'],
    ]);
    expect(recorded.map(({ type }) => type)).to.deep.equal(['payment.processed', 'payment.refunded']);
    expect(lines.at(-1)).to.include({ message: 'events published', records: 2, EventsPublished: 2 });
  });

  it('repeats from the first record that the queue did not accept, and records only the events before it', async () => {
    failing = ({ event }) => event.subject === 'pay-12';
    const result = await publisher()(additions(25), always);
    expect(result).to.deep.equal({ batchItemFailures: [{ itemIdentifier: idOf(12) }] });
    expect(recorded.map(({ subject }) => subject)).to.deep.equal(Array.from({ length: 12 }, (_, at) => `pay-${at}`));
    expect(lines.at(-1)).to.include({ failedRecords: 13, EventsPublished: 12 });
  });

  it('never sends a later event of a payment if an earlier one was not sent', async () => {
    const refund = changed(storedPayment(), 'refunded', '2026-11-30T11:30:00.000Z');
    failing = ({ event }) => event.type === 'payment.processed';
    const records = [recordOf(undefined, storedPayment(), 1), recordOf(storedPayment(), refund, 2)];
    expect(await publisher()(records, always)).to.deep.equal({ batchItemFailures: [{ itemIdentifier: idOf(1) }] });
    expect(sent).to.deep.equal([]);
  });

  it('repeats the batch from its first event if the ledger fails', async () => {
    ledgerFails = true;
    const records = [recordOf(undefined, { id: '#cursor-key' }, 1), recordOf(undefined, storedPayment(), 2)];
    expect(await publisher()(records, always)).to.deep.equal({ batchItemFailures: [{ itemIdentifier: idOf(2) }] });
  });

  it('returns before its timeout with the first record that it did not send', async () => {
    let calls = 0;
    const result = await publisher()(additions(25), () => ++calls <= 2);
    expect(result).to.deep.equal({ batchItemFailures: [{ itemIdentifier: idOf(20) }] });
    expect(subjects()).to.have.length(20);
  });

  it('reports a payment that cannot have an event, and does not stop there', async () => {
    const broken = recordOf(undefined, storedPayment('pay-0', { currency: undefined }), 1);
    const result = await publisher()([broken, recordOf(undefined, storedPayment(), 2)], always);
    expect(result).to.deep.equal({ batchItemFailures: [] });
    expect(subjects()).to.deep.equal(['pay-1']);
    expect(lines[0]).to.include({ message: 'event not publishable', EventsUnpublishable: 1, sequenceNumber: idOf(1) });
  });

  it('publishes nothing for a batch without changes of states', async () => {
    const records = [recordOf(undefined, { id: '#cursor-key' }), recordOf(storedPayment(), undefined)];
    expect(await publisher()(records, always)).to.deep.equal({ batchItemFailures: [] });
    expect([sent, recorded]).to.deep.equal([[], []]);
  });
});

describe('batches in order', () => {
  const message = (paymentId: string, version: number, body = 'x') => ({
    paymentId,
    eventId: `${paymentId}.${version}`,
    body,
  });

  it('have at most 10 messages and 200,000 bytes', () => {
    const many = Array.from({ length: 25 }, (_, at) => message(`p${at}`, 1));
    expect(batchesInOrder(many).map(({ length }) => length)).to.deep.equal([10, 10, 5]);
    const large = Array.from({ length: 3 }, (_, at) => message(`p${at}`, 1, 'x'.repeat(90_000)));
    expect(batchesInOrder(large).map(({ length }) => length)).to.deep.equal([2, 1]);
    expect(batchesInOrder([])).to.deep.equal([]);
  });

  it('separate two events of a payment, and keep the deliveries of one event together', () => {
    const messages = [message('a', 1), message('a', 1), message('b', 1), message('a', 2), message('b', 2)];
    expect(batchesInOrder(messages)).to.deep.equal([messages.slice(0, 3), messages.slice(3)]);
  });
});
