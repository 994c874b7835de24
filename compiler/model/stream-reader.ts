// A reader of a shard, as Lambda reads the stream of a table: batches in order, retries, bisection, and records that are given up
// (AWS Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB").

import { streamRetryDelay } from './retry-delays';

/** A record of a stream. Times are in seconds. */
export interface StreamEntry {
  /** Its position; rises in the order of the changes. */
  readonly sequence: number;
  readonly at: number;
  /** Its size in a batch, in bytes. */
  readonly bytes: number;
}

/** The settings of a reader. */
export interface ReaderSettings {
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly bisects: boolean;
  /** Undefined: until the record expires. */
  readonly maximumRetries: number | undefined;
  readonly maximumAgeSeconds: number | undefined;
}

/** A batch to deliver. */
export interface StreamBatch<T> {
  readonly entries: readonly T[];
  /** How often invocations with these records have failed or were throttled. */
  readonly failures: number;
  /** Whether the records are a part of a batch that failed as a whole. */
  readonly isPart: boolean;
}

/** Records that are given up. */
export interface GivenUp<T> {
  readonly entries: readonly T[];
  /** `expired`: the stream no longer has the records. Lambda does not send a message about them. */
  readonly condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded' | 'expired';
  /** How often the function was invoked with them. */
  readonly invocations: number;
}

/** The result of a batch. `from` is the sequence of the first failed record; all before it are done. */
export type BatchResult =
  | { readonly is: 'done' }
  | { readonly is: 'failed'; readonly from?: number | undefined }
  | { readonly is: 'throttled' };

/** How long a stream has its records (Amazon DynamoDB Developer Guide, "Change data capture for DynamoDB Streams"). */
export const STREAM_RETENTION_SECONDS = 86_400;

/** Maximum payload of an invocation ("Lambda quotas"). */
const MOST_BYTES = 6_000_000;

/** A batch that has failed, or a part of one. */
interface Retry<T> {
  readonly entries: readonly T[];
  readonly invocations: number;
  readonly failures: number;
  readonly isPart: boolean;
  readonly notBefore: number;
}

/** Reads one shard; one batch is in progress at a time. */
export class StreamReader<T extends StreamEntry> {
  private waiting: T[] = [];
  /** Batches to deliver before the waiting records, in order. */
  private retries: Retry<T>[] = [];
  private delivering: Retry<T> | undefined;

  constructor(readonly settings: ReaderSettings) {}

  /** Adds a record at the end of the shard. */
  add(entry: T): void {
    this.waiting.push(entry);
  }

  /** The records that are not done, including those of the batch in progress. */
  get pending(): readonly T[] {
    return [...[this.delivering, ...this.retries].flatMap((retry) => retry?.entries ?? []), ...this.waiting];
  }

  /** The first record that is not done; undefined if all are. */
  get first(): T | undefined {
    return (this.delivering ?? this.retries[0])?.entries[0] ?? this.waiting[0];
  }

  /** Begins a batch if one is due; undefined while another one is in progress. */
  next(now: number): StreamBatch<T> | undefined {
    if (this.delivering !== undefined) return undefined;
    const [retry] = this.retries;
    if (retry !== undefined) {
      if (retry.notBefore > now) return undefined;
      this.retries.shift();
      this.delivering = retry;
    } else {
      const entries = this.fullBatch(now);
      if (entries.length === 0) return undefined;
      this.waiting = this.waiting.slice(entries.length);
      this.delivering = { entries, invocations: 0, failures: 0, isPart: false, notBefore: now };
    }
    const { entries, failures, isPart } = this.delivering;
    return { entries, failures, isPart };
  }

  /** When the next batch is due, if no record is added until then; undefined without one. */
  dueAt(now: number): number | undefined {
    if (this.delivering !== undefined) return undefined;
    const [retry] = this.retries;
    if (retry !== undefined) return retry.notBefore;
    const [first] = this.waiting;
    if (first === undefined) return undefined;
    return this.isFull() ? now : first.at + this.settings.windowSeconds;
  }

  /** Ends the batch in progress. */
  settle(now: number, result: BatchResult): void {
    const batch = this.delivering;
    if (batch === undefined) return;
    this.delivering = undefined;
    if (result.is === 'done') return;
    const failures = batch.failures + 1;
    const notBefore = now + streamRetryDelay(failures);
    if (result.is === 'throttled') {
      this.retries.unshift({ ...batch, failures, notBefore });
      return;
    }
    const left = batch.entries.filter(({ sequence }) => sequence >= (result.from ?? 0));
    // Lambda splits at the reported record if there is one, and otherwise in halves. A split does not use up a retry.
    const isPartial = left.length < batch.entries.length;
    const middle = Math.ceil(left.length / 2);
    if (isPartial) this.retries.unshift({ entries: left, invocations: 1, failures, isPart: true, notBefore });
    else if (this.settings.bisects && left.length > 1)
      this.retries.unshift(
        ...[left.slice(0, middle), left.slice(middle)].map((entries) => ({
          entries,
          invocations: 0,
          failures,
          isPart: true,
          notBefore,
        })),
      );
    else this.retries.unshift({ ...batch, entries: left, invocations: batch.invocations + 1, failures, notBefore });
  }

  /** Removes the records that are too old or were retried too often. */
  giveUp(now: number): GivenUp<T>[] {
    if (this.delivering !== undefined) return [];
    const given: GivenUp<T>[] = [];
    const { maximumRetries = Number.POSITIVE_INFINITY, maximumAgeSeconds } = this.settings;
    const limit = Math.min(maximumAgeSeconds ?? STREAM_RETENTION_SECONDS, STREAM_RETENTION_SECONDS);
    const condition = limit < STREAM_RETENTION_SECONDS ? 'RecordAgeExceeded' : 'expired';
    const isOld = ({ at }: T) => now - at > limit;
    this.retries = this.retries.flatMap((retry) => {
      if (retry.invocations > maximumRetries) {
        const { entries, invocations } = retry;
        given.push({ entries, condition: 'RetryAttemptsExhausted', invocations });
        return [];
      }
      const old = retry.entries.filter(isOld);
      if (old.length === 0) return [retry];
      given.push({ entries: old, condition, invocations: retry.invocations });
      const kept = retry.entries.slice(old.length);
      return kept.length === 0 ? [] : [{ ...retry, entries: kept }];
    });
    const old = this.waiting.filter(isOld);
    if (old.length > 0) given.push({ entries: old, condition, invocations: 0 });
    this.waiting = this.waiting.slice(old.length);
    return given;
  }

  private fullBatch(now: number): T[] {
    const [first] = this.waiting;
    const { windowSeconds } = this.settings;
    if (first === undefined || (!this.isFull() && now < first.at + windowSeconds)) return [];
    return this.waiting.slice(0, this.countOfBatch());
  }

  private isFull(): boolean {
    const count = this.countOfBatch();
    return count === this.settings.batchSize || count < this.waiting.length;
  }

  /** The number of waiting records that fit in a batch; at least one. */
  private countOfBatch(): number {
    let bytes = 0;
    const most = Math.min(this.settings.batchSize, this.waiting.length);
    for (let at = 0; at < most; at++) {
      bytes += this.waiting[at]?.bytes ?? 0;
      if (bytes > MOST_BYTES && at > 0) return at;
    }
    return most;
  }
}
