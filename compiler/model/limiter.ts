// The common interface of limits that requests consume, one request at a time or at a rate.

/** An interval of time that a simulation treats as a whole. Times are in seconds. */
export interface Step {
  readonly from: number;
  readonly seconds: number;
}

/** A limit of what can be consumed. Times are in seconds and never go back; an earlier time counts as the latest one. */
export interface Limiter {
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
 * An amount that lacks less than this is available: the difference of two times since 1970 in seconds is exact to a fraction of a
 * microsecond only. The balance then becomes negative by as much, so that errors do not add up.
 */
export const TOLERANCE = 1e-4;

/** Consumes an amount at once, or nothing. Returns whether the amount was available. */
export function take(limiter: Limiter, now: number, amount: number): boolean {
  if (limiter.availableAt(now) + TOLERANCE < amount) return false;
  limiter.spend(amount);
  return true;
}

/** Consumes as much of a demand as is available within a step. Returns the consumed amount. */
export function takeUpTo(limiter: Limiter, step: Step, demand: number): number {
  const admitted = Math.min(demand, limiter.availableIn(step));
  limiter.spend(admitted);
  return admitted;
}
