// Events that wait in their order, as amounts.

import { SMALLEST_AMOUNT } from '../../../model/rounding';

/** The events that arrive in each second, and those that are taken, oldest first. */
export class Backlog {
  /** The amounts of arrivals that are not taken, by second. */
  private readonly arrivals: Float64Array;
  private oldest = 0;
  private waiting = 0;

  constructor(seconds: number) {
    this.arrivals = new Float64Array(seconds);
  }

  /** The events that wait. */
  get depth(): number {
    return this.waiting;
  }

  /** Whether no event waits. */
  get isEmpty(): boolean {
    return this.waiting <= SMALLEST_AMOUNT;
  }

  /** Adds events of a second. */
  add(second: number, amount: number): void {
    this.arrivals[second] = (this.arrivals[second] ?? 0) + amount;
    this.waiting += amount;
  }

  /** Takes the oldest events. */
  take(amount: number): void {
    let rest = Math.min(amount, this.waiting);
    this.waiting -= rest;
    // A rest that is a rounding error must not use up later arrivals.
    while (rest > SMALLEST_AMOUNT && this.oldest < this.arrivals.length) {
      const taken = Math.min(rest, this.arrivals[this.oldest] ?? 0);
      this.arrivals[this.oldest] = (this.arrivals[this.oldest] ?? 0) - taken;
      rest -= taken;
      if ((this.arrivals[this.oldest] ?? 0) > SMALLEST_AMOUNT) return;
      this.oldest++;
    }
  }

  /** Removes the events that arrived in a second or before it. */
  expire(second: number): void {
    for (; this.oldest <= second; this.oldest++) {
      this.waiting -= this.arrivals[this.oldest] ?? 0;
      this.arrivals[this.oldest] = 0;
    }
  }

  /** The age of the oldest event at the end of a second, in seconds; 0 if none waits. */
  age(second: number): number {
    if (this.isEmpty) return 0;
    while (this.oldest < second && (this.arrivals[this.oldest] ?? 0) <= SMALLEST_AMOUNT) this.oldest++;
    return second + 1 - this.oldest;
  }
}
