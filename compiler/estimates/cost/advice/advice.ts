// The shape of advice about costs.

import type { PathStep } from '../../../source/spec-node';
import type { Estimate, System } from '../estimate';

/** A change of the spec that saves money. */
export interface Advice {
  /** The change, as an imperative. */
  readonly what: string;
  /** The amount that it saves, in US dollars a month, at the expected traffic. */
  readonly usd: number;
  /** The field to change. */
  readonly field: readonly PathStep[];
  /** The reason, and the condition under which the advice holds, as a sentence without a full stop. */
  readonly condition: string;
}

/** The system, and its estimate without free allowances, which the advice compares with estimates of other settings. */
export interface AdvisedSystem extends System {
  readonly estimate: Estimate;
}
