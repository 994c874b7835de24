// The quota of a usage plan: a number of requests in each day, week or month, for each API key (Amazon API Gateway
// Developer Guide, "Usage plans and API keys for REST APIs").

import type { Limiter, Step } from './limiter';

/** A number of requests in a period. */
export interface Quota {
  readonly requests: number;
  readonly period: 'DAY' | 'WEEK' | 'MONTH';
}

const DAY_SECONDS = 86_400;
const WEEK_SECONDS = 7 * DAY_SECONDS;

/** 1970-01-04, a Sunday: an offset of 0 begins weeks on Sunday (AWS CloudFormation Template Reference, AWS::ApiGateway::UsagePlan QuotaSettings). */
const FIRST_SUNDAY_SECONDS = 3 * DAY_SECONDS;

/** The end of the period that contains a time. */
function endOfPeriod(now: number, period: Quota['period']): number {
  switch (period) {
    case 'DAY':
      return nextMultiple(now, DAY_SECONDS);
    case 'WEEK':
      return FIRST_SUNDAY_SECONDS + nextMultiple(now - FIRST_SUNDAY_SECONDS, WEEK_SECONDS);
    case 'MONTH': {
      const date = new Date(now * 1000);
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 1000;
    }
  }
}

const nextMultiple = (of: number, size: number) => (Math.floor(of / size) + 1) * size;

/** The requests of one API key that its quota admits. Times are in seconds since 1970, UTC. */
export class RequestQuota implements Limiter {
  private used = 0;
  private end = Number.NEGATIVE_INFINITY;

  constructor(private readonly quota: Quota) {}

  availableAt(now: number): number {
    if (now >= this.end) {
      this.end = endOfPeriod(now, this.quota.period);
      this.used = 0;
    }
    return Math.max(0, this.quota.requests - this.used);
  }

  availableIn({ from }: Step): number {
    return this.availableAt(from);
  }

  spend(amount: number): void {
    this.used += amount;
  }

  /** A period can end at any time, and the quota with it. */
  steadySeconds(): number {
    return 0;
  }

  secondsUntil(now: number, amount: number): number {
    if (amount <= this.availableAt(now)) return 0;
    return amount > this.quota.requests ? Number.POSITIVE_INFINITY : this.end - now;
  }
}
