// Counts and exact sums of amounts by currency and status.

/** The count and the sum of one currency and status. */
export interface Total {
  readonly currency: string;
  readonly status: string;
  readonly count: number;
  /** An exact decimal. */
  readonly sum: string;
}

/** The maximum number of decimals of an amount; DynamoDB keeps at most 38 digits. */
const SCALE = 38;

/** Adds amounts up. */
export class Totals {
  private readonly cells = new Map<string, { currency: string; status: string; count: number; sum: bigint }>();

  add({ currency, status, amount }: { readonly currency: string; readonly status: string; readonly amount: string }) {
    const key = `${currency} ${status}`;
    const cell = this.cells.get(key) ?? { currency, status, count: 0, sum: 0n };
    this.cells.set(key, cell);
    cell.count += 1;
    cell.sum += scaled(amount);
  }

  /** The totals, by currency and status. */
  get all(): readonly Total[] {
    return [...this.cells]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { sum, ...cell }]) => ({ ...cell, sum: unscaled(sum) }));
  }
}

/** The totals of one side that the other does not have equally. */
export interface Difference {
  readonly currency: string;
  readonly status: string;
  /** The count and the sum of each side, such as `2 for 20.5`. */
  readonly payments: string;
  readonly ledger: string;
}

/** Compares the payments with the ledger. */
export function differences(payments: readonly Total[], ledger: readonly Total[]): readonly Difference[] {
  const keyOf = ({ currency, status }: Total) => `${currency} ${status}`;
  const textOf = (total: Total | undefined) => (total === undefined ? '0 for 0' : `${total.count} for ${total.sum}`);
  const others = new Map(ledger.map((total) => [keyOf(total), total]));
  const own = new Map(payments.map((total) => [keyOf(total), total]));
  return [...new Map([...others, ...own])]
    .map(([key, { currency, status }]) => ({
      currency,
      status,
      payments: textOf(own.get(key)),
      ledger: textOf(others.get(key)),
    }))
    .filter((each) => each.payments !== each.ledger);
}

function scaled(amount: string): bigint {
  const [whole = '', decimals = ''] = amount.split('.');
  return BigInt(whole + decimals.padEnd(SCALE, '0'));
}

function unscaled(sum: bigint): string {
  const digits = String(sum).padStart(SCALE + 1, '0');
  const decimals = digits.slice(-SCALE).replace(/0+$/, '');
  return digits.slice(0, -SCALE) + (decimals === '' ? '' : `.${decimals}`);
}
