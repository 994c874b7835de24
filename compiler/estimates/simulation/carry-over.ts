// Compares what a second leaves to the next one with what the second before has left.

import { areAlike } from '../../model/rounding';

/**
 * The amounts that a second leaves to the next one, always in the same order: retries of calls, with the time that they wait, and environments in
 * use. If they repeat, and neither the load nor a limit changes, the next second repeats the present one.
 */
export class CarryOver {
  private readonly amounts: number[] = [];
  private at = 0;
  private isAlike = false;
  private count = 0;

  /** Begins a second. */
  begin(): void {
    this.count = this.at;
    this.at = 0;
    this.isAlike = true;
  }

  /** Adds an amount that the present second leaves. */
  add(amount: number): void {
    if (this.isAlike && !areAlike(amount, this.amounts[this.at] ?? Number.NaN)) this.isAlike = false;
    this.amounts[this.at] = amount;
    this.at += 1;
  }

  /** Whether the present second leaves as much as the one before. */
  get isRepeated(): boolean {
    return this.isAlike && this.at === this.count;
  }
}
