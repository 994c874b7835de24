// The common interface of limits that requests consume, one request at a time or at a rate.

/** An interval of time that a simulation treats as a whole. Times are in seconds. */
export interface Step {
  readonly from: number;
  readonly seconds: number;
}

/** A part whose answers depend on its state, which demands change. Times are in seconds. */
export interface Steady {
  /**
   * The time after the end of a step for which steps with the same demand certainly have the same result as that step. It can be longer; it is infinite if
   * only another demand changes the result.
   */
  steadySeconds(end: number): number;
}

/**
 * The time after the end of a step for which several parts all have the same results, up to `most`. Asks no further part once it is less than a second,
 * the length of the shortest step.
 */
export function steadySecondsOf(parts: Iterable<Steady>, end: number, most = Number.POSITIVE_INFINITY): number {
  let seconds = most;
  for (const part of parts) {
    if (seconds < 1) break;
    seconds = Math.min(seconds, part.steadySeconds(end));
  }
  return seconds;
}

/** A limit on the amount that can be consumed. Times are in seconds; a time before the latest one counts as the latest one. */
export interface Limiter extends Steady {
  /** The amount that can be consumed at once. */
  availableAt(now: number): number;
  /** The amount that can be consumed within a step, including what becomes available during it. */
  availableIn(step: Step): number;
  /** Consumes an amount that is available. */
  spend(amount: number): void;
  /** The seconds until an amount is available if nothing else is consumed; infinite if it never is. */
  secondsUntil(now: number, amount: number): number;
}

/**
 * An amount is available if the balance is short by less than this, because differences of times since 1970 have rounding errors.
 * Spending then makes the balance negative, so that the errors do not add up.
 */
export const TOLERANCE = 1e-4;
