// Knows whether anything is under way, and tells when nothing is any more.

/** Work that is under way. */
export class Traffic {
  #underWay = 0;
  #waiting: (() => void)[] = [];

  /** Does some work, which is under way from this very call until it has ended. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }

  /** Resolves as soon as nothing is under way. */
  async ended(): Promise<void> {
    if (this.#underWay > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
