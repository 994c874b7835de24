// Single requests to a limiter, as the local run makes them.

import { type Limiter, TOLERANCE } from '../../../compiler/model/limiter';

/** Consumes an amount at once, or nothing. Returns whether the amount was available. */
export function take(limiter: Limiter, now: number, amount = 1): boolean {
  if (limiter.availableAt(now) + TOLERANCE < amount) return false;
  limiter.spend(amount);
  return true;
}
