// The throughput of partitions: the requests to one partition key share the maximum of one partition
// (Amazon DynamoDB Developer Guide, "Designing partition keys to distribute your workload").

import type { Assumptions } from './assumptions';
import { type Direction, PARTITION_UNITS } from './throughput';
import { TokenBucket } from './token-bucket';

/** The number of partition keys after which those without recent requests are forgotten. */
const MOST_KEYS = 10_000;

/** Throughput by partition key, as if each key had a partition of its own. */
export class PartitionLimit {
  private buckets = new Map<string, TokenBucket>();

  constructor(
    private readonly direction: Direction,
    private readonly assumptions: Assumptions,
  ) {}

  /** The throughput of a key. */
  of(key: string, now: number): TokenBucket {
    const known = this.buckets.get(key);
    if (known !== undefined) return known;
    if (this.buckets.size >= MOST_KEYS) this.forget(now);
    const created = new TokenBucket(this.throttle(), now);
    this.buckets.set(key, created);
    return created;
  }

  /** The units that a partition serves in a time. */
  within(seconds: number): number {
    return PARTITION_UNITS[this.direction] * seconds;
  }

  /** Forgets the keys with a full bucket, which equals a new one. */
  private forget(now: number): void {
    const { burst } = this.throttle();
    this.buckets = new Map([...this.buckets].filter(([, bucket]) => bucket.availableAt(now) < burst));
  }

  private throttle() {
    const rate = PARTITION_UNITS[this.direction];
    return { rate, burst: rate * this.assumptions.partitionBurstSeconds };
  }
}
