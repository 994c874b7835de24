// The quota for decreases of provisioned capacity, which a table and each index have separately (Service, account, and table
// quotas in Amazon DynamoDB, "Decreasing provisioned throughput").

const DAY_SECONDS = 86_400;

/** Decreases allowed at any time of a day (UTC). Each further one requires an hour without a decrease, so 27 a day are possible. */
const FREE_DECREASES = 4;
const HOUR_SECONDS = 3600;

/** Counts the decreases of one table or index. Times are in seconds since 1970, UTC. */
export class DecreaseQuota {
  private day = Number.NaN;
  private taken = 0;
  private last = Number.NEGATIVE_INFINITY;

  /** Counts a decrease. Returns false if the quota does not allow it. */
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
