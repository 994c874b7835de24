// Values of the last minutes, sampled once a second.

import type { ValueSeries } from './api';

/** A value at a time. */
export interface Sample extends Omit<ValueSeries, 'values'> {
  readonly value: number;
}

/** Seconds between two values, and the number of values. */
const SAMPLE_SECONDS = 1;
const MOST_SAMPLES = 300;

/** Samples values once a second. */
export class SampledSeries {
  readonly #times: number[] = [];
  readonly #samples: ReadonlyMap<string, Sample>[] = [];
  readonly #timer: NodeJS.Timeout;

  /** @param now milliseconds since 1970 */
  constructor(
    private readonly read: () => readonly Sample[],
    private readonly now: () => number = Date.now,
  ) {
    this.#timer = setInterval(() => this.sample(), SAMPLE_SECONDS * 1000);
    this.#timer.unref();
    this.sample();
  }

  /** The times of the samples, in milliseconds since 1970. */
  get times(): readonly number[] {
    return this.#times;
  }

  /** Records the current values. */
  sample(): void {
    this.#times.push(this.now());
    this.#samples.push(new Map(this.read().map((one) => [one.id, one])));
    if (this.#times.length <= MOST_SAMPLES) return;
    this.#times.shift();
    this.#samples.shift();
  }

  /** The series of a condition that exist at the moment. */
  series(isWanted: (sample: Sample) => boolean): ValueSeries[] {
    const latest = [...(this.#samples.at(-1)?.values() ?? [])].filter(isWanted);
    return latest.map(({ value: _latest, ...series }) => ({
      ...series,
      values: this.#samples.map((sample) => sample.get(series.id)?.value ?? null),
    }));
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
