// Token bucket: a balance that refills at a constant rate up to a maximum (Amazon API Gateway Developer Guide,
// "Throttle requests to your REST APIs for better throughput").

import type { Limiter, Step } from './limiter';
import { isLess } from './rounding';

/** The settings of a token bucket. */
export interface Throttle {
  /** Tokens that are added each second. */
  readonly rate: number;
  /** The size of the bucket. */
  readonly burst: number;
}

/** The greatest amount that a full bucket admits within a number of seconds. */
export function mostAdmitted({ rate, burst }: Throttle, seconds: number): number {
  return burst + rate * seconds;
}

/** The seconds for which a full bucket admits a constant demand (in tokens a second); infinite for a demand up to its rate. */
export function secondsSustained({ rate, burst }: Throttle, demand: number): number {
  return demand <= rate ? Number.POSITIVE_INFINITY : burst / (demand - rate);
}

/**
 * A token bucket, full at first. A single request takes a whole token. Tokens that arrive while the bucket is full are lost; within
 * a step they can be taken first, so a step admits slightly more than single requests.
 */
export class TokenBucket implements Limiter {
  private throttle: Throttle;
  private tokens: number;
  private at: number;
  /** The length of the latest step, and the tokens that it has taken. */
  private stepSeconds = 0;
  private stepSpent = 0;

  /** @param tokens the initial number of tokens (default: a full bucket) */
  constructor(throttle: Throttle, now: number, tokens = throttle.burst) {
    this.throttle = throttle;
    this.tokens = Math.min(tokens, throttle.burst);
    this.at = now;
  }

  availableAt(now: number): number {
    const { rate, burst } = this.throttle;
    const at = Math.max(now, this.at);
    this.tokens = Math.min(burst, this.tokens + rate * (at - this.at));
    this.at = at;
    return Math.max(0, this.tokens);
  }

  availableIn({ from, seconds }: Step): number {
    const end = from + seconds;
    if (end > this.at) {
      this.availableAt(from);
      this.stepSeconds = seconds;
      this.stepSpent = 0;
      // Tokens can be taken as they arrive during the step. Those above the size are dropped only after the step, so that all
      // demands of the step use the same bucket.
      this.tokens += this.throttle.rate * (end - this.at);
      this.at = end;
    }
    return Math.max(0, this.tokens);
  }

  spend(amount: number): void {
    this.tokens -= amount;
    this.stepSpent += amount;
  }

  steadySeconds(end: number): number {
    const { rate } = this.throttle;
    const spent = this.stepSpent / this.stepSeconds;
    if (this.at < end || !isLess(rate, spent)) return Number.POSITIVE_INFINITY;
    return Math.max(0, this.tokens) / (spent - rate);
  }

  secondsUntil(now: number, amount: number): number {
    const { rate, burst } = this.throttle;
    const missing = amount - this.availableAt(now);
    if (missing <= 0) return 0;
    return amount > burst || rate === 0 ? Number.POSITIVE_INFINITY : missing / rate;
  }

  /** Takes the tokens of a demand, as far as they are available within a step. Returns their number. */
  takeUpTo(step: Step, demand: number): number {
    const admitted = Math.min(demand, this.availableIn(step));
    this.spend(admitted);
    return admitted;
  }

  /** Changes the settings; tokens above the new size are lost. */
  resize(now: number, throttle: Throttle): void {
    this.availableAt(now);
    this.throttle = throttle;
  }
}
