// The expected cost under half and double the value of an assumption.

import { assumed, assumedWith, type CostAssumptionName } from '../traffic/assumptions';
import { expectedTotal, type System } from './estimate';

/** An assumption with influence on the expected cost. */
export interface Sensitivity {
  readonly assumption: CostAssumptionName;
  /** The assumed value. */
  readonly value: number;
  /** The expected cost with half the value, in US dollars a month. */
  readonly half: number;
  /** The expected cost with double the value, in US dollars a month. */
  readonly double: number;
}

/** The assumptions that depend on the code of functions and on clients, which a spec does not state. */
const VARIED = [
  'durationMilliseconds',
  'functionLogBytes',
  'accessLogBytes',
  'responseBytes',
] as const satisfies readonly CostAssumptionName[];

/** Smaller influences, as a share of the expected cost, are not stated. */
const SMALLEST_SHARE = 0.05;

/** The assumptions of which half or double changes the expected cost by more than 5 %; none without expected traffic. */
export function sensitivitiesOf(system: System): readonly Sensitivity[] {
  const base = expectedTotal(system)?.usd;
  if (base === undefined) return [];
  return VARIED.flatMap((assumption) => {
    const value = assumed(assumption);
    const costAt = (factor: number) => expectedTotal(system, assumedWith(assumption, factor * value))?.usd ?? 0;
    const [half, double] = [costAt(0.5), costAt(2)];
    const influence = Math.max(base - half, double - base);
    return influence > SMALLEST_SHARE * base ? [{ assumption, value, half, double }] : [];
  });
}
