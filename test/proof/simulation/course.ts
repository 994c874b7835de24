// A course of requests, and the observations that the local run and the simulator have in common.

import type { System } from '../../../compiler/estimates/cost/estimate';
import type { Direction } from '../../../compiler/model/throughput';
import type { Status } from '../../../contract/states';

/** The routes that a course requests. */
export type CourseRoute = 'post-payment' | 'get-payment' | 'get-payments' | 'refund-payment';

/** The requests of a course, and the system that receives them. */
export interface Course {
  readonly system: System;
  /** The requests of a round, by route. */
  readonly round: { readonly [R in CourseRoute]?: number };
  /** The number of rounds of each second. */
  readonly rounds: readonly number[];
  /** The number of additional texts of a new payment, of 1,000 bytes each. */
  readonly notes?: number;
  /** The payments that exist at the begin, by state: one that was processed by default. */
  readonly seeds?: { readonly [S in Status]?: number };
}

/** A capacity of a table or of one of its indexes. */
export interface CapacityPart {
  readonly direction: Direction;
  readonly index?: string;
}

/** The observations of a course. Seconds and minutes count from its begin. */
export interface Observation {
  /** The number of responses with a status. */
  responses(status: number): number;
  /** The second of the first response with a status; infinite without one. */
  first(status: number): number;
  /** The consumed units of each minute. */
  consumed(part: CapacityPart): readonly number[];
  /** The provisioned units at the end of each minute. */
  provisioned(part: CapacityPart): readonly number[];
  /** The seconds at which an alarm of the spec fires and recovers, in turn. */
  alarm(name: string): readonly number[];
}

/** The number of complete minutes of a course. */
export function minutesOf({ rounds }: Course): number {
  return Math.floor(rounds.length / 60);
}
