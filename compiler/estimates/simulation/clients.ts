// Clients: the attempts of each second, and the repeats of failed ones.

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
  private readonly due: readonly Cohorts[];
  /** The failed attempts of the present second, by status. */
  private readonly failures = new Map<number, number>();
  private readonly failed = new Map<number, number>();
  private second = 0;
  private requested = 0;
  private attempted = 0;
  private succeeded = 0;

  /** @param shares the share of each method in the requests */
  constructor(
    private readonly scenario: Pick<Scenario, 'requests' | 'clients'>,
    private readonly shares: readonly number[],
  ) {
    const { attempts, pauseSeconds } = scenario.clients;
    this.attempts = attempts;
    this.pauses = Array.from({ length: attempts - 1 }, (_, at) => Math.max(1, Math.round(pauseSeconds * 2 ** at)));
    const longest = Math.min(scenario.requests.length, this.pauses.at(-1) ?? 0);
    this.due = Array.from({ length: longest + 1 }, () => this.cohorts());
  }

  /** The number of methods. */
  get methods(): number {
    return this.shares.length;
  }

  /** Amounts of 0. */
  cohorts(): Cohorts {
    return new Float64Array(this.shares.length * this.attempts);
  }

  /** Writes the attempts of a second. Seconds must follow each other. */
  begin(second: number, into: Cohorts): void {
    this.second = second;
    this.failures.clear();
    const repeats = this.slot(second);
    into.set(repeats);
    repeats.fill(0);
    const requests = this.scenario.requests[second] ?? 0;
    this.requested += requests;
    for (let method = 0; method < this.shares.length; method++)
      into[method * this.attempts] = requests * (this.shares[method] ?? 0);
    for (let cohort = 0; cohort < into.length; cohort++) this.attempted += into[cohort] ?? 0;
  }

  /** Ends attempts of a cohort without success. They are repeated, unless they are the last ones. */
  fail(cohort: number, amount: number, status: number): void {
    if (amount === 0) return;
    this.failures.set(status, (this.failures.get(status) ?? 0) + amount);
    const pause = this.pauses[cohort % this.attempts];
    if (pause === undefined) {
      this.failed.set(status, (this.failed.get(status) ?? 0) + amount);
      return;
    }
    // A repeat after the end of the simulation stays pending.
    if (this.second + pause >= this.scenario.requests.length) return;
    const repeats = this.slot(this.second + pause);
    repeats[cohort + 1] = (repeats[cohort + 1] ?? 0) + amount;
  }

  /** The attempts that failed in the present second with a status between two (included). */
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
    for (let cohort = 0; cohort < amounts.length; cohort++) this.succeeded += amounts[cohort] ?? 0;
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

  private slot(second: number): Cohorts {
    return this.due[second % this.due.length] as Cohorts;
  }
}
