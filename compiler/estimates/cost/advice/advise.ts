// Advice that follows from an estimate by arithmetic: each saves a known amount at the expected traffic of the spec.

import { estimateCost, type System } from '../estimate';
import type { Advice } from './advice';
import { cacheAdvice } from './cache';
import { capacityAdvice } from './capacity';
import { retentionAdvice } from './retention';

/** Savings below this, in US dollars a month, are not worth a change. */
const SMALLEST_SAVING_USD = 1;

/** The advice for a system, the largest saving first; none without expected traffic, on which all of it depends. */
export function adviceOn(system: System): readonly Advice[] {
  if (system.environment.traffic === undefined) return [];
  const advised = { ...system, estimate: estimateCost(system) };
  return [...capacityAdvice(advised), ...cacheAdvice(advised), ...retentionAdvice(advised)]
    .filter(({ usd }) => usd >= SMALLEST_SAVING_USD)
    .sort((a, b) => b.usd - a.usd);
}
