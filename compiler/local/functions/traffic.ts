// Counts the work in progress, and reports when it has ended.

/** The work in progress. */
export class Traffic {
  #underWay = 0;
  #waiting: (() => void)[] = [];

  /** Runs some work, and counts it as in progress from this call until it ends. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }

  /** Resolves when no work is in progress. */
  async ended(): Promise<void> {
    if (this.#underWay > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
