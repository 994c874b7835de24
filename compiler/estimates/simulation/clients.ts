// Clients: the attempts of each step, in attempts a second, and the repeats of failed ones.

import { areAlike } from '../../model/rounding';
import type { Present } from './recording';
import type { Outcome } from './result';
import type { Scenario } from './scenario';

/**
 * Amounts of attempts by method and number of the attempt. The amount of attempt `a` (from 0) of method `m` is at
 * `m × attempts + a`.
 */
export type Cohorts = Float64Array;

/** The clients of a simulation. A repeat begins a whole number of seconds after the failure of the attempt. */
export class Clients {
  /** The number of amounts of a method: the greatest number of attempts. */
  readonly attempts: number;
  private readonly pauses: readonly number[];
  /** The repeats of the present step and of the seconds after it, from `position` on. They do not move during the seconds of a step, which are equal. */
  private readonly due: readonly Cohorts[];
  private position = 0;
  /** The repeats of the present step. */
  private readonly repeats: Cohorts;
  /** The second after the last one with the rate of the present step. */
  private steadyUntil = 0;
  /** The failed attempts of a second of the present step, by status. */
  private readonly failures = new Map<number, number>();
  private readonly failed = new Map<number, number>();
  private requested = 0;
  private attempted = 0;
  private succeeded = 0;

  /** @param shares the share of each method in the requests */
  constructor(
    private readonly scenario: Pick<Scenario, 'requests' | 'clients'>,
    private readonly shares: readonly number[],
    private readonly present: Present,
  ) {
    const { attempts, pauseSeconds } = scenario.clients;
    this.attempts = attempts;
    this.pauses = Array.from({ length: attempts - 1 }, (_, at) => Math.max(1, Math.round(pauseSeconds * 2 ** at)));
    const longest = Math.min(scenario.requests.length, this.pauses.at(-1) ?? 0);
    this.due = Array.from({ length: longest + 1 }, () => this.cohorts());
    this.repeats = this.cohorts();
  }

  /** The number of methods. */
  get methods(): number {
    return this.shares.length;
  }

  /** Amounts of 0. */
  cohorts(): Cohorts {
    return new Float64Array(this.shares.length * this.attempts);
  }

  /** Writes the attempts of a second of the present step. */
  begin(into: Cohorts): void {
    const { second, seconds } = this.present;
    this.failures.clear();
    this.position = (this.position + 1) % this.due.length;
    const repeats = this.dueAfter(0);
    this.repeats.set(repeats);
    into.set(repeats);
    repeats.fill(0);
    const requests = this.scenario.requests[second] ?? 0;
    this.requested += requests * seconds;
    for (let method = 0; method < this.shares.length; method++)
      into[method * this.attempts] = requests * (this.shares[method] ?? 0);
    for (let cohort = 0; cohort < into.length; cohort++) this.attempted += (into[cohort] ?? 0) * seconds;
  }

  /** The seconds from one on in which as many attempts as in the second before are due, if as many fail. */
  steadySeconds(second: number): number {
    if (!this.repeatsAreSteady()) return 0;
    const { requests } = this.scenario;
    const rate = requests[second - 1];
    this.steadyUntil = Math.max(this.steadyUntil, second);
    while (this.steadyUntil < requests.length && requests[this.steadyUntil] === rate) this.steadyUntil += 1;
    return this.steadyUntil - second;
  }

  /** Whether all repeats that are due equal those of the present step. */
  private repeatsAreSteady(): boolean {
    for (let pause = 1; pause < this.due.length; pause++) {
      const due = this.dueAfter(pause);
      for (let cohort = 1; cohort < due.length; cohort++) {
        const isComplete = pause <= (this.pauses[(cohort % this.attempts) - 1] ?? 0);
        if (isComplete && !areAlike(due[cohort] ?? 0, this.repeats[cohort] ?? 0)) return false;
      }
    }
    return true;
  }

  /** Ends attempts of a cohort without success. They are repeated, unless they are the last ones. */
  fail(cohort: number, amount: number, status: number): void {
    if (amount === 0) return;
    const { second, seconds } = this.present;
    this.failures.set(status, (this.failures.get(status) ?? 0) + amount);
    const pause = this.pauses[cohort % this.attempts];
    if (pause === undefined) {
      this.failed.set(status, (this.failed.get(status) ?? 0) + amount * seconds);
      return;
    }
    // A repeat after the end of the simulation stays pending.
    if (second + pause >= this.scenario.requests.length) return;
    const repeats = this.dueAfter(pause);
    repeats[cohort + 1] = (repeats[cohort + 1] ?? 0) + amount;
  }

  /** The attempts that failed in a second of the present step with a status between two (included). */
  failedBetween(least: number, most: number): number {
    let sum = 0;
    for (const [status, amount] of this.failures) if (status >= least && status <= most) sum += amount;
    return sum;
  }

  /** Continues with a share of the attempts of a method, and fails the others. */
  admit(cohorts: Cohorts, method: number, share: number, status: number): void {
    if (share === 1) return;
    for (let cohort = method * this.attempts; cohort < (method + 1) * this.attempts; cohort++) {
      const amount = cohorts[cohort] ?? 0;
      this.fail(cohort, amount * (1 - share), status);
      cohorts[cohort] = amount * share;
    }
  }

  /** The attempts of a method. */
  sumOf(cohorts: Cohorts, method: number): number {
    let sum = 0;
    for (let cohort = method * this.attempts; cohort < (method + 1) * this.attempts; cohort++)
      sum += cohorts[cohort] ?? 0;
    return sum;
  }

  /** Ends attempts with success. */
  succeed(amounts: Cohorts): void {
    const { seconds } = this.present;
    for (let cohort = 0; cohort < amounts.length; cohort++) this.succeeded += (amounts[cohort] ?? 0) * seconds;
  }

  /** The outcome so far. */
  get outcome(): Omit<Outcome, 'latency'> {
    const failed = Object.fromEntries(this.failed);
    const failures = Object.values(failed).reduce((sum, amount) => sum + amount, 0);
    return {
      requests: this.requested,
      attempts: this.attempted,
      succeeded: this.succeeded,
      failed,
      pending: Math.max(0, this.requested - this.succeeded - failures),
    };
  }

  /** The repeats that are due a number of seconds after the present one. */
  private dueAfter(seconds: number): Cohorts {
    return this.due[(this.position + seconds) % this.due.length] as Cohorts;
  }
}
