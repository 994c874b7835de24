// The number of batches of a queue that Lambda delivers at the same time (AWS Lambda Developer Guide, "Configuring scaling behavior
// for SQS event source mappings").

/** The batches at first; also the number to which a quiet mapping returns. */
const FIRST = 5;

/** Batches a minute that Lambda adds while messages wait. */
const GROWTH_PER_MINUTE = 300;

/** The maximum without a setting. */
const MOST = 1000;

/** The scaling of a mapping. Times are in seconds. */
export class QueueScaling {
  private level: number;
  private changedAt: number;

  /** @param maximumConcurrency the setting of the mapping; undefined means none */
  constructor(
    private readonly maximumConcurrency: number | undefined,
    now: number,
  ) {
    this.level = this.least;
    this.changedAt = now;
  }

  /** The number of batches that can be in progress. */
  limit(now: number, isBusy: boolean): number {
    const grown = this.level + ((now - this.changedAt) / 60) * GROWTH_PER_MINUTE;
    this.level = isBusy ? Math.min(this.most, grown) : this.least;
    this.changedAt = now;
    return Math.floor(this.level);
  }

  private get least(): number {
    return Math.min(FIRST, this.most);
  }

  private get most(): number {
    return this.maximumConcurrency ?? MOST;
  }
}
