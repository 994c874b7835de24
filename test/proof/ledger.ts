// What was tried, what was answered, and what the table then holds: nothing acknowledged is lost, nothing is there twice.

import { paginateScan } from '@aws-sdk/client-dynamodb';
import { expect } from 'chai';
import type { LocalTable } from '../runtime/local-table';

/** How many times over things are tried: more in `npm run soak` than in `npm test`. */
export const ROUNDS = process.env.SOAK === undefined ? 1 : 10;

/** The counts of all proofs of a run. */
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

/** The books of one proof: each payment has a customer of its own, by which it is found in the table. */
export class Ledger {
  readonly #acknowledged = new Map<string, string>();

  /** Notes that a payment was acknowledged, under an id that must stay the same. */
  acknowledge(customer: string, id: string): void {
    expect(this.#acknowledged.get(customer) ?? id, `${customer} was acknowledged under another id`).to.equal(id);
    this.#acknowledged.set(customer, id);
  }

  /** Compares the books with all that the table holds. */
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

  /** Compares the books with what is stored, and adds them to the counts. */
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

after(() => {
  const counts = Object.entries(COUNTS).map(([what, count]) => `${count.toLocaleString('en-US')} ${what}`);
  console.log(`\n  payments proved: ${counts.join(', ')}`);
});
