// Secrets of a function: read at first use, kept for a time, and read again when a signature check or another system refuses them.

/** Reads the current value of a secret from AWS. */
export type FetchSecret = (arn: string) => Promise<string>;

/** The parameters of the reader. */
export interface SecretsOptions {
  readonly fetch: FetchSecret;
  /** A clock that never goes back, in milliseconds. */
  readonly now: () => number;
  /** How long a value is used before it is read again (default: 5 minutes). */
  readonly lifetimeMilliseconds?: number;
  /** The minimum time between two reads of a secret that refusals or failures cause (default: 10 s). */
  readonly pauseMilliseconds?: number;
}

/** The reader of secrets. */
export interface Secrets {
  /**
   * The value of a secret. If AWS cannot be reached when the time of a value ends, its holder gets the old value, which is
   * more likely valid than none. Rejects if there is no value yet.
   */
  value(arn: string): Promise<string>;
  /**
   * The value after another system has refused one: undefined if it is unchanged, or was read a moment ago. Callers cannot cause
   * more than one read for each pause, so that wrong signatures do not become calls to AWS.
   */
  valueAfterRefusal(arn: string, refused: string): Promise<string | undefined>;
}

/** A value, with the time of the last attempt to read it. */
interface Kept {
  readonly value: string;
  readonly readAt: number;
  readonly triedAt: number;
}

const LIFETIME_MILLISECONDS = 300_000;
const PAUSE_MILLISECONDS = 10_000;

/** Creates the reader of a function's secrets. */
export function createSecrets(options: SecretsOptions): Secrets {
  const { fetch, now } = options;
  const { lifetimeMilliseconds = LIFETIME_MILLISECONDS, pauseMilliseconds = PAUSE_MILLISECONDS } = options;
  const kept = new Map<string, Kept>();
  const reads = new Map<string, Promise<Kept>>();

  /** Reads a value. Concurrent callers share one call. */
  function read(arn: string): Promise<Kept> {
    const inProgress = reads.get(arn);
    if (inProgress !== undefined) return inProgress;
    const started = now();
    const reading = fetch(arn)
      .then((value) => keep(arn, { value, readAt: started, triedAt: started }))
      .finally(() => reads.delete(arn));
    reads.set(arn, reading);
    return reading;
  }

  function keep(arn: string, entry: Kept): Kept {
    kept.set(arn, entry);
    return entry;
  }

  return {
    async value(arn) {
      const known = kept.get(arn);
      if (known === undefined) return (await read(arn)).value;
      const isFresh = now() - known.readAt < lifetimeMilliseconds;
      // After a failed read, the old value is used without a further attempt for a pause.
      if (isFresh || (known.triedAt > known.readAt && now() - known.triedAt < pauseMilliseconds)) return known.value;
      try {
        return (await read(arn)).value;
      } catch {
        return keep(arn, { ...known, triedAt: now() }).value;
      }
    },
    async valueAfterRefusal(arn, refused) {
      const known = kept.get(arn);
      if (known !== undefined && known.value !== refused) return known.value;
      if (known !== undefined && now() - known.triedAt < pauseMilliseconds) return undefined;
      const { value } = await read(arn);
      return value === refused ? undefined : value;
    },
  };
}
