// The number of decreases of provisioned capacity, of a table and of each index apart (Service, account, and table quotas in
// Amazon DynamoDB, "Decreasing provisioned throughput").

const DAY_SECONDS = 86_400;

/** Decreases at any time of a day (UTC). After that, a decrease is allowed if the hour before it had none: 27 a day. */
const FREE_DECREASES = 4;
const HOUR_SECONDS = 3600;

/** The decreases of one table or index. Times are in seconds since 1970, UTC. */
export class DecreaseQuota {
  private day = Number.NaN;
  private taken = 0;
  private last = Number.NEGATIVE_INFINITY;

  /** Takes a decrease, or returns false. */
  take(now: number): boolean {
    const day = Math.floor(now / DAY_SECONDS);
    if (day !== this.day) {
      this.day = day;
      this.taken = 0;
    }
    if (this.taken >= FREE_DECREASES && now < this.last + HOUR_SECONDS) return false;
    this.taken += 1;
    this.last = now;
    return true;
  }
}
