// A limit of a system, and the rate of requests at which it is reached.

import { numberText } from '../../diagnostics/words';
import type { PathStep } from '../../source/spec-node';

/** A limit that requests reach. */
export interface Limit {
  /** The limited part, such as `write capacity of table payments`. */
  readonly what: string;
  /** The amount of the limit, in its unit, such as 1000 units/s. */
  readonly value: number;
  readonly unit: string;
  /** The behaviour of AWS beyond the limit. */
  readonly beyond: string;
  /** The field of the spec that sets the limit; undefined for a limit of AWS. */
  readonly field?: readonly PathStep[];
  /** The amount without autoscaling, which reacts only after minutes. */
  readonly atOnce?: number;
}

/** A limit, and the rate at which requests of a mix reach it. */
export interface Bottleneck extends Limit {
  /** The amount that each request of the mix takes on average. */
  readonly perRequest: number;
  /** The largest steady rate of the mix that the limit allows, in requests/s. */
  readonly rate: number;
}

/** The bottleneck of a limit; undefined if the requests do not use it. */
export function bottleneckOf(limit: Limit, perRequest: number): Bottleneck | undefined {
  return perRequest > 0 ? { ...limit, perRequest, rate: limit.value / perRequest } : undefined;
}

/** The value at which a limit allows a rate, in steps of whole units. */
export function valueFor({ perRequest }: Pick<Bottleneck, 'perRequest'>, rate: number): number {
  // Rounding the product first keeps 0.1 × 30 from becoming 4.
  return Math.ceil(Number((perRequest * rate).toFixed(6)));
}

/** A rate as text, rounded down, so that the system sustains it. */
export function rateText(rate: number): string {
  const rounded = rate >= 10 ? Math.floor(rate) : Math.floor(rate * 100) / 100;
  return numberText(rounded);
}
