// Records the columns and the refusals of a simulation.

import type { Limit } from '../traffic/bottleneck';
import type { Column, Refusal } from './result';

/** Amounts below this are rounding errors of sums of rates. */
const SMALLEST_AMOUNT = 1e-6;

/** A limit or a failing part. */
export type RefusingLimit = Pick<Limit, 'what' | 'field'>;

/** The records of a simulation. The engine sets the second before each step. */
export class Recording {
  second = 0;
  readonly columns: Column[] = [];
  private readonly found = new Map<string, Refusal & { count: number }>();

  /** @param requests the requests of each second */
  constructor(private readonly requests: readonly number[]) {}

  /** A new column; the caller writes its values. */
  column(part: string, what: string, unit: Column['unit']): Float64Array {
    const values = new Float64Array(this.requests.length);
    this.columns.push({ part, what, unit, values });
    return values;
  }

  /** Counts refused attempts. */
  refuse({ what, field }: RefusingLimit, { reason, status }: Pick<Refusal, 'reason' | 'status'>, count: number): void {
    if (count < SMALLEST_AMOUNT) return;
    const key = `${what}\n${reason}`;
    const known = this.found.get(key);
    if (known !== undefined) known.count += count;
    else {
      const rateAtFirst = this.requests[this.second] ?? 0;
      this.found.set(key, { limit: what, reason, field, status, first: this.second, rateAtFirst, count });
    }
  }

  /** The refusals, in the order of their first seconds. */
  get refusals(): readonly Refusal[] {
    return [...this.found.values()];
  }
}

/** The columns of a part that admits some attempts and refuses others. */
export class Counts {
  private readonly attempts: Float64Array;
  private readonly admitted: Float64Array;
  private readonly refused: Float64Array;

  constructor(
    private readonly recording: Recording,
    part: string,
  ) {
    this.attempts = recording.column(part, 'attempts', 'requests');
    this.admitted = recording.column(part, 'admitted', 'requests');
    this.refused = recording.column(part, 'refused', 'requests');
  }

  /** Adds attempts of the present second. */
  add(attempts: number, admitted: number): void {
    const { second } = this.recording;
    add(this.attempts, second, attempts);
    add(this.admitted, second, admitted);
    add(this.refused, second, attempts - admitted);
  }
}

/** Adds an amount to the value of a second. */
export function add(values: Float64Array, second: number, amount: number): void {
  values[second] = (values[second] ?? 0) + amount;
}
