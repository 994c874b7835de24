// Compares requests and responses with the table: no acknowledged payment is lost or duplicated.

import { paginateScan } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import { sizeOf } from '../exhaustive';
import type { LocalTable } from '../runtime/local-table';

/** The number of repetitions. */
export const ROUNDS = sizeOf({ sample: 1, exhaustive: 10 });

/** The counts of the proofs of a process. */
export const COUNTS = {
  requests: 0,
  duplicates: 0,
  faults: 0,
  kills: 0,
  acknowledged: 0,
  stored: 0,
  lost: 0,
  doubled: 0,
};

/** The ledger of one proof. Each payment has a unique customer, which identifies it in the table. */
export class Ledger {
  readonly #acknowledged = new Map<string, string>();

  /** Records that a payment was acknowledged, with an id that must not change. */
  acknowledge(customer: string, id: string): void {
    expect(this.#acknowledged.get(customer) ?? id, `${customer} was acknowledged under another id`).to.equal(id);
    this.#acknowledged.set(customer, id);
  }

  /** Compares the ledger with all items of the table. */
  async close(table: LocalTable): Promise<void> {
    const stored: StoredPayment[] = [];
    for await (const { Items = [] } of paginateScan({ client: table.client }, { TableName: 'payments' })) {
      for (const { id, customer_id: customer, status, history } of Items) {
        expect(history?.L?.length ?? 0, `${customer?.S} was changed more than once`).to.be.at.most(1);
        if (status !== undefined) stored.push({ id: id?.S ?? '', customer: customer?.S ?? '' });
      }
    }
    this.compare(stored.filter(({ customer }) => this.#acknowledged.has(customer)));
  }

  /** Compares the ledger with the stored payments, and adds its counts to the totals. */
  compare(stored: readonly StoredPayment[]): void {
    const ids = new Map<string, string[]>();
    for (const { id, customer } of stored) ids.set(customer, [...(ids.get(customer) ?? []), id]);
    const lost = [...this.#acknowledged].filter(([customer, id]) => !ids.get(customer)?.includes(id));
    const doubled = [...ids].filter(([, found]) => found.length > 1);
    COUNTS.acknowledged += this.#acknowledged.size;
    COUNTS.stored += stored.length;
    COUNTS.lost += lost.length;
    COUNTS.doubled += doubled.length;
    expect({ lost, doubled }).to.deep.equal({ lost: [], doubled: [] });
  }
}

interface StoredPayment {
  readonly id: string;
  readonly customer: string;
}

/** Prints the counts after the tests of a file, and begins again for the next file. */
export function printCounts(): void {
  after(() => {
    const counts = Object.entries(COUNTS).filter(([, count]) => count > 0);
    if (counts.length === 0) return;
    console.log(
      `  payments proved: ${counts.map(([what, count]) => `${count.toLocaleString('en-US')} ${what}`).join(', ')}`,
    );
    Object.assign(COUNTS, Object.fromEntries(Object.keys(COUNTS).map((what) => [what, 0])));
  });
}
