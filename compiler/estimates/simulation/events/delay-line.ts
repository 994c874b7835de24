// Amounts that come back after a constant delay, as rates.

import { areAlike, SMALLEST_AMOUNT } from '../../../model/rounding';

/** An amount a second that comes back from one second on, and before another one. */
interface Flow {
  readonly from: number;
  until: number;
  readonly rate: number;
}

/** The number of past flows after which they are removed. */
const MOST_PAST = 1000;

/** Amounts that come back after a constant delay. Times are in seconds of the simulation; steps pass in their order. */
export class DelayLine {
  private readonly flows: Flow[] = [];
  private past = 0;

  /** @param delaySeconds the delay in whole seconds, at least 1 */
  constructor(readonly delaySeconds: number) {}

  /** Adds an amount a second of a step. */
  add({ second, seconds }: { readonly second: number; readonly seconds: number }, rate: number): void {
    if (rate < SMALLEST_AMOUNT) return;
    const from = second + this.delaySeconds;
    const last = this.flows.at(-1);
    if (last !== undefined && last.until === from && areAlike(last.rate, rate)) last.until = from + seconds;
    else this.flows.push({ from, until: from + seconds, rate });
  }

  /** The amount that comes back in a second. */
  dueIn(second: number): number {
    const flow = this.firstAfter(second);
    return flow !== undefined && flow.from <= second ? flow.rate : 0;
  }

  /** The second in which the first amount at or after a second comes back; undefined without one. */
  nextDue(second: number): number | undefined {
    const flow = this.firstAfter(second);
    return flow && Math.max(second, flow.from);
  }

  /** The seconds from one on in which as much comes back as in the second before, if the latest step repeats. */
  steadySeconds(second: number): number {
    const flow = this.firstAfter(second);
    if (this.flows[this.past - 1]?.until === second) return 0;
    if (flow === undefined) return Number.POSITIVE_INFINITY;
    if (flow.from >= second) return flow.from - second;
    // The latest step added to the flow, which then goes on.
    return flow.until === second + this.delaySeconds ? Number.POSITIVE_INFINITY : flow.until - second;
  }

  private firstAfter(second: number): Flow | undefined {
    while ((this.flows[this.past]?.until ?? Number.POSITIVE_INFINITY) <= second) this.past += 1;
    if (this.past > MOST_PAST) this.past -= this.flows.splice(0, this.past - 1).length;
    return this.flows[this.past];
  }
}
