// The entry of the function that compares the payments of past days with the ledger of published events, on a schedule.

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoDBClient } from './clients';
import { createEventLog, type EventLog } from './events/event-log';
import { createLedger } from './events/ledger';
import { eventsOfPayment } from './events/payment-events';
import { readEventSettings } from './events/settings';
import { isWithin, type Period, readStoredPayments } from './events/stored-payments';
import { differences, Totals } from './events/totals';
import { createShardRecord } from './shard-record';

const HOUR_MILLISECONDS = 3_600_000;
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS;

/** Changes of this time, in milliseconds, can still be on their way to the ledger. */
const IN_FLIGHT_MILLISECONDS = 15 * 60_000;

/** The input of the schedule. */
export interface ReconciliationInput {
  /** The days before today, in UTC, whose payments are compared. Absent: yesterday. */
  readonly daysAgo?: readonly number[];
}

/** The dependencies of the reconciliation. */
export interface ReconciliationDependencies {
  readonly client: DynamoDBClient;
  readonly settings: Readonly<
    Record<
      'PAYMENTS_TABLE_NAME' | 'LISTING_INDEX_NAME' | 'LISTING_SHARDS' | 'LEDGER_TABLE_NAME' | 'EVENT_SOURCE',
      string
    >
  >;
  readonly log: EventLog;
  readonly now: () => Date;
}

/**
 * Creates the reconciliation. It counts each difference of a currency and a status; zero means that all events were published.
 *
 * Changes before the ledger was created do not count, because the events of an existing system begin with the ledger.
 */
export function createReconciliation({ client, settings, log, now }: ReconciliationDependencies) {
  const table = {
    paymentsTableName: settings.PAYMENTS_TABLE_NAME,
    listingIndexName: settings.LISTING_INDEX_NAME,
    listingShards: Number(settings.LISTING_SHARDS),
  };
  const ledger = createLedger(client, settings.LEDGER_TABLE_NAME, now);
  const countShards = createShardRecord(client, table).count;

  return async ({ daysAgo = [1] }: ReconciliationInput = {}): Promise<void> => {
    const from = await ledger.createdAt();
    for (const days of daysAgo) await compareDay(new Date(now().getTime() - days * DAY_MILLISECONDS), from);
  };

  async function compareDay(date: Date, from: string): Promise<void> {
    const period = { from, to: new Date(now().getTime() - IN_FLIGHT_MILLISECONDS).toISOString() };
    const day = date.toISOString().slice(0, 10);
    // The ledger is read first: an event that is published meanwhile is younger than the period and counts on neither side.
    const published = new Totals();
    for await (const page of ledger.read(day)) {
      for (const entry of page) if (isWithin(entry.time, period)) published.add(entry);
    }
    const stored = new Totals();
    let payments = 0;
    for (let hour = 0; hour < 24; hour++)
      payments += await addHour(Date.parse(day) + hour * HOUR_MILLISECONDS, period, stored);
    const found = differences(stored.all, published.all);
    for (const difference of found) log('error', { message: 'payments differ from events', day, ...difference });
    const counts = { PaymentsReconciled: payments, ReconciliationDifferences: found.length };
    log('info', { message: 'payments reconciled', day }, counts);
  }

  /** Adds the events that the payments of an hour should have; returns the number of these payments. */
  async function addHour(start: number, period: Period, totals: Totals): Promise<number> {
    const time = { from: new Date(start).toISOString(), to: new Date(start + HOUR_MILLISECONDS).toISOString() };
    // A payment whose state changes now can come twice. The ids of an hour fit into memory, those of a day may not.
    const seen = new Set<unknown>();
    for await (const page of readStoredPayments(client, table, await countShards(), time)) {
      for (const payment of page.filter(({ id }) => !seen.has(id))) {
        seen.add(payment.id);
        const events = eventsOfPayment(payment, settings.EVENT_SOURCE);
        for (const { time, data } of events) if (isWithin(time, period)) totals.add(data);
      }
    }
    return seen.size;
  }
}

const now = () => new Date();

/** Handles an invocation of the schedule. */
export const handler = async (input: ReconciliationInput): Promise<void> => {
  const settings = readEventSettings('runtime/reconciliation.ts', process.env);
  const log = createEventLog((line) => process.stdout.write(line), now, settings.METRICS_NAMESPACE);
  await createReconciliation({ client: createDynamoDBClient(), settings, log, now })(input);
};
