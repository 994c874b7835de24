// The ledger, the daily reconciliation and replays, on a table in memory.

import { DeleteItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import type { PaymentEvent } from '../../../contract/events';
import type { ReplayRequest } from '../../../contract/replay';
import type { EventLogEntry, MetricCounts } from '../../../runtime/events/event-log';
import { createLedger, type Ledger, type LedgerEntry } from '../../../runtime/events/ledger';
import { eventsOfPayment } from '../../../runtime/events/payment-events';
import { createReplay } from '../../../runtime/events/replay';
import { createSender } from '../../../runtime/events/sender';
import { differences, Totals } from '../../../runtime/events/totals';
import { createReconciliation } from '../../../runtime/reconciliation';
import { createPaymentStore } from '../../../runtime/store';
import { handlerOn, type LocalHandler, PAYMENT } from '../local-handler';
import { type LocalTable, startLocalTable } from '../local-table';
import { createLedgerTable, LEDGER_TABLE } from './ledger-table';
import { SOURCE } from './payments';

describe('payments and the ledger of their events', () => {
  let table: LocalTable;
  let api: LocalHandler;
  let clock: Date;
  let createdAt: Date;
  let ledger: Ledger;
  let lines: (EventLogEntry & MetricCounts)[];
  beforeEach(async () => {
    table = await startLocalTable();
    await createLedgerTable(table.client);
    clock = new Date('2026-11-29T10:00:00.000Z');
    createdAt = new Date('2026-11-01T00:00:00.000Z');
    // The stand-in does not have the clock of the test.
    table.client.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        const { Table } = result.output as { Table?: { CreationDateTime?: Date } };
        if (Table !== undefined) Table.CreationDateTime = createdAt;
        return result;
      },
      { step: 'initialize' },
    );
    api = handlerOn(table, { now: () => clock });
    ledger = createLedger(table.client, LEDGER_TABLE, () => clock);
    lines = [];
  });
  afterEach(() => table.close());

  const pay = (id: string, changes: object = {}) => api.post({ ...PAYMENT, id, ...changes });
  const act = (id: string, action: string) =>
    api.send({ httpMethod: 'POST', resource: `/payments/{id}/${action}`, pathParameters: { id } });
  const store = () => createPaymentStore(table.client, table.settings);
  async function publish(...ids: string[]) {
    const items = await Promise.all(ids.map((id) => store().get(id)));
    await ledger.record(items.flatMap((item) => eventsOfPayment(item ?? {}, SOURCE)));
  }
  async function entriesOf(day: string): Promise<LedgerEntry[]> {
    const entries: LedgerEntry[] = [];
    for await (const page of ledger.read(day)) entries.push(...page);
    return entries;
  }
  async function reconcile(daysAgo?: readonly number[]) {
    const { paymentsTableName, listingIndexName, listingShards } = table.settings;
    await createReconciliation({
      client: table.client,
      settings: {
        PAYMENTS_TABLE_NAME: paymentsTableName,
        LISTING_INDEX_NAME: listingIndexName,
        LISTING_SHARDS: String(listingShards),
        LEDGER_TABLE_NAME: LEDGER_TABLE,
        EVENT_SOURCE: SOURCE,
      },
      log: (_level, entry, counts = {}) => void lines.push({ ...entry, ...counts }),
      now: () => clock,
    })(daysAgo && { daysAgo });
    return lines.splice(0);
  }

  it('are equal if each event is in the ledger, in any number of times', async () => {
    await pay('pay-1');
    await pay('pay-2', { currency: 'EUR', amount: '0.1' });
    await act('pay-1', 'refund');
    await publish('pay-1', 'pay-2', 'pay-1');
    await publish('pay-2');
    expect(await entriesOf('2026-11-29')).to.have.length(3);
    clock = new Date('2026-11-30T03:15:00.000Z');
    expect(await reconcile()).to.deep.equal([
      { message: 'payments reconciled', day: '2026-11-29', PaymentsReconciled: 2, ReconciliationDifferences: 0 },
    ]);
  });

  it('differ by the currency and the state of a missing event', async () => {
    await pay('pay-1');
    await pay('pay-2');
    await pay('pay-3', { currency: 'EUR' });
    await act('pay-2', 'cancel');
    await publish('pay-1', 'pay-3');
    clock = new Date('2026-11-30T03:15:00.000Z');
    const found = await reconcile();
    expect(found.slice(0, -1)).to.have.deep.members([
      {
        message: 'payments differ from events',
        day: '2026-11-29',
        currency: 'USD',
        status: 'cancelled',
        payments: '1 for 10.25',
        ledger: '0 for 0',
      },
      {
        message: 'payments differ from events',
        day: '2026-11-29',
        currency: 'USD',
        status: 'processed',
        payments: '2 for 20.5',
        ledger: '1 for 10.25',
      },
    ]);
    expect(found.at(-1)).to.include({ PaymentsReconciled: 3, ReconciliationDifferences: 2 });
  });

  it('differ if the ledger has an event without its payment', async () => {
    await pay('pay-1');
    await publish('pay-1');
    await table.client.send(new DeleteItemCommand({ TableName: 'payments', Key: { id: { S: 'pay-1' } } }));
    clock = new Date('2026-11-30T03:15:00.000Z');
    expect((await reconcile()).at(-1)).to.include({ PaymentsReconciled: 0, ReconciliationDifferences: 1 });
  });

  it('do not differ by changes of the last minutes, whose events can be on their way', async () => {
    await pay('pay-1');
    await publish('pay-1');
    clock = new Date('2026-11-30T03:10:00.000Z');
    await act('pay-1', 'refund');
    clock = new Date('2026-11-30T03:15:00.000Z');
    expect((await reconcile()).at(-1)).to.include({ ReconciliationDifferences: 0 });
    clock = new Date('2026-11-30T03:30:00.000Z');
    expect((await reconcile()).at(-1)).to.include({ ReconciliationDifferences: 1 });
  });

  it('do not differ by changes before the ledger was created, also if they are replayed', async () => {
    await pay('pay-1');
    await pay('pay-2');
    createdAt = new Date('2026-11-29T11:00:00.000Z');
    clock = createdAt;
    await act('pay-1', 'refund');
    await publish('pay-2');
    clock = new Date('2026-11-30T03:15:00.000Z');
    // The refund is after that time, and its event is missing.
    const found = await reconcile();
    expect(found).to.have.length(2);
    expect(found[0]).to.include({ status: 'refunded', payments: '1 for 10.25', ledger: '0 for 0' });
    await publish('pay-1');
    expect((await reconcile()).at(-1)).to.include({ PaymentsReconciled: 2, ReconciliationDifferences: 0 });
  });

  it('compare each given day alone', async () => {
    clock = new Date('2026-11-28T23:59:59.999Z');
    await pay('pay-1');
    clock = new Date('2026-11-29T00:00:00.000Z');
    await pay('pay-2');
    clock = new Date('2026-11-30T03:15:00.000Z');
    const found = (await reconcile([1, 2, 3])).filter(({ message }) => message === 'payments reconciled');
    expect(found.map(({ day, PaymentsReconciled }) => [day, PaymentsReconciled])).to.deep.equal([
      ['2026-11-29', 1],
      ['2026-11-28', 1],
      ['2026-11-27', 0],
    ]);
  });

  it('keep an entry for 100 days, without data of the customer', async () => {
    await pay('pay-1');
    await publish('pay-1');
    const { Items: [item = {}] = [] } = await table.client.send(new ScanCommand({ TableName: LEDGER_TABLE }));
    expect(Number(item.expires_at?.N)).to.equal(Date.parse('2027-03-09T10:00:00Z') / 1000);
    expect(Object.keys(item).sort()).to.deep.equal([
      'amount',
      'currency',
      'day_shard',
      'event_id',
      'expires_at',
      'payment_id',
      'status',
      'time',
      'version',
    ]);
  });

  describe('replayed', () => {
    let sent: PaymentEvent[];
    let budget: number;
    beforeEach(() => {
      sent = [];
      budget = Number.POSITIVE_INFINITY;
    });

    function replay(request: ReplayRequest) {
      const send = createSender({
        subscriptions: new Map([['shop', { events: ['payment.processed', 'payment.refunded'] as const }]]),
        async sendBatch(bodies) {
          sent.push(...bodies.map((body) => JSON.parse(body).event));
          return [];
        },
        ledger,
        log: () => undefined,
      });
      const { client, settings } = table;
      const countShards = async () => settings.listingShards;
      const hasTime = () => budget-- > 0;
      return createReplay({ client, table: settings, countShards, store: store(), source: SOURCE, send })(
        request,
        hasTime,
      );
    }
    const names = () => sent.map(({ subject, type }) => `${subject} ${type}`);

    it('by id, send all events of the payment in order and record them', async () => {
      await pay('pay-1');
      await act('pay-1', 'refund');
      expect(await replay({ paymentId: 'pay-1' })).to.deep.equal({ payments: 1, events: 2 });
      expect(names()).to.deep.equal(['pay-1 payment.processed', 'pay-1 payment.refunded']);
      expect(await entriesOf('2026-11-29')).to.have.length(2);
      expect(await replay({ paymentId: 'pay-2' })).to.deep.equal({ payments: 0, events: 0 });
    });

    it('by time, send the events of the payments that were stored in it', async () => {
      const times = ['09:59:59.999', '10:00:00.000', '11:30:00.000', '12:00:00.000'];
      for (const [at, time] of times.entries()) {
        clock = new Date(`2026-11-29T${time}Z`);
        await pay(`pay-${at}`);
      }
      const request = { from: '2026-11-29T10:00:00.000Z', to: '2026-11-29T12:00:00.000Z' };
      expect(await replay(request)).to.deep.equal({ payments: 2, events: 2 });
      expect(names().sort()).to.deep.equal(['pay-1 payment.processed', 'pay-2 payment.processed']);
    });

    it('continue with the rest if the function had no time for it', async () => {
      for (let at = 0; at < 5; at++) {
        clock = new Date(Date.parse('2026-11-29T10:00:00.000Z') + at * 600_000);
        await pay(`pay-${at}`);
      }
      let request: ReplayRequest | undefined = { from: '2026-11-29T10:00:00.000Z', to: '2026-11-29T11:00:00.000Z' };
      let calls = 0;
      while (request !== undefined && calls < 20) {
        budget = 2;
        calls += 1;
        request = (await replay(request)).next;
      }
      expect(calls).to.be.greaterThan(1).and.lessThan(20);
      expect([...new Set(sent.map(({ subject }) => subject))].sort()).to.deep.equal(
        Array.from({ length: 5 }, (_, at) => `pay-${at}`),
      );
    });
  });
});

describe('totals', () => {
  it('are exact for amounts of any size', () => {
    const totals = new Totals();
    for (const amount of ['0.1', '0.2', '99999999999999999999999999.999', '0.001']) {
      totals.add({ currency: 'USD', status: 'processed', amount });
    }
    const sum = '100000000000000000000000000.3';
    expect(totals.all).to.deep.equal([{ currency: 'USD', status: 'processed', count: 4, sum }]);
  });

  it('differ if only the count or only the sum differs', () => {
    const total = { currency: 'USD', status: 'processed', count: 2, sum: '3' };
    expect(differences([total], [total])).to.deep.equal([]);
    expect(differences([total], [{ ...total, count: 1 }])).to.have.length(1);
    expect(differences([total], [{ ...total, sum: '3.1' }])).to.have.length(1);
  });
});
