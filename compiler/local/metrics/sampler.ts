// Records the levels of a run each minute, and lets items expire each hour.

import type { RunCapacity } from '../capacity/run-capacity';
import type { Stores } from '../stores/stores';
import type { RunMetrics } from './run-metrics';
import { recordExpired, recordLevels } from './store-metrics';

/** Records levels, and lets items expire. */
export interface Sampler {
  /** Sets the stores, once they are open. */
  use(stores: Stores): void;
  /** Records the levels of the minute that contains a time, in milliseconds. */
  sample(time: number): void;
}

const HOUR_MILLISECONDS = 3_600_000;

/** Creates the sampler of a run. */
export function createSampler(capacity: Pick<RunCapacity, 'sample'>, metrics: RunMetrics): Sampler {
  let stores: Stores | undefined;
  let hour: number | undefined;
  return {
    use(opened) {
      stores = opened;
    },
    sample(time) {
      capacity.sample(time);
      if (stores === undefined) return;
      recordLevels(stores.levels(), metrics, time);
      const current = Math.floor(time / HOUR_MILLISECONDS);
      if (current === hour) return;
      hour = current;
      void stores.deleteExpired(time).then((deleted) => recordExpired(deleted, metrics));
    },
  };
}
