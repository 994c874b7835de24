// The cache of a stage: responses by key until their lifetime ends (Amazon API Gateway Developer Guide, "Cache settings for REST
// APIs in API Gateway"). The cache of a Lambda authorizer has the same shape.

import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions';

/** The largest response that API Gateway caches, in bytes (ibid.). */
const LARGEST_BYTES = 1_048_576;

/** The lifetime and the size of a cache. A lifetime of 0 turns it off. */
export interface CacheSettings {
  readonly ttlSeconds: number;
  readonly capacityBytes: number;
}

interface Entry<T> {
  readonly value: T;
  readonly bytes: number;
  readonly end: number;
}

/** Cached values by key. Times are in seconds. */
export class ResponseCache<T> {
  private readonly entries = new Map<string, Entry<T>>();
  private used = 0;

  constructor(
    private readonly settings: CacheSettings,
    private readonly assumptions: Assumptions = DEFAULT_ASSUMPTIONS,
  ) {}

  /** The bytes of all entries. */
  get bytes(): number {
    return this.used;
  }

  /** Returns the value of a key whose lifetime has not ended. */
  get(now: number, key: string): T | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.end <= now) {
      this.invalidate(key);
      return undefined;
    }
    if (this.assumptions.cacheEviction === 'least recently used') {
      this.entries.delete(key);
      this.entries.set(key, entry);
    }
    return entry.value;
  }

  /** Adds a value. If the cache is full, others are removed. */
  put(now: number, key: string, value: T, bytes: number): void {
    const { ttlSeconds, capacityBytes } = this.settings;
    this.invalidate(key);
    if (ttlSeconds === 0 || bytes > Math.min(LARGEST_BYTES, capacityBytes)) return;
    for (const other of this.entries.keys()) {
      if (this.used + bytes <= capacityBytes) break;
      this.invalidate(other);
    }
    this.entries.set(key, { value, bytes, end: now + ttlSeconds });
    this.used += bytes;
  }

  /** Removes the value of a key, as a request with `Cache-Control: max-age=0` does. */
  invalidate(key: string): void {
    this.used -= this.entries.get(key)?.bytes ?? 0;
    this.entries.delete(key);
  }
}
