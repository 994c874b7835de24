// The records and the faults that all stages of a simulation share.

import type { CarryOver } from './carry-over';
import type { Faults } from './faults';
import type { Metrics } from './metrics';
import type { Recording } from './recording';

/** The records and the faults of a simulation. */
export interface Books {
  readonly recording: Recording;
  readonly metrics: Metrics;
  readonly faults: Faults;
  readonly carryOver: CarryOver;
}
